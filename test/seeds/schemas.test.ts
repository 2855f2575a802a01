import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas } from '../../src/seeds/json-schemas.js';
import { SEED } from '../domain/plan/seed.js';

const SCHEMAS = fileURLToPath(new URL('../../schemas/', import.meta.url));
const dataFiles = ['plan', 'series', '.'].flatMap((folder) =>
  readdirSync(join(SEED, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => relative(SEED, join(SEED, folder, name))),
);
/** Files kept by others, which may or may not name a schema. */
const withSchema = dataFiles.filter(
  (name) => name.includes('/') || ['transparency.yaml', 'improvement.yaml'].includes(name),
);

describe('published JSON Schemas', () => {
  test.each([...jsonSchemas()])('%s is current (npx tsx scripts/write-schemas.ts)', (name, text) => {
    expect(readFileSync(join(SCHEMAS, name), 'utf8')).toBe(text);
  });

  test('no schema is left over', () => {
    expect(readdirSync(SCHEMAS).sort()).toEqual([...jsonSchemas().keys()].sort());
  });

  test.each(withSchema)('%s names its schema in the first line, and satisfies it', (name) => {
    const file = join(SEED, name);
    const text = readFileSync(file, 'utf8');
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
    const schema = resolve(dirname(file), named);
    expect(existsSync(schema) && schema.startsWith(SCHEMAS)).toBe(true);
    const published = z.fromJSONSchema(JSON.parse(readFileSync(schema, 'utf8')));
    expect(published.safeParse(JSON.parse(JSON.stringify(parse(text)))).error?.issues ?? []).toEqual([]);
  });
});

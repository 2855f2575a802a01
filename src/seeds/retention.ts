import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.js';
import { RETAINED, type Retention } from '../domain/retention.js';
import { retentionWords as words } from '../words/retention.js';
import { loadEntity } from './entity.js';
import { expected, group, id, nonEmptyList, oneOf, text } from './fields.js';
import { foldersIn, PACKAGED_SEEDS, shortPath } from './locate.js';
import { readYaml, type SeedError } from './read-yaml.js';

const count = z.int(expected(words.file.count)).min(1, expected(words.file.count));
const keep = z.union(
  [group({ years: count }), group({ months: count }), group({ days: count })],
  expected(words.file.keep),
);

/** The form of `retention.yaml`. */
export const retentionSchema = group({
  id,
  version: text,
  rules: nonEmptyList(group({ what: oneOf(RETAINED), keep, apply: oneOf(['automatic', 'on-act']), source: text })),
}).superRefine(({ rules }, ctx) => {
  rules.forEach(({ what }, i) => {
    if (rules.findIndex((rule) => rule.what === what) !== i)
      ctx.addIssue({ code: 'custom', path: ['rules', i, 'what'], message: words.file.twice(what) });
  });
  const absent = RETAINED.filter((what) => !rules.some((rule) => rule.what === what));
  if (absent.length > 0) ctx.addIssue({ code: 'custom', path: ['rules'], message: words.file.absent(absent) });
});

/** Gives the terms of a body; of the whole installation without one. */
export type TermsOf = (entity?: string) => Retention;

/**
 * How long bodies keep what is of persons: each its own `retention.yaml`, beside its `entity.yaml`, else that of the data files,
 * else the program's.
 * @returns every error of every such file: also of one that is of no body, or of nobody knows which
 */
export function loadRetention(seeds: string): Result<TermsOf, readonly SeedError[]> {
  const errors: SeedError[] = [];
  const keep = <T>(read: Result<T, readonly SeedError[]>): T[] => {
    if (read.ok) return [read.value];
    errors.push(...read.error);
    return [];
  };
  const places = [seeds, PACKAGED_SEEDS].map((folder) => join(folder, FILE));
  const [general] = keep(readYaml(shortPath(places.find((file) => existsSync(file)) ?? ''), retentionSchema));
  const own = new Map<string, Retention>();
  for (const folder of foldersIn(seeds).filter((one) => existsSync(join(one, FILE)))) {
    const file = shortPath(join(folder, FILE));
    const [terms] = keep(readYaml(file, retentionSchema));
    const entity = join(folder, 'entity.yaml');
    if (!existsSync(entity)) errors.push({ file, line: 0, field: '', message: words.file.misplaced });
    else for (const { value } of keep(loadEntity(shortPath(entity)))) if (terms) own.set(value.id, terms.value);
  }
  if (general === undefined || errors.length > 0) return err(errors);
  return ok((entity) => (entity === undefined ? undefined : own.get(entity)) ?? general.value);
}

const FILE = 'retention.yaml';

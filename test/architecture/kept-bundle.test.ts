import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptBundle } from '../../src/worker/kept-bundle.js';

let root: string;
let made: number;
const make = async () => ({ code: `bundle ${++made}` });
const codeOf = (bundle: { readonly code: string } | { readonly codePath: string }): string =>
  'code' in bundle ? bundle.code : readFileSync(bundle.codePath, 'utf8');
const place = () => ({ folder: join(root, 'kept'), parts: [join(root, 'workflows')] });

beforeEach(() => {
  made = 0;
  root = mkdtempSync(join(tmpdir(), 'ciclo-bundle-'));
  mkdirSync(join(root, 'workflows'));
  writeFileSync(join(root, 'workflows', 'step.ts'), 'export const one = 1;');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the bundle of a checkout is made once for the same workflows', async () => {
  expect([codeOf(await keptBundle(make, place())), codeOf(await keptBundle(make, place()))]).toEqual([
    'bundle 1',
    'bundle 1',
  ]);
  expect(readdirSync(join(root, 'kept'))).toHaveLength(1);
});

test('it is made again when a workflow is another one, or one more is there', async () => {
  await keptBundle(make, place());
  writeFileSync(join(root, 'workflows', 'step.ts'), 'export const one = 2;');
  expect(codeOf(await keptBundle(make, place()))).toBe('bundle 2');
  writeFileSync(join(root, 'workflows', 'task.ts'), '');
  expect(codeOf(await keptBundle(make, place()))).toBe('bundle 3');
});

test('where it cannot be kept it is made each time', async () => {
  writeFileSync(join(root, 'kept'), 'a file in its place');
  expect([codeOf(await keptBundle(make, place())), codeOf(await keptBundle(make, place()))]).toEqual([
    'bundle 1',
    'bundle 2',
  ]);
});

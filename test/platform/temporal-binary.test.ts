import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/platform/errors.js';
import { type Log, quietLog } from '../../src/platform/log.js';
import { isCached, resolveTemporalBinary } from '../../src/platform/temporal-binary.js';
import { aFolder } from './folder.js';

/** A `temporal` that only says which version it is. */
function aCommand(folder: string, version: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'temporal');
  writeFileSync(file, `#!/bin/sh\necho "${version}"\n`);
  chmodSync(file, 0o755);
  return file;
}

const RECENT = 'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)';
const cachedIn = (cacheDir: string) => join(cacheDir, `temporal-v1.5.1-${process.platform}-${process.arch}`);

describe('the temporal command comes', () => {
  test('from TEMPORAL_CLI before anything else', async () => {
    const path = aCommand(aFolder(), RECENT);
    const env = { TEMPORAL_CLI: path, PATH: join(aCommand(aFolder(), RECENT), '..') };
    expect(await resolveTemporalBinary({ cacheDir: aFolder(), log: quietLog, env })).toEqual({
      path,
      version: RECENT,
      source: 'TEMPORAL_CLI',
    });
  });

  test('from PATH before the cache', async () => {
    const bin = aFolder();
    const path = aCommand(bin, RECENT);
    expect(await resolveTemporalBinary({ cacheDir: aFolder(), log: quietLog, env: { PATH: bin } })).toMatchObject({
      path,
      source: 'PATH',
    });
  });

  test('from the cache when the one on PATH is too old, and it is said', async () => {
    const bin = aFolder();
    aCommand(bin, 'temporal version 0.11.0 (Server 1.22.3, UI 2.21.3)');
    const cacheDir = aFolder();
    const path = aCommand(cachedIn(cacheDir), RECENT);
    const lines: string[] = [];
    const log: Log = { ...quietLog, line: (text) => lines.push(text) };
    expect(await resolveTemporalBinary({ cacheDir, log, env: { PATH: bin } })).toMatchObject({ path, source: 'cache' });
    expect(lines.join()).toContain('troppo vecchio');
  });
});

test('a TEMPORAL_CLI that does not work is an error, not a reason to look elsewhere', async () => {
  const env = { TEMPORAL_CLI: '/nowhere/temporal', PATH: '' };
  const refusal = resolveTemporalBinary({ cacheDir: aFolder(), log: quietLog, env });
  await expect(refusal).rejects.toThrow(EnvironmentError);
  await expect(refusal).rejects.toThrow(/TEMPORAL_CLI.*\/nowhere\/temporal/);
});

test.each([
  ['an empty file', ''],
  ['half a program', '#!/bin/sh\nexit 1\n'],
  ['something else', '#!/bin/sh\necho hello\n'],
])('%s in the cache does not count as the command', async (_what, text) => {
  const cacheDir = aFolder();
  mkdirSync(cachedIn(cacheDir));
  writeFileSync(join(cachedIn(cacheDir), 'temporal'), text, { mode: 0o755 });
  expect(await isCached(cacheDir)).toBe(false);
});

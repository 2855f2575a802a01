// The year of an example body of every kind, or of those that CICLO_KIND names.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/workflows/kinds.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, CICLO_KIND: process.env.CICLO_KIND ?? 'all' },
});
process.exitCode = status ?? 1;

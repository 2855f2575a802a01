// Runs before `npm start` and `npm test`: dependencies first, then (for the tests) the servers they need.
//   node scripts/setup.mjs            dependencies
//   node scripts/setup.mjs --tests    dependencies, Temporal's server and the time-skipping test server
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';

await installDependencies();

if (process.argv.includes('--tests')) {
  const ciclo = fileURLToPath(new URL('../bin/ciclo', import.meta.url));
  const { status } = spawnSync(process.execPath, [ciclo, 'setup', '--tests'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOnPath } from '../../src/platform/program.js';
import { TSX } from '../tsx.js';

/** Where the peers' harness is, unless `BENCH_PEERS` says otherwise: beside the project. */
const BESIDE = fileURLToPath(new URL('../../../shared/bench/peers', import.meta.url));
const BODIES = process.env.BENCH_BODIES ?? '100';

/**
 * The morning of 30 April in Ciclo and in other workflow systems, one after the other by one harness, whose checks hold for all: each
 * recipient one mail, every average right, -1 refused. The harness is another project's: it works in a copy kept in the cache, with
 * Ciclo added to its systems. `SYSTEMS=ciclo,limit`, `RUNS` and `WARM` as its README says.
 */
export async function run(): Promise<void> {
  const harness = resolve(process.env.BENCH_PEERS ?? BESIDE);
  const missing = missingFor(harness);
  if (missing !== undefined) throw new Error(missing);
  const at = join(process.env.CICLO_CACHE ?? join(homedir(), '.cache', 'ciclo'), 'peers');
  mkdirSync(at, { recursive: true });
  cpSync(harness, at, { recursive: true, force: true, preserveTimestamps: true });
  cpSync(join(harness, 'harness', 'systems.mjs'), join(at, 'harness', 'others.mjs'), { force: true });
  writeFileSync(
    join(at, 'harness', 'systems.mjs'),
    `import { systems as others } from './others.mjs';\nexport const systems = [...others, ${JSON.stringify(CICLO, undefined, 2)}];\n`,
  );
  await new Promise<void>((done, failed) => {
    const child = spawn('bash', ['run.sh', BODIES], { cwd: at, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`the harness ended with ${code}`))));
  });
}

/** What one acknowledgement means, how it is started, and where its own records are. */
const CICLO = {
  name: 'ciclo',
  label: 'Ciclo, full server',
  api: 'Actions.submit, receipt committed; console, worker and Temporal server each a process',
  command: [process.execPath, ...TSX.flags, fileURLToPath(new URL('peer.ts', import.meta.url))],
  env: TSX.env,
  openSql: `select count(*)::int as open from ciclo.checkpoint_indicators i
    join ciclo.checkpoints k on k.cycle = i.cycle and k.id = i.checkpoint where k.state = 'collecting' and k.cycle like $1 || '-%'`,
  endedSql: `select count(*)::int as ended, max(extract(epoch from recorded_at) * 1000)::float8 as at from ciclo.log
    where action = 'cycle-closed' and cycle like $1 || '-%'`,
};

/** What this machine lacks for it, in one sentence. */
function missingFor(harness: string): string | undefined {
  if (!existsSync(join(harness, 'run.sh')))
    return `the peers' harness is not in ${harness}: BENCH_PEERS names its folder`;
  const programs = ['java', 'mvn', 'pg_ctlcluster', 'go'].filter(
    (one) => findOnPath(one, process.env.PATH) === undefined,
  );
  if (programs.length > 0) return `the peers need ${programs.join(', ')} on the PATH`;
  return process.getuid?.() === 0 ? undefined : 'the peers need root, to start the PostgreSQL they share';
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningTemporal } from '../../src/platform/temporal.js';
import { openRegister } from '../../src/register/database.js';
import { openTroubles } from '../../src/register/troubles.js';
import { seedsFolder } from '../../src/seeds/locate.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';
import { devServer } from '../setup/temporal.js';
import { aDoor, type Door } from './door.js';

const dataDir = mkdtempSync(join(tmpdir(), 'ciclo-worker-'));
let temporal: RunningTemporal;
let door: Door;
let database: FreshDatabase;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  [temporal, database] = await Promise.all([devServer(), freshDatabase()]);
  door = await aDoor(temporal.address);
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  door.close();
  await temporal.stop();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The data files that come with the program, and beside them a body whose file is no YAML. */
function seedsWithABrokenBody(): string {
  const seeds = join(dataDir, 'seeds');
  cpSync(seedsFolder({}), seeds, { recursive: true });
  mkdirSync(join(seeds, 'rotto'));
  writeFileSync(join(seeds, 'rotto', 'entity.yaml'), 'id: [rotto');
  return seeds;
}

/** `ciclo worker` as a supervisor would start it, once it says that it is at work. */
async function startWorker(): Promise<{ readonly process: ChildProcess; said(): string }> {
  const started = spawn(process.execPath, ['bin/ciclo', 'worker'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CICLO_DATA: dataDir,
      CICLO_SEEDS: seedsWithABrokenBody(),
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: door.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'ciclo@ccms.example',
    },
  });
  let said = '';
  const atWork = new Promise<void>((resolve) => {
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Il worker è in servizio')) resolve();
      });
    }
  });
  worker = started;
  await Promise.race([
    atWork,
    once(started, 'exit').then(() => {
      throw new Error(`it never was at work: ${said}`);
    }),
  ]);
  return { process: started, said: () => said };
}

describe('a worker that can take no work any more', () => {
  test('says why and ends with the code that a supervisor restarts, instead of staying and doing nothing', async () => {
    const { process: child, said } = await startWorker();
    // One body's bad file stopped neither it nor the other bodies, and is on record.
    expect(said()).toContain('I file di rotto hanno errori');
    const register = await openRegister({ url: database.url, schema: 'ciclo', connections: 1, unsaid: 'every-body' });
    expect((await register.db.selectFrom('entities').select('id').execute()).map(({ id }) => id)).toEqual(['ccms']);
    expect((await openTroubles(register.db, 'all')).filter(({ kind }) => kind === 'file-unreadable')).toMatchObject([
      { reason: expect.stringContaining('resta fuori finché non è corretto') },
    ]);
    await register.close();

    door.shut();
    const [code] = await once(child, 'exit');
    expect(said()).toContain('Il worker si è fermato da solo');
    expect(code).toBe(3);
  }, 300_000);
});

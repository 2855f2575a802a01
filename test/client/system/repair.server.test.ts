import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { preparing } from '../../../src/activities/prepare.js';
import { payloadKeysOf } from '../../../src/client/system/payload-keys.js';
import { repair } from '../../../src/client/system/repairing.js';
import { type Config, loadConfig, readConfig } from '../../../src/config.js';
import { REAL_TIME } from '../../../src/domain/clock.js';
import type { Deps } from '../../../src/office/deps.js';
import { converting } from '../../../src/platform/payload-codec.js';
import type { RunningTemporal } from '../../../src/platform/temporal.js';
import { setCycleStatus } from '../../../src/register/cycles.js';
import { openRegister, type Register } from '../../../src/register/database.js';
import { logOf } from '../../../src/register/log.js';
import { listRegisters, migrate } from '../../../src/register/migrate.js';
import { setStepState } from '../../../src/register/steps.js';
import { createWorker } from '../../../src/worker/worker.js';
import { cycleQuery } from '../../../src/workflows/messages.js';
import { aCycle } from '../../register/fixtures.js';
import { bodiesOnFile } from '../../setup/bodies.js';
import { type FreshDatabase, freshDatabase } from '../../setup/database.js';
import { devServer } from '../../setup/temporal.js';
import { CONSOLE_URL, testInvitations } from '../pages/parts.js';

const SPACE = 'ciclo';
const folder = mkdtempSync(join(tmpdir(), 'ciclo-riparazione-'));
let database: FreshDatabase;
let server: RunningTemporal;
let register: Register;
let connection: Connection;
let temporal: Client;
let payloadKeys: readonly Buffer[];
let config: Config;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate({ url: database.url, schema: SPACE });
  register = await openRegister({ url: database.url, schema: SPACE, unsaid: 'every-body' });
  server = await devServer();
  connection = await Connection.connect({ address: server.address });
  payloadKeys = await payloadKeysOf({ payloadKeys: [] }, register.db);
  temporal = new Client({ connection, namespace: server.namespace, ...converting(payloadKeys) });
  const read = readConfig({
    CICLO_DATA: folder,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_NAMESPACE: server.namespace,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  config = { ...read.value, cacheDir: loadConfig().cacheDir };
});
afterAll(async () => {
  await connection.close();
  await server.stop();
  await register.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const depsOf = (): Deps => ({
  register,
  bodies: bodiesOnFile(),
  invitations: testInvitations(),
  publicDir: join(folder, 'pubblicato'),
  log: pino({ level: 'silent' }),
  now: () => '2016-02-01T10:00:00Z',
  post: {
    transport: { connections: 1, send: async () => ({ outcome: 'accepted', response: '250' }), close: () => undefined },
    from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
    domain: 'ccms.example',
    consoleUrl: CONSOLE_URL,
    clock: () => REAL_TIME,
  },
});

const state = async (workflow: string): Promise<string> =>
  await temporal.workflow
    .getHandle(`${SPACE}/${workflow}`)
    .describe()
    .then(
      ({ status }) => status.name,
      () => 'NONE',
    );
const runs = (workflow: string): Promise<unknown> =>
  temporal.workflow.start('performanceCycle', { workflowId: `${SPACE}/${workflow}`, taskQueue: SPACE });
const steps = { dueOn: '2016-01-31', dueAt: '2016-01-31T22:59:59Z' } as const;

/** Does something while the last migration counts as not applied: who applied it again would be refused by the database. */
async function unmigrated(work: () => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  try {
    await owner.query(`set search_path to ${SPACE}`);
    const { rows } = await owner.query<{ name: string; checksum: string }>(
      `delete from migrations where name = (select max(name) from migrations) returning name, checksum`,
    );
    await work();
    const [last] = rows;
    await owner.query(`insert into migrations (name, checksum) values ($1, $2)`, [last?.name, last?.checksum]);
  } finally {
    await owner.end();
  }
}

/** Register and Temporal restored to different moments, each body in its own way. */
async function restoredApart(): Promise<void> {
  for (const entity of ['perso', 'diverso', 'chiuso', 'concorde']) {
    const cycle = await aCycle(register.db, entity);
    await setCycleStatus(register.db, cycle, 'running', '2015-06-01T06:00:00Z');
  }
  await setStepState(register.db, 'diverso/2016', 'analisi', { status: 'done', ...steps });
  await setStepState(register.db, 'diverso/2016', 'piano-approvazione', { status: 'open', ...steps });
  await setCycleStatus(register.db, 'chiuso/2016', 'closed', '2017-06-30T10:00:00Z');
  await setStepState(register.db, 'concorde/2016', 'analisi', { status: 'late', ...steps });
  const running = ['diverso/2016', 'diverso/2016/analisi', 'chiuso/2016', 'chiuso/2016/analisi'];
  for (const workflow of [...running, 'ignoto/2016', 'concorde/2016', 'concorde/2016/analisi']) await runs(workflow);
}

describe('after register and Temporal were restored to different moments', () => {
  const expected = [
    { kind: 'end', cycle: 'chiuso/2016' },
    {
      kind: 'rebuild',
      cycle: 'diverso/2016',
      missing: ['diverso/2016/piano-approvazione'],
      stray: ['diverso/2016/analisi'],
    },
    { kind: 'end', cycle: 'ignoto/2016' },
    { kind: 'start', cycle: 'perso/2016' },
  ];

  test('what disagrees is told, and nothing is changed', async () => {
    await restoredApart();
    await vi.waitFor(async () => expect((await repair(config, SPACE, false)).mends).toMatchObject(expected), {
      timeout: 20_000,
      interval: 500,
    });
    expect(await state('ignoto/2016')).toBe('RUNNING');
    expect(await state('perso/2016/avvio')).toBe('NONE');
    expect(await logOf(register.db)).toEqual([]);
  });

  test('it is mended by the register, each mend with its line in the log, and what agrees is not touched', async () => {
    const { mends } = await repair(config, SPACE, true);
    expect(mends).toMatchObject(expected);
    const ended = ['chiuso/2016', 'chiuso/2016/analisi', 'diverso/2016', 'diverso/2016/analisi', 'ignoto/2016'];
    expect(await Promise.all(ended.map(state))).toEqual(ended.map(() => 'TERMINATED'));
    expect(await state('concorde/2016')).toBe('RUNNING');
    expect(await state('concorde/2016/analisi')).toBe('RUNNING');
    expect(await state('perso/2016/avvio')).toBe('RUNNING');
    expect(await state('diverso/2016/avvio')).toBe('RUNNING');
    expect(await state('chiuso/2016/avvio')).toBe('NONE');
    const lines = (await logOf(register.db)).map((line) => `${line.action} ${line.subject} ${line.channel}`).sort();
    expect(lines).toEqual([
      'process-end chiuso/2016 command-line',
      'process-end ignoto/2016 command-line',
      'process-rebuild diverso/2016 command-line',
      'process-start perso/2016 command-line',
    ]);
  });

  test('a space that is not there is neither compared nor made', async () => {
    await expect(repair(config, 'prova_9', true)).rejects.toThrow(
      'lo spazio «prova_9» non è nel registro; ci sono: ciclo',
    );
    expect(await listRegisters(database.url)).toEqual([SPACE]);
  });

  test('nor is an installation, in a folder that has none', async () => {
    const empty = mkdtempSync(join(folder, 'vuota-'));
    const own = { ...config, databaseUrl: undefined, dataDir: empty };
    await expect(repair(own, SPACE, true)).rejects.toThrow(`Nella cartella ${empty} non c’è un’installazione`);
    expect(readdirSync(empty)).toEqual([]);
  });

  test('done again it finds nothing more', async () => {
    await vi.waitFor(async () => expect((await repair(config, SPACE, true)).mends).toEqual([]), {
      timeout: 20_000,
      interval: 500,
    });
  });
});

describe('a cycle that Temporal has lost', () => {
  test('goes on from where the register says, once a worker works; and while one works nothing is mended', async () => {
    await preparing(depsOf()).prepareCycle(
      { space: SPACE, entity: 'ccms', exercise: 2016, clock: REAL_TIME },
      '2015-06-01T06:00:00Z',
    );
    await setStepState(register.db, 'ccms/2016', 'analisi-contesto', {
      status: 'done',
      dueOn: '2015-09-30',
      dueAt: '2015-09-30T21:59:59Z',
      run: 1,
    });
    const { mends } = await repair(config, SPACE, true);
    expect(mends.map(({ kind, cycle }) => `${kind} ${cycle}`)).toEqual(['start ccms/2016']);
    const native = await NativeConnection.connect({ address: server.address });
    const worker = await createWorker({
      payloadKeys,
      connection: native,
      namespace: server.namespace,
      space: SPACE,
      deps: depsOf(),
    });
    const working = worker.run();
    try {
      const cycle = temporal.workflow.getHandle(`${SPACE}/ccms/2016`);
      const step = async (id: string) => (await cycle.query(cycleQuery)).steps.find((one) => one.id === id);
      await vi.waitFor(async () => expect(await step('analisi-contesto')).toMatchObject({ status: 'done' }), {
        timeout: 50_000,
        interval: 500,
      });
      await unmigrated(() => expect(repair(config, SPACE, true)).rejects.toThrow('C’è un worker al lavoro'));
    } finally {
      worker.shutdown();
      await working;
      await native.close();
    }
  });
});

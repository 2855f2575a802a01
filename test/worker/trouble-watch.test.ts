import { fileURLToPath } from 'node:url';
import { ApplicationFailure, Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ensureSchedule } from '../../src/client/system/cycles.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import type { TroubleKind } from '../../src/domain/trouble.js';
import { deliverDue } from '../../src/mail/deliver.js';
import { openTransport } from '../../src/mail/transport.js';
import { collectCheckpoint } from '../../src/office/collect-automatic.js';
import type { RunningTemporal } from '../../src/platform/temporal.js';
import { saveAssessment } from '../../src/register/assessments.js';
import { closeCheckpoint } from '../../src/register/checkpoints.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { appendLog } from '../../src/register/log.js';
import { planNotices } from '../../src/register/notices.js';
import { savePlanVersion } from '../../src/register/plans.js';
import { addPublicationCheck } from '../../src/register/publication-checks.js';
import { setStepState } from '../../src/register/steps.js';
import { openTroubles } from '../../src/register/troubles.js';
import { lastWorker } from '../../src/register/workers.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import { lastLaunch } from '../../src/worker/launch-look.js';
import { announcing, startTroubleWatch, type TroubleWatchDeps, troubleWatch } from '../../src/worker/trouble-watch.js';
import { opening } from '../mail/messages.js';
import { scriptedSmtp } from '../mail/scripted-smtp.js';
import { aSource, connectionsOf, HASTY } from '../office/sources/source.js';
import { aCheckpoint, aCycle, aPlan } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { devServer } from '../setup/temporal.js';
import { until } from '../workflows/at-work.js';
import { office } from '../workflows/office.js';

/** The register's people were put on record long before: the next start is due well after. */
const NOW: Instant = '2050-06-02T08:00:00Z';

const register = aRegister();
let server: RunningTemporal;
let connection: Connection;
let native: NativeConnection;
let client: Client;
let cycle = '';

beforeAll(async () => {
  server = await devServer();
  connection = await Connection.connect({ address: server.address });
  native = await NativeConnection.connect({ address: server.address });
  client = new Client({ connection, namespace: server.namespace });
  cycle = await aCycle(register.db);
  await setCycleStatus(register.db, cycle, 'running', '2015-06-01T06:00:00Z');
});
afterAll(async () => {
  await native.close();
  await connection.close();
  await server.stop();
});

const failures: unknown[] = [];
const deps = (over: Partial<TroubleWatchDeps> = {}): TroubleWatchDeps => ({
  client,
  register: { db: register.db, schema: register.schema, close: async () => undefined },
  space: register.schema,
  log: { warn: ((one: unknown) => void failures.push(one)) as TroubleWatchDeps['log']['warn'] },
  now: () => NOW,
  isAtWork: () => true,
  scheduled: () => [],
  tell: async () => undefined,
  missing: async () => [],
  ...over,
});
afterEach(() => {
  expect(failures.splice(0)).toEqual([]);
});

/** What is there of some kinds after a look, or after as many as it takes. */
async function seen(kinds: readonly TroubleKind[], look: () => Promise<void>) {
  await look();
  return (await openTroubles(register.db, 'all')).filter(({ kind }) => kinds.includes(kind));
}

describe('register and Temporal', () => {
  const KINDS = ['process-missing', 'process-stray'] as const;
  const start = (name: string) =>
    client.workflow.start('stays', { workflowId: `${register.schema}/${name}`, taskQueue: register.schema });

  test('a cycle and a step that run on record only, and one that runs in Temporal only, are troubles until they agree', async () => {
    await setStepState(register.db, cycle, 'analisi', { status: 'open' });
    const stray = await start(`${cycle}/monitoraggio-1`);
    const look = troubleWatch(deps());
    // Temporal's list is some moments behind.
    await until(async () => (await seen(KINDS, look)).length === 3);
    const troubles = await openTroubles(register.db, { entity: 'prova' });
    expect(troubles.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        { kind: 'process-missing', entity: 'prova', exercise: 2016 },
        { kind: 'process-missing', entity: 'prova', exercise: 2016, step: 'analisi' },
        { kind: 'process-stray', entity: 'prova', workflow: `${cycle}/monitoraggio-1` },
      ]),
    );
    const mended = [await start(cycle), await start(`${cycle}/analisi`)];
    await stray.terminate();
    await until(async () => (await seen(KINDS, look)).length === 0);
    for (const handle of mended) await handle.terminate();
    await setStepState(register.db, cycle, 'analisi', { status: 'waiting' });
  });
});

describe('what Temporal tries again and again', () => {
  test('an activity beyond its tenth attempt and a task beyond its third are told with their last words, and end with them', async () => {
    const space = register.schema;
    const worker = await Worker.create({
      connection: native,
      namespace: server.namespace,
      taskQueue: space,
      workflowsPath: fileURLToPath(new URL('./failing-workflows.ts', import.meta.url)),
      activities: {
        breaks: async () => {
          throw new Error('il disco\nè pieno.');
        },
      },
    });
    const kinds = ['activity-retrying', 'task-failing'] as const;
    await worker.runUntil(async () => {
      const vain = await client.workflow.start('asksInVain', { workflowId: `${space}/${cycle}/a`, taskQueue: space });
      const stuck = await client.workflow.start('cannotGoOn', { workflowId: `${space}/${cycle}/b`, taskQueue: space });
      const look = troubleWatch(deps());
      await until(async () => (await seen(kinds, look)).length === 2);
      const troubles = (await openTroubles(register.db, 'all')).filter(({ kind }) => kinds.some((one) => one === kind));
      expect(troubles.map(({ detail }) => detail)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ activity: 'breaks', workflow: `${cycle}/a`, failure: 'il disco è pieno' }),
          expect.objectContaining({ workflow: `${cycle}/b`, failure: 'the history says otherwise' }),
        ]),
      );
      expect(troubles.find(({ kind }) => kind === 'activity-retrying')?.attempts).toBeGreaterThan(10);
      expect(troubles.find(({ kind }) => kind === 'task-failing')?.attempts).toBeGreaterThan(3);
      await vain.terminate();
      await stuck.terminate();
      await until(async () => (await seen(kinds, look)).length === 0);
    });
  });
});

test('mails refused, mails in doubt and mails never sent are three troubles of the body', async () => {
  const smtp = await scriptedSmtp();
  const transport = openTransport({ url: smtp.url, connections: 1, timeoutMs: 500 });
  const names = { refused: 'anna', doubted: 'bruno', forgotten: 'carla' };
  const plan = async (person: string) => {
    const [key = ''] = await planNotices(
      register.db,
      [
        {
          cycle,
          step: 'analisi',
          kind: 'step-opening',
          on: '2016-01-21',
          person,
          occasion: 'r1',
          to: { name: person, address: `${person}@prova.example` },
          message: { ...opening, recipient: person },
          simulated: true,
          dueAt: '2016-01-21T08:00:00Z',
        },
      ],
      'prova.example',
    );
    return key;
  };
  const send = async (key: string, at: Instant) =>
    deliverDue({
      db: register.db,
      transport,
      from: { name: 'Ciclo', address: 'ciclo@prova.example' },
      wave: { keys: [key] },
      now: () => at,
    });
  smtp.faults = { rcpt: { reply: '550 5.1.1 casella inesistente' } };
  await send(await plan(names.refused), '2016-01-21T08:00:00Z');
  smtp.faults = { body: 'hang-up' };
  const doubted = await plan(names.doubted);
  await send(doubted, '2016-01-21T08:00:00Z');
  await send(doubted, '2016-01-21T10:00:00Z');
  const forgotten = await plan(names.forgotten);
  const look = troubleWatch(deps());
  const kinds = ['mail-refused', 'mail-uncertain', 'mail-unsent'] as const;
  expect((await seen(kinds, look)).map(({ kind }) => kind).sort()).toEqual(['mail-refused', 'mail-uncertain']);
  // By the wall too it has had its day.
  await register.owner.query(`update notices set recorded_at = now() - interval '25 hours' where key = $1`, [
    forgotten,
  ]);
  const all = await seen(kinds, look);
  expect(all.map(({ kind, detail }) => [kind, 'mails' in detail ? detail.mails : 0]).sort()).toEqual(
    kinds.map((kind) => [kind, 1]),
  );
  expect(all.find(({ kind }) => kind === 'mail-refused')?.reason).toContain('550 5.1.1 casella inesistente');
  smtp.faults = {};
  await send(forgotten, NOW);
  expect((await seen(['mail-unsent'], look)).length).toBe(0);
  transport.close();
  await smtp.stop();
});

test('a source that gives nothing is told with its indicator, since when and its words, until it gives something', async () => {
  const ref = await aCheckpoint(register.db, cycle);
  const source = aSource(
    { kind: 'csv', file: 'manca.csv', row: { al: '{to:it}' }, value: 'n' },
    { id: 'incontri', unit: 'count' },
  );
  const collect = (occasion: string, at: Instant) =>
    collectCheckpoint(register.db, ref, [source], {
      connections: connectionsOf({ CICLO_SOURCE_PROVA_URL: fileURLToPath(new URL('.', import.meta.url)) }),
      limits: HASTY,
      log: { info: () => undefined, error: () => undefined },
      exercise: 2016,
      occasion,
      at,
    });
  await collect('1', '2016-05-02T06:00:00Z');
  await collect('2', '2016-05-03T06:00:00Z');
  const [trouble] = await seen(['source-failing'], troubleWatch(deps()));
  expect(trouble).toMatchObject({
    since: '2016-05-02T06:00:00Z',
    attempts: 2,
    detail: { indicator: 'A-1', step: 'monitoraggio-1', source: 'Fonte di prova' },
  });
  expect(trouble?.reason).toContain('manca.csv');
  await closeCheckpoint(register.db, ref, { at: '2016-05-20T06:00:00Z', by: 'sistema' });
  expect(await seen(['source-failing'], troubleWatch(deps()))).toEqual([]);
});

test('results that are not there: of some indicators, then of the whole checkpoint', async () => {
  const ref = { cycle, checkpoint: 'monitoraggio-1' };
  await saveAssessment(register.db, {
    ...ref,
    key: `${cycle}/monitoraggio-1/1`,
    planVersion: 1,
    policyVersion: '1',
    simulated: true,
    at: '2016-05-21T06:00:00Z',
    indicators: [{ indicator: 'A-1', state: 'not-computed', light: 'none', trace: [] }],
    rollups: [],
  });
  const look = troubleWatch(deps());
  expect(await seen(['not-computed'], look)).toMatchObject([
    { since: '2016-05-21T06:00:00Z', detail: { indicators: ['A-1'] } },
  ]);
  await appendLog(register.db, {
    at: '2016-05-22T06:00:00Z',
    actor: 'sistema',
    action: 'assessment-failed',
    subject: 'Monitoraggio',
    cycle,
    step: 'monitoraggio-1',
    detail: { reason: 'la formula divide per zero' },
  });
  const [whole] = await seen(['not-computed'], look);
  expect(whole?.reason).toContain('la formula divide per zero');
});

test('a Piano that nobody loaded, then one with readings to confirm', async () => {
  await register.owner.query(
    `update steps set planned = planned || '{"document": "piano"}' where cycle = $1 and id = 'piano-approvazione'`,
    [cycle],
  );
  const kinds = ['plan-missing', 'readings-unconfirmed'] as const;
  const look = troubleWatch(deps());
  const [missing] = await seen(kinds, look);
  expect(missing).toMatchObject({ kind: 'plan-missing', detail: { step: 'piano-approvazione' } });
  expect(missing?.reason).toContain('il controllo di gestione');
  const version = { entity: 'prova', exercise: 2016, version: 1, plan: aPlan(), hash: 'abc' };
  await savePlanVersion(register.db, { ...version, inForceFrom: '2016-01-15', decisionKey: null, status: 'in-force' });
  expect(await seen(kinds, look)).toMatchObject([
    { kind: 'readings-unconfirmed', detail: { readings: 2, share: '100', inForce: true } },
  ]);
});

test('a publication that is not found where it should be, from its second hour until it is', async () => {
  const documentHash = 'b'.repeat(64);
  const publishedHoursAgo = (hours: number) =>
    register.owner.query(
      `insert into log (at, actor, action, subject, cycle, step, detail, recorded_at)
       values ($1, 'ciclo', 'document-published', 'Piano', $2, 'analisi', $3, now() - make_interval(hours => $4))`,
      [NOW, cycle, { hash: documentHash }, hours],
    );
  const found = { cycle, documentHash, way: 'files', address: '', at: NOW } as const;
  const look = troubleWatch(deps());
  await publishedHoursAgo(2);
  await addPublicationCheck(register.db, { ...found, failure: '«piano.pdf» non si legge: risposta HTTP 404' });
  expect(await seen(['publication-unverified'], look)).toMatchObject([
    { detail: { step: 'analisi' }, reason: expect.stringContaining('risposta HTTP 404') },
  ]);
  await addPublicationCheck(register.db, { ...found, failure: null });
  expect(await seen(['publication-unverified'], look)).toEqual([]);
});

test('a step that cannot go on, and one that broke off', async () => {
  const kinds = ['step-stuck', 'step-failed'] as const;
  await setStepState(register.db, cycle, 'piano-approvazione', { status: 'late', trouble: 'il PDF non si compone' });
  await setStepState(register.db, cycle, 'analisi', { status: 'failed', trouble: 'interrotta dal gestore' });
  const look = troubleWatch(deps());
  expect((await seen(kinds, look)).map(({ kind, reason }) => [kind, reason])).toEqual([
    ['step-failed', expect.stringContaining('interrotta dal gestore')],
    ['step-stuck', expect.stringContaining('il PDF non si compone')],
  ]);
  for (const step of ['piano-approvazione', 'analisi'])
    await setStepState(register.db, cycle, step, { status: 'waiting', trouble: null });
  expect(await seen(kinds, look)).toEqual([]);
});

test('a yearly start that came to nothing is told with its reason, until the cycle is there', async () => {
  const space = register.schema;
  await ensureSchedule(client, space, 'prova');
  const worker = await Worker.create({
    connection: native,
    namespace: server.namespace,
    taskQueue: space,
    workflowBundle: await workflowBundle(),
    activities: office({
      prepareCycle: async () => {
        throw ApplicationFailure.nonRetryable('il calendario 2051 non si può programmare: manca il patrono');
      },
    }).activities,
  });
  await worker.runUntil(async () => {
    await client.schedule.getHandle(`${space}/prova`).trigger();
    const look = troubleWatch(deps({ scheduled: () => ['prova', 'mai-registrato'] }));
    await until(async () => (await seen(['launch-failing'], look))[0]?.reason.includes('manca il patrono') === true);
  });
  expect(await openTroubles(register.db, { entity: 'prova' })).toContainEqual(
    expect.objectContaining({ kind: 'launch-failing', since: lastLaunch(NOW) }),
  );
  expect(await seen(['launch-failing'], troubleWatch(deps()))).toEqual([]);
});

test('a yearly start is within half an hour of its time; one that is there already becomes as the program has it now, and stays paused', async () => {
  const space = register.schema;
  await ensureSchedule(client, space, 'vecchia');
  const handle = client.schedule.getHandle(`${space}/vecchia`);
  const wanted = await handle.describe();
  // Of many bodies not all begin at the same moment.
  expect(wanted.spec).toMatchObject({ timezone: 'Europe/Rome', jitter: 30 * 60_000 });
  await handle.update((before) => ({
    ...before,
    spec: { calendars: [{ month: 'MAY', dayOfMonth: 1, hour: 8 }] },
    policies: { ...before.policies, catchupWindow: '1 minute' },
    action: { ...before.action, args: [] },
    state: { ...before.state, paused: true },
  }));
  await ensureSchedule(client, space, 'vecchia');
  const { spec, policies, action, state } = await handle.describe();
  expect({ spec, policies, action }).toEqual({ spec: wanted.spec, policies: wanted.policies, action: wanted.action });
  expect(state.paused).toBe(true);
});

test('a server that does not answer ends no trouble, and hides none of the others', async () => {
  await setStepState(register.db, cycle, 'analisi', { status: 'failed', trouble: 'rotta' });
  const look = troubleWatch(deps());
  await look();
  await until(async () => (await seen(['process-missing'], look)).length === 1);
  const nowhere = new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }), namespace: 'x' });
  await troubleWatch(deps({ client: nowhere }))();
  expect(failures.splice(0).length).toBeGreaterThan(0);
  const kinds = (await openTroubles(register.db, { entity: 'prova' })).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['process-missing', 'step-failed']));
  await setStepState(register.db, cycle, 'analisi', { status: 'waiting', trouble: null });
});

test('a worker says that it is there for as long as it is at work', async () => {
  await register.owner.query(`delete from workers`);
  await announcing(deps({ isAtWork: () => false }))();
  expect((await lastWorker(register.db)).lastSeen).toBeUndefined();
  await announcing(deps())();
  const { now, lastSeen } = await lastWorker(register.db);
  expect(Date.parse(now) - Date.parse(lastSeen ?? '')).toBeLessThan(60_000);
});

test('a worker says so again while a mail server keeps its round waiting', async () => {
  await register.owner.query(`delete from workers`);
  let [given, isWaiting] = [(): void => undefined, false];
  const answer = new Promise<void>((resolve) => {
    given = resolve;
  });
  const tell = async (): Promise<void> => {
    isWaiting = true;
    await answer;
  };
  const stop = startTroubleWatch(deps({ tell }), 20);
  await until(async () => isWaiting);
  await register.owner.query(`delete from workers`);
  await until(async () => (await lastWorker(register.db)).lastSeen !== undefined);
  given();
  await stop();
});

test('the last yearly start is the one of this year from 1 June at 8 in Italy', () => {
  expect(lastLaunch('2016-06-01T05:59:59Z')).toBe('2015-06-01T06:00:00Z');
  expect(lastLaunch('2016-06-01T06:00:00Z')).toBe('2016-06-01T06:00:00Z');
  expect(lastLaunch('2017-01-10T06:00:00Z')).toBe('2016-06-01T06:00:00Z');
});

import { ApplicationFailure } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createActivities } from '../../src/activities/index.js';
import type { Activities } from '../../src/activities/types.js';
import type { CycleRef } from '../../src/domain/acting.js';
import type { DatedCalendar, DatedStep } from '../../src/domain/calendar/types.js';
import { REAL_TIME } from '../../src/domain/clock.js';
import type { CycleInput } from '../../src/domain/cycle-input.js';
import type { StepChange } from '../../src/domain/step-change.js';
import type { Deps } from '../../src/office/deps.js';
import { attachmentsOf } from '../../src/register/acts.js';
import { checkpointOf, frozenIndicators } from '../../src/register/checkpoints.js';
import { cycleOf, setCycleStatus } from '../../src/register/cycles.js';
import { type Db, openRegister, type Register } from '../../src/register/database.js';
import { recordDecision } from '../../src/register/decisions.js';
import { earlierKey } from '../../src/register/earlier-steps.js';
import { enclosedFiles, holdEnclosures } from '../../src/register/enclosures.js';
import { roundsOf } from '../../src/register/hearings.js';
import { appendLog, type LogEntry, logOf } from '../../src/register/log.js';
import { submitMeasurements } from '../../src/register/measurements.js';
import { migrate } from '../../src/register/migrate.js';
import { withdrawEnded } from '../../src/register/notice-withdrawals.js';
import { noticesOf, planNotices } from '../../src/register/notices.js';
import { listPlanVersions, planInForce, planVersion, savePlanVersion } from '../../src/register/plans.js';
import { setStepState, stepOf } from '../../src/register/steps.js';
import { untakenSubmissions } from '../../src/register/untaken.js';
import type { Bodies } from '../../src/seeds/bodies.js';
import { initWords } from '../../src/words/init.js';
import { sweeper } from '../../src/worker/sweep.js';
import { CONSOLE_URL, testInvitations } from '../client/pages/parts.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';

const REF: CycleRef = { space: 'prova_1', entity: 'ccms', exercise: 2016 };
const CYCLE = 'ccms/2016';
const CHECKPOINT = 'monitoraggio-1';
const target = { cycle: CYCLE, checkpoint: CHECKPOINT };
const bodies = bodiesOnFile();

let database: FreshDatabase;
let register: Register;
let db: Db;
beforeEach(async () => {
  database = await freshDatabase();
  await migrate({ url: database.url, schema: REF.space });
  register = await openRegister({ url: database.url, schema: REF.space, unsaid: 'every-body' });
  db = register.db;
});
afterEach(async () => {
  await register.close();
  await database.drop();
});

function activities(files: Bodies = bodies): Activities {
  const deps: Deps = {
    register,
    bodies: files,
    invitations: testInvitations(),
    publicDir: '/tmp/nowhere',
    rehearsalSeed: 1,
    log: pino({ level: 'silent' }),
    now: () => '2016-05-02T07:00:00Z',
    post: {
      transport: {
        connections: 1,
        send: async () => ({ outcome: 'accepted', response: '250' }),
        close: () => undefined,
      },
      from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
      domain: 'ccms.example',
      consoleUrl: CONSOLE_URL,
      clock: () => REAL_TIME,
    },
  };
  return createActivities(deps);
}

const INPUT = { ...REF, clock: REAL_TIME };
const prepare = (a = activities(), at: StepChange['at'] = '2015-06-01T06:00:00Z'): Promise<CycleInput> =>
  a.prepareCycle(INPUT, at);

const stepIn = (calendar: DatedCalendar, id: string): DatedStep => {
  const found = calendar.steps.find((s) => s.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};

const change = (step: DatedStep, over: Partial<StepChange>): StepChange => ({
  at: '2016-05-03T08:00:00Z',
  run: 1,
  status: 'open',
  dueOn: step.dueOn,
  dueAt: step.dueAt,
  action: 'opened',
  ...over,
});

async function inForce(): Promise<void> {
  const draft = await planVersion(db, 'ccms', 2016, 1);
  if (draft === undefined) throw new Error('no plan');
  await savePlanVersion(db, { ...draft, status: 'in-force', inForceFrom: '2016-01-29', decisionKey: 'giunta/5' });
}

const actionsOf = async (step: string): Promise<readonly string[]> =>
  (await logOf(db, { cycle: CYCLE, step })).map((line) => line.action).reverse();

describe('starting a cycle again', () => {
  test('leaves the Piano in force in force, and answers the calendar that is on record', async () => {
    const first = await prepare();
    await inForce();
    const again = await prepare(activities(), '2016-03-01T09:00:00Z');
    expect(again.calendar).toEqual(first.calendar);
    expect((await listPlanVersions(db, 'ccms', 2016)).map((v) => v.status)).toEqual(['in-force']);
    expect((await planInForce(db, 'ccms', 2016, '2016-04-30'))?.version).toBe(1);
    expect((await cycleOf(db, CYCLE))?.openedAt).toBe('2015-06-01T06:00:00Z');
  });

  test('also when the files have changed since: of the plan nothing is touched, of the calendar nothing is read', async () => {
    const first = await prepare();
    const edited: Bodies = {
      ...bodies,
      plan: (entity, exercise) => {
        const plan = bodies.plan(entity, exercise);
        return plan === undefined ? undefined : { ...plan, areas: plan.areas.slice(1) };
      },
      calendar: () => ({ ok: false, error: [{ code: 'window', path: [], message: 'il file è cambiato' }] }),
    };
    expect((await prepare(activities(edited))).calendar).toEqual(first.calendar);
    expect(await listPlanVersions(db, 'ccms', 2016)).toHaveLength(1);
  });

  test('without a Piano no document is written, and what is said names a way that exists', async () => {
    const without = activities({ ...bodies, plan: () => undefined });
    const step = stepIn((await prepare(without)).calendar, 'rpp-approvazione');
    const written = without.freezeDocument(REF, step, 1, '2015-10-01T08:00:00Z');
    await expect(written).rejects.toThrow('il controllo di gestione lo carica dalla pagina Piano del ciclo');
    await expect(written).rejects.not.toThrow('plan load');
  });

  test('takes in the Piano that was not there the first time, and only then', async () => {
    const without: Bodies = { ...bodies, plan: () => undefined };
    await prepare(activities(without));
    expect(await listPlanVersions(db, 'ccms', 2016)).toEqual([]);
    await prepare();
    expect((await listPlanVersions(db, 'ccms', 2016)).map((v) => [v.version, v.status])).toEqual([[1, 'draft']]);
  });

  test.each(['closed', 'cancelled'] as const)('does not set one that is %s running again', async (status) => {
    await prepare();
    await setCycleStatus(db, CYCLE, status, '2017-06-30T10:00:00Z');
    const again = await prepare(activities(), '2017-09-01T09:00:00Z');
    expect(again.ended).toBe(status);
    expect(await cycleOf(db, CYCLE)).toMatchObject({ status, closedAt: '2017-06-30T10:00:00Z' });
  });

  test('answers where each step stands: state, run, rounds before its board, dates as extended', async () => {
    const { calendar } = await prepare();
    await setStepState(db, CYCLE, 'rpp-approvazione', { status: 'late', run: 2 });
    await setStepState(db, CYCLE, 'obiettivi-operativi', { dueOn: '2015-12-15', dueAt: '2015-12-15T22:59:59Z' });
    await recordDecision(db, {
      key: 'consiglio/1',
      cycle: CYCLE,
      step: 'rpp-approvazione',
      round: 3,
      board: 'consiglio',
      outcome: 'rejected',
      remarks: 'incompleta',
      decidedBy: 'ida',
      documentHash: 'a'.repeat(64),
      simulated: true,
      at: '2015-10-20T09:00:00Z',
    });
    const { standing = [] } = await prepare();
    expect(standing.map((s) => s.step.id)).toEqual(calendar.steps.map((s) => s.id));
    const of = (id: string) => standing.find((s) => s.step.id === id);
    expect(of('rpp-approvazione')).toMatchObject({ status: 'late', run: 2, roundsHeld: 3 });
    expect(of('obiettivi-operativi')).toMatchObject({ status: 'waiting', run: 0, step: { dueOn: '2015-12-15' } });
    expect(of('obiettivi-operativi')?.step.notices.some((n) => n.on > '2015-12-01')).toBe(true);
  });

  test('two at once make one cycle', async () => {
    await Promise.all([prepare(), prepare(), prepare()]);
    expect(await listPlanVersions(db, 'ccms', 2016)).toHaveLength(1);
    const lines = await logOf(db, { cycle: CYCLE });
    expect(lines.filter((line) => line.action === 'cycle-opened')).toHaveLength(1);
  });
});

describe('what is written of a step', () => {
  test('two acts in the same second are two lines; one tried twice is one', async () => {
    const a = activities();
    const step = stepIn((await prepare(a)).calendar, 'analisi-contesto');
    const extended = (n: number) =>
      change(step, { action: 'extended', key: `atto-${n}`, reason: `proroga ${n}`, actor: { person: 'sauro' } });
    for (let n = 0; n < 8; n++) await a.recordStep(REF, step, extended(n));
    await a.recordStep(REF, step, extended(7));
    expect(await actionsOf(step.id)).toHaveLength(8);
  });

  test('an attempt that comes through late does not undo what was written after it', async () => {
    const a = activities();
    const step = stepIn((await prepare(a)).calendar, 'analisi-contesto');
    const late = change(step, { key: '2', action: 'late', status: 'late' });
    await a.recordStep(REF, step, change(step, { key: '1' }));
    await a.recordStep(REF, step, late);
    await a.recordStep(REF, step, change(step, { key: '3', action: 'completed', status: 'done' }));
    await a.recordStep(REF, step, late);
    expect((await stepOf(db, CYCLE, step.id))?.status).toBe('done');
    expect(await actionsOf(step.id)).toEqual(['step-opened', 'step-late', 'step-completed']);
  });

  test('that it was late, written by an attempt that was let go, does not open again what has ended', async () => {
    const { calendar } = await prepare();
    const step = stepIn(calendar, 'analisi-contesto');
    const a = activities();
    await a.recordStep(REF, step, change(step, { action: 'completed', status: 'done', key: 'finita' }));
    await a.recordStep(REF, step, change(step, { action: 'late', status: 'late', key: 'in-ritardo' }));
    expect(await stepOf(db, CYCLE, step.id)).toMatchObject({ status: 'done' });
    expect((await logOf(db, { cycle: CYCLE, step: step.id })).map(({ action }) => action)).not.toContain('step-late');
  });

  test('an extension of what has ended is refused; of what is late it gives time again', async () => {
    const a = activities();
    const step = stepIn((await prepare(a)).calendar, 'analisi-contesto');
    await a.recordStep(REF, step, change(step, { key: '1' }));
    await a.recordStep(REF, step, change(step, { key: '2', action: 'late', status: 'late' }));
    const longer = { dueOn: '2016-06-30', dueAt: '2016-06-30T21:59:59Z' } as const;
    // Whatever the cycle believes of it: only its dates change.
    await a.recordStep(REF, step, change(step, { key: '3', action: 'extended', status: 'open', ...longer }));
    expect(await stepOf(db, CYCLE, step.id)).toMatchObject({ status: 'open', dueOn: '2016-06-30' });
    await a.recordStep(REF, step, change(step, { key: '4', action: 'completed', status: 'done', ...longer }));
    const late = a.recordStep(REF, step, change(step, { key: '5', action: 'extended', status: 'open' }));
    await expect(late).rejects.toThrow(ApplicationFailure);
    await expect(late).rejects.toThrow('è conclusa');
    expect(await stepOf(db, CYCLE, step.id)).toMatchObject({ status: 'done', dueOn: '2016-06-30' });
    expect(await actionsOf(step.id)).toEqual(['step-opened', 'step-late', 'step-extended', 'step-completed']);
  });

  test('a cycle that is cancelled says who did, for whom and why; one that ends by itself, nobody', async () => {
    const a = activities();
    await prepare(a);
    const actor = { person: 'lidia.fornasetti', actingFor: 'guglielmo.tarasconi' };
    await a.closeCycle(REF, 'cancelled', '2016-05-02T08:00:00Z', actor, 'ente soppresso');
    // An attempt that comes through twice leaves one line.
    await a.closeCycle(REF, 'cancelled', '2016-05-02T08:00:00Z', actor, 'ente soppresso');
    expect(await cycleOf(db, CYCLE)).toMatchObject({ status: 'cancelled' });
    const lines = (await logOf(db, { cycle: CYCLE })).filter(({ action }) => action === 'cycle-cancelled');
    expect(lines).toMatchObject([
      { actor: 'lidia.fornasetti', actingFor: 'guglielmo.tarasconi', detail: { reason: 'ente soppresso' } },
    ]);
    await a.closeCycle(REF, 'closed', '2016-05-03T08:00:00Z');
    const [closed] = (await logOf(db, { cycle: CYCLE })).filter(({ action }) => action === 'cycle-closed');
    expect(closed).toMatchObject({ actor: 'sistema', actingFor: null });
  });

  test('its run is how often it was opened, its round how often its document came before the board', async () => {
    const a = activities();
    const step = stepIn((await prepare(a)).calendar, 'rpp-approvazione');
    const stands = async () => {
      const found = await stepOf(db, CYCLE, step.id);
      return [found?.run, (await roundsOf(db, CYCLE)).get(step.id) ?? 0];
    };
    await a.recordStep(REF, step, change(step, { key: '1' }));
    expect(await stands()).toEqual([1, 0]);
    await a.recordStep(REF, step, change(step, { key: '2', action: 'reopened', run: 2 }));
    expect(await stands()).toEqual([2, 0]);
    for (const round of [1, 2, 3]) await a.freezeDocument(REF, step, round, '2016-05-03T08:00:00Z');
    await a.recordStep(REF, step, change(step, { key: '3', action: 'late', status: 'late', run: 2 }));
    expect(await stands()).toEqual([2, 3]);
    // An attempt that was given up and comes through late.
    await a.freezeDocument(REF, step, 2, '2016-05-03T08:00:00Z');
    expect(await stands()).toEqual([2, 3]);
  });

  test('what keeps it from going on is on record until it goes on, and meanwhile it waits for who can mend it', async () => {
    const a = activities();
    const step = stepIn((await prepare(a)).calendar, 'rpp-approvazione');
    const waiting = async () => {
      const found = await stepOf(db, CYCLE, step.id);
      return [found?.status, found?.trouble, found?.waitingFor];
    };
    await a.recordStep(REF, step, change(step, { key: '1' }));
    await a.recordStep(REF, step, change(step, { key: '2', action: 'stuck', reason: 'il Piano non c’è' }));
    expect(await waiting()).toEqual(['open', 'il Piano non c’è', ['controllo-gestione']]);
    await a.recordStep(REF, step, change(step, { key: '3', action: 'late', status: 'late' }));
    expect(await waiting()).toEqual(['late', 'il Piano non c’è', ['controllo-gestione']]);
    await a.recordStep(REF, step, change(step, { key: '4', action: 'unstuck', status: 'late' }));
    // Its document has not been transmitted yet: it waits for who prepares it.
    expect(await waiting()).toEqual(['late', null, step.owners]);
    await a.recordStep(REF, step, change(step, { key: '5', action: 'failed', status: 'failed', reason: 'guasto' }));
    expect(await waiting()).toEqual(['failed', 'guasto', ['controllo-gestione']]);
    await a.recordStep(REF, step, change(step, { key: '6', action: 'restarting' }));
    expect(await waiting()).toEqual(['open', null, step.owners]);
  });
});

describe('the inbox of a checkpoint', () => {
  let a: Activities;
  let step: DatedStep;
  let codes: readonly string[];
  beforeEach(async () => {
    a = activities();
    const { calendar } = await prepare(a);
    await inForce();
    step = stepIn(calendar, CHECKPOINT);
    await a.recordStep(REF, step, change(step, { key: 'aperta' }));
    await a.openCheckpoint(REF, step, '2016-05-02T07:00:00Z');
    codes = (await frozenIndicators(db, target)).map((i) => i.indicator);
  });

  const submit = async (indicators: readonly string[]) =>
    await submitMeasurements(db, {
      ...target,
      officer: 'paola.bertoni',
      at: '2016-05-03T08:00:00Z',
      simulated: true,
      channel: 'form',
      rows: indicators.map((indicator) => ({ indicator, actual: { kind: 'not-assessable', reason: 'prova' } })),
    });

  test('closing takes all that has a receipt, however much there is', async () => {
    const [one = ''] = codes;
    for (let sent = 0; sent < 2_300; sent += 100)
      await Promise.all(Array.from({ length: 100 }, async () => await submit([one])));
    const by = { actor: { person: 'ottavia' }, reason: 'gli uffici non rispondono: determinazione n. 7' };
    expect(await a.closeCheckpoint(REF, CHECKPOINT, by, '2016-05-20T08:00:00Z')).toMatchObject({ closed: true });
    expect(await untakenSubmissions(db, target)).toEqual([]);
    const { n } = await db
      .selectFrom('log')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('action', '=', 'measurements-submitted')
      .executeTakeFirstOrThrow();
    expect(n).toBe(2_300);
  }, 240_000);

  test('does not close by itself while a value is missing, and closes when none is', async () => {
    await submit(codes);
    const [one = ''] = codes;
    await a.returnValue(REF, CHECKPOINT, one, 'da correggere', { person: 'ottavia' }, '2016-05-04T08:00:00Z');
    const at = '2016-05-05T08:00:00Z';
    expect(await a.closeCheckpoint(REF, CHECKPOINT, undefined, at)).toMatchObject({ closed: false, missing: 1 });
    expect((await checkpointOf(db, target))?.state).toBe('collecting');
    await submit([one]);
    expect(await a.closeCheckpoint(REF, CHECKPOINT, undefined, at)).toMatchObject({ closed: true, missing: 0 });
    expect(await actionsOf(CHECKPOINT)).not.toContain('checkpoint-closed');
  });

  test('closed by hand it says in the log who did it and why, also after it is opened again', async () => {
    const by = { actor: { person: 'sauro', actingFor: 'ottavia' }, reason: 'determinazione n. 7' };
    const at = '2016-05-20T08:00:00Z';
    await a.closeCheckpoint(REF, CHECKPOINT, by, at);
    // Tried twice, as after a lost answer.
    await a.closeCheckpoint(REF, CHECKPOINT, by, at);
    await a.openCheckpoint(REF, step, '2016-05-22T08:00:00Z');
    expect((await checkpointOf(db, target))?.state).toBe('collecting');
    const lines = (await logOf(db, { cycle: CYCLE, step: CHECKPOINT })).filter((l) => l.action === 'checkpoint-closed');
    expect(lines).toMatchObject([
      { actor: 'sauro', actingFor: 'ottavia', at, detail: { reason: 'determinazione n. 7' } },
    ]);
  });

  test('a closing from before there were such lines gets its own when it is opened again', async () => {
    await db
      .updateTable('checkpoints')
      .set({ state: 'closed', closedAt: '2016-05-20T08:00:00Z', closedBy: 'sauro', closeReason: 'determinazione n. 7' })
      .execute();
    await a.openCheckpoint(REF, step, '2016-05-22T08:00:00Z');
    expect(await actionsOf(CHECKPOINT)).toContain('checkpoint-closed');
  });

  test('after a cancellation nobody gets a receipt any more, and what had one is in the log', async () => {
    await submit(codes.slice(0, 2));
    await a.recordStep(REF, step, change(step, { key: 'fine', action: 'cancelled', status: 'cancelled' }));
    const late = await submit(codes.slice(2, 4));
    expect(late.ok || late.error.reason).toBe('closed');
    expect(await untakenSubmissions(db, target)).toEqual([]);
    expect(await actionsOf(CHECKPOINT)).toContain('measurements-submitted');
  });

  test('the sweep takes what a closed one still holds, and leaves one that takes nothing more and more alone, answered for or not', async () => {
    const asked: string[] = [];
    let answers = false;
    const client = {
      workflow: {
        getHandle: (id: string) => ({
          signal: async () => {
            asked.push(id);
            if (!answers) throw new WorkflowNotFoundError('no such workflow', id, undefined);
          },
        }),
      },
    } as unknown as Client;
    const round = sweeper({ client, register, space: REF.space, log: pino({ level: 'silent' }) });
    await submit(codes.slice(0, 1));
    for (let n = 0; n < 64; n++) await round();
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(8);
    const before = asked.length;
    answers = true;
    for (let n = 0; n < 128; n++) await round();
    expect(asked.length).toBeLessThan(before + 3);
    // What has newly arrived is not left waiting for what has not been taken.
    const calm = asked.length;
    await submit(codes.slice(1, 2));
    await round();
    expect(asked.length).toBe(calm + 1);
    await db
      .updateTable('checkpoints')
      .set({ state: 'closed', closedAt: '2016-05-20T08:00:00Z', closedBy: 'sistema' })
      .execute();
    await round();
    expect(await untakenSubmissions(db, target)).toEqual([]);
    expect(await actionsOf(CHECKPOINT)).toContain('measurements-submitted');
  });
});

test('prompts of a step that has ended are taken back; what tells how it ended still leaves', async () => {
  const a = activities();
  const { calendar } = await prepare(a);
  const [ended, open] = ['analisi-contesto', 'rpp-approvazione'].map((id) => stepIn(calendar, id));
  if (ended === undefined || open === undefined) throw new Error('no steps');
  const notice = (step: string, kind: string) => ({
    cycle: CYCLE,
    step,
    kind,
    on: '2016-01-20' as const,
    person: 'paola',
    occasion: '1/x',
    to: { name: 'Paola', address: 'paola@ccms.example' },
    message: {},
    simulated: true,
    dueAt: '2016-01-20T08:00:00Z' as const,
  });
  await planNotices(
    db,
    [
      notice(ended.id, 'step-opening'),
      notice(ended.id, 'escalation'),
      notice(ended.id, 'decision-result'),
      notice(open.id, 'step-opening'),
    ],
    'ccms.example',
  );
  await a.recordStep(REF, ended, change(ended, { key: '1' }));
  await a.recordStep(REF, open, change(open, { key: '1' }));
  await a.recordStep(REF, ended, change(ended, { key: '2', action: 'completed', status: 'done' }));
  expect(await withdrawEnded(db, 'l’attività si è conclusa')).toBe(2);
  expect(await withdrawEnded(db, 'l’attività si è conclusa')).toBe(0);
  const states = (await noticesOf(db, { cycle: CYCLE })).map((n) => [n.step, n.kind, n.state]).sort();
  expect(states).toEqual([
    [ended.id, 'decision-result', 'planned'],
    [ended.id, 'escalation', 'withdrawn'],
    [ended.id, 'step-opening', 'withdrawn'],
    [open.id, 'step-opening', 'planned'],
  ]);
});

describe('a cycle that begins in mid-year', () => {
  const BY = '2016-03-10T09:00:00Z' as const;
  const line = (step: string, on: string, action = 'earlier-step-recorded'): LogEntry => ({
    at: BY,
    actor: 'guglielmo.tarasconi',
    action,
    subject: step,
    cycle: CYCLE,
    step,
    detail: { earlier: { on, act: `delibera del ${on}` } },
  });

  test('has done from its first day what was done on paper, on its day, and its Piano in force', async () => {
    await appendLog(
      db,
      line('rpp-approvazione', '2015-10-28'),
      line('piano-approvazione', '2016-01-27'),
      line('analisi-contesto', '2015-09-01'),
      line('analisi-contesto', '', 'earlier-step-withdrawn'),
    );
    const file = { name: 'delibera 8.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7') };
    const step = { cycle: CYCLE, step: 'piano-approvazione', run: 1 };
    await holdEnclosures(db, {
      ...step,
      key: earlierKey(CYCLE, step.step),
      person: 'guglielmo.tarasconi',
      actingFor: undefined,
      at: BY,
      enclosed: [{ kind: 'attachment', file }],
    });
    const input = await prepare(activities(), BY);
    const standing = new Map(input.standing?.map(({ step, status }) => [step.id, status]));
    expect([...standing].filter(([, status]) => status === 'done').map(([id]) => id)).toEqual([
      'rpp-approvazione',
      'piano-approvazione',
    ]);
    expect(standing.get('analisi-contesto')).toBe('waiting');
    expect(await stepOf(db, CYCLE, 'piano-approvazione')).toMatchObject({
      status: 'done',
      completedAt: '2016-01-27T11:00:00Z',
      note: 'fatta prima di Ciclo; delibera del 2016-01-27',
    });
    expect(await planInForce(db, 'ccms', 2016, '2016-03-10')).toMatchObject({ version: 1, inForceFrom: '2016-01-27' });
    expect(await attachmentsOf(db, CYCLE, step.step)).toMatchObject([{ name: file.name, run: 1, size: 8, at: BY }]);
    expect(await enclosedFiles(db, earlierKey(CYCLE, step.step))).toEqual([]);
    expect(await noticesOf(db, { cycle: CYCLE })).toEqual([]);
    // Started again it is the same.
    expect((await prepare(activities(), BY)).standing).toEqual(input.standing);
  });

  test.each([
    ['in a table of its own', undefined],
    ['not yet in the place of the example', initWords.files.source],
  ])('with an approved Piano that is %s begins with none in force: an act brings it', async (_, source) => {
    await appendLog(db, line('piano-approvazione', '2016-01-27'));
    const plan = bodies.plan('ccms', 2016);
    const example = plan && { ...plan, areas: plan.areas.map((area) => ({ ...area, source: source ?? '' })) };
    await prepare(activities({ ...bodies, plan: () => (source === undefined ? undefined : example) }), BY);
    expect(await planInForce(db, 'ccms', 2016, '2016-03-10')).toBeUndefined();
    expect(await stepOf(db, CYCLE, 'piano-approvazione')).toMatchObject({ status: 'done' });
  });

  test('is not begun with a step the calendar does not have, and says how to go on', async () => {
    await appendLog(db, line('delibera-di-giunta', '2016-01-27'));
    await expect(prepare(activities(), BY)).rejects.toThrow(/«delibera-di-giunta».*withdraw-earlier/);
    expect(await cycleOf(db, CYCLE)).toBeUndefined();
  });

  test('begins like any other where nothing was done before', async () => {
    expect((await prepare(activities(), BY)).standing).toBeUndefined();
  });
});

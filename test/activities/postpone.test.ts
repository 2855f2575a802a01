import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createActivities } from '../../src/activities/index.js';
import type { Activities } from '../../src/activities/types.js';
import type { PostponementChange } from '../../src/domain/calendar/postponement.js';
import { REAL_TIME } from '../../src/domain/clock.js';
import { policyOf } from '../../src/register/cycles.js';
import { openRegister, type Register } from '../../src/register/database.js';
import { logOf } from '../../src/register/log.js';
import { migrate } from '../../src/register/migrate.js';
import { addOwnRule } from '../../src/register/own-rules.js';
import { addOwnTerm } from '../../src/register/own-terms.js';
import { budgetPostponement } from '../../src/register/postponements.js';
import { type StepRecord, setStepState, stepOf } from '../../src/register/steps.js';
import { loadBodies } from '../../src/seeds/bodies.js';
import { CONSOLE_URL, testInvitations } from '../client/pages/parts.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';
import { exampleOf } from '../setup/example-body.js';

const REF = { space: 'prova_1', entity: 'valfiorita', exercise: 2027 } as const;
const CYCLE = 'valfiorita/2027';
const AT = '2026-12-29T09:00:00Z';
const actor = { person: 'sauro.benedetti' };
const bodies = loadBodies(await exampleOf('comune', 'comune'));

let database: FreshDatabase;
let register: Register;
let activities: Activities;
beforeEach(async () => {
  if (!bodies.ok) throw new Error('the example has errors');
  database = await freshDatabase();
  await migrate({ url: database.url, schema: REF.space });
  register = await openRegister({ url: database.url, schema: REF.space, unsaid: 'every-body' });
  activities = createActivities({
    register,
    bodies: bodies.value,
    invitations: testInvitations(),
    publicDir: '/tmp/nowhere',
    rehearsalSeed: 1,
    log: pino({ level: 'silent' }),
    now: () => AT,
    post: {
      transport: {
        connections: 1,
        send: async () => ({ outcome: 'accepted', response: '250' }),
        close: () => undefined,
      },
      from: { name: 'Ciclo', address: 'ciclo@valfiorita.example' },
      domain: 'valfiorita.example',
      consoleUrl: CONSOLE_URL,
      clock: () => REAL_TIME,
    },
  });
  await activities.prepareCycle({ ...REF, clock: REAL_TIME }, '2026-06-01T06:00:00Z');
});
afterEach(async () => {
  await register.close();
  await database.drop();
});

const step = async (id: string): Promise<StepRecord> => {
  const found = await stepOf(register.db, CYCLE, id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};
const order = (key: string, change: PostponementChange) => activities.postponeBudget(REF, { key, actor, change }, AT);
const FEBRUARY = { kind: 'declared', term: '2027-02-28', norm: 'D.M. Interno 24 dicembre 2026' } as const;

describe('a decree postpones the bilancio of a Comune', () => {
  test('the bilancio, the PEG and the PIAO have other days; what is done keeps its own, and the log says each', async () => {
    await setStepState(register.db, CYCLE, 'dup-presentazione', { status: 'done', completedAt: AT });
    await setStepState(register.db, CYCLE, 'bilancio-approvazione', { status: 'late', openedAt: AT });
    const before = await step('piano-approvazione');
    const moved = (await order('k1', FEBRUARY)).map(({ id }) => id);
    expect(moved).toEqual(
      expect.arrayContaining([
        'bilancio-approvazione',
        'peg-approvazione',
        'piano-approvazione',
        'piano-pubblicazione',
      ]),
    );
    expect(moved).not.toContain('rendiconto-approvazione');
    expect(await step('bilancio-approvazione')).toMatchObject({
      status: 'open',
      planned: { legalTerm: '2027-02-28', norm: { citation: FEBRUARY.norm } },
    });
    expect((await step('piano-approvazione')).dueOn > before.dueOn).toBe(true);
    expect((await step('peg-approvazione')).planned.nominalDueOn).toBe('2027-03-18');
    expect(await budgetPostponement(register.db, CYCLE)).toEqual({ term: FEBRUARY.term, norm: FEBRUARY.norm });
    const log = (await logOf(register.db, { cycle: CYCLE })).filter(({ action }) => action === 'step-dated-again');
    expect(log.map((line) => line.step).sort()).toEqual([...moved].sort());
    expect(log[0]).toMatchObject({ actor: actor.person, detail: { reason: expect.stringContaining(FEBRUARY.norm) } });
  });

  test('asked again it is the same order, once', async () => {
    const first = await order('k1', FEBRUARY);
    expect(await order('k1', FEBRUARY)).toEqual(first);
    const declared = (await logOf(register.db, { cycle: CYCLE })).filter(({ action }) => action === 'budget-postponed');
    expect(declared).toHaveLength(1);
  });

  test('a second decree goes further; each is taken back, and the days of before return', async () => {
    const [term, peg] = [await step('bilancio-approvazione'), await step('peg-approvazione')];
    await order('k1', FEBRUARY);
    const atFebruary = await step('bilancio-approvazione');
    await expect(order('k2', { ...FEBRUARY, term: '2027-02-15' })).rejects.toThrow('già differito al 28/02/2027');
    await order('k3', { ...FEBRUARY, term: '2027-04-30' });
    expect((await step('bilancio-approvazione')).dueOn).toBe('2027-04-30');
    await order('k4', { kind: 'withdrawn', reason: 'decreto non pubblicato' });
    expect((await step('bilancio-approvazione')).dueOn).toBe(atFebruary.dueOn);
    await order('k5', { kind: 'withdrawn', reason: 'errore' });
    expect((await step('bilancio-approvazione')).dueOn).toBe(term.dueOn);
    expect((await step('peg-approvazione')).planned).toMatchObject({ dueOn: peg.dueOn, opensOn: peg.planned.opensOn });
    await expect(order('k6', { kind: 'withdrawn', reason: 'errore' })).rejects.toThrow('nulla da ritirare');
  });

  test('a day outside the exercise is refused with why, and nothing changes', async () => {
    await expect(order('k1', { ...FEBRUARY, term: '2026-12-31' })).rejects.toThrow('non cade nell’esercizio');
    expect(await budgetPostponement(register.db, CYCLE)).toBeUndefined();
  });

  test('a cycle started again goes on from the new days', async () => {
    await order('k1', FEBRUARY);
    const again = await activities.prepareCycle({ ...REF, clock: REAL_TIME }, AT);
    const budget = again.standing?.find(({ step: { id } }) => id === 'bilancio-approvazione')?.step;
    expect(budget).toMatchObject({ nominalDueOn: '2027-02-28', norm: { citation: FEBRUARY.norm } });
  });
});

describe('a term of the calendar that the body has changed', () => {
  const changed = (step: string, due: string) =>
    addOwnTerm(register.db, {
      ...{ key: `${step}/${due}`, entity: REF.entity, step, fromExercise: 2028, due, citation: 'deliberazione n. 3' },
      ...{ force: 'body', person: actor.person, actingFor: null, at: AT },
    });
  const begin = () => activities.prepareCycle({ ...REF, exercise: 2028, clock: REAL_TIME }, '2027-06-01T06:00:00Z');
  const dueOf = async (id: string) => (await stepOf(register.db, 'valfiorita/2028', id))?.dueOn;

  test('is that of the cycle that begins, and stays when its budget is postponed', async () => {
    await changed('relazione-redazione', '27 aprile Y+1');
    await begin();
    expect(await dueOf('relazione-redazione')).toBe('2029-04-27');
    // The year before has what it had.
    expect((await step('relazione-redazione')).dueOn).toBe('2028-05-15');
    await activities.postponeBudget(
      { ...REF, exercise: 2028 },
      { key: 'k', actor, change: { kind: 'declared', term: '2028-03-31', norm: 'D.M. 20 dicembre 2027' } },
      '2027-12-29T09:00:00Z',
    );
    expect([await dueOf('bilancio-approvazione'), await dueOf('relazione-redazione')]).toEqual([
      '2028-03-31',
      '2029-04-27',
    ]);
  });

  test('of a step the calendar does not have keeps the cycle from beginning, with what to do', async () => {
    await changed('delibera', '27 aprile Y+1');
    await expect(begin()).rejects.toThrow(/«delibera».*withdraw-term/);
  });
});

describe('a rule that the body has changed', () => {
  const changed = (piece: string, said: string) =>
    addOwnRule(register.db, {
      ...{ key: `${piece}/${said}`, entity: REF.entity, piece, fromExercise: 2028, said, act: 'deliberazione n. 4' },
      ...{ person: actor.person, actingFor: null, at: AT },
    });
  const begin = () => activities.prepareCycle({ ...REF, exercise: 2028, clock: REAL_TIME }, '2027-06-01T06:00:00Z');
  const reminders = async (cycle: string) =>
    (await stepOf(register.db, cycle, 'bilancio-approvazione'))?.planned.notices.filter(
      ({ kind }) => kind === 'reminder',
    ).length;

  test('is pinned to the cycle that begins, with its reminders, and the one that runs keeps what it had', async () => {
    await changed('tetto', '120%');
    await changed('promemoria', '20, 10, 5, 3');
    await begin();
    expect(await policyOf(register.db, 'valfiorita/2028')).toMatchObject({ version: '1+2', cap: '120' });
    expect(await policyOf(register.db, CYCLE)).toMatchObject({ version: '1', cap: '100' });
    expect([await reminders(CYCLE), await reminders('valfiorita/2028')]).toEqual([2, 4]);
    // Extended or postponed, a step is reminded of by the same plan.
    await activities.postponeBudget(
      { ...REF, exercise: 2028 },
      { key: 'k', actor, change: { kind: 'declared', term: '2028-03-31', norm: 'D.M. 20 dicembre 2027' } },
      '2027-10-29T09:00:00Z',
    );
    expect(await reminders('valfiorita/2028')).toBe(4);
  });

  test('that its file does not have any more keeps the cycle from beginning, with what to do', async () => {
    await changed('fasce-altri', 'Unica da 0% quota 100%');
    await expect(begin()).rejects.toThrow(/«fasce-altri» non è una regola.*withdraw-rule/);
  });
});

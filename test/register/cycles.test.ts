import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { loadClock, saveClock } from '../../src/register/clock.js';
import { cycleOf, listCycles, saveCycle, setCycleStatus } from '../../src/register/cycles.js';
import { saveSteps, setStepState, stepOf, stepsOf } from '../../src/register/steps.js';
import { aCycle, aStep, STEPS } from './fixtures.js';
import { aRegister } from './register.js';

describe('a cycle', () => {
  const register = aRegister();
  let cycle = '';
  beforeAll(async () => {
    cycle = await aCycle(register.db);
  });

  it('is found by entity and exercise with its pinned calendar and policy', async () => {
    expect(cycle).toBe('prova/2016');
    expect(await cycleOf(register.db, cycle)).toMatchObject({
      entity: 'prova',
      exercise: 2016,
      simulated: true,
      seed: 42,
      status: 'planned',
      policy: { id: 'ccms-2016' },
      calendar: { steps: STEPS },
    });
  });

  it('recorded again keeps the calendar and policy it was first given', async () => {
    const first = await cycleOf(register.db, cycle);
    if (first === undefined) throw new Error('no cycle');
    const { seed: _, ...rest } = first;
    await saveCycle(register.db, { ...rest, templateVersion: '2', policy: { id: 'altra' }, simulated: false });
    expect(await cycleOf(register.db, cycle)).toEqual(first);
  });

  it('remembers when it first opened and when it closed', async () => {
    await setCycleStatus(register.db, cycle, 'running', '2015-06-01T06:00:00Z');
    await setCycleStatus(register.db, cycle, 'running', '2015-06-02T06:00:00Z');
    expect(await cycleOf(register.db, cycle)).toMatchObject({
      status: 'running',
      openedAt: '2015-06-01T06:00:00Z',
      closedAt: null,
    });
    await setCycleStatus(register.db, cycle, 'closed', '2017-06-30T10:00:00Z', 'Relazione pubblicata');
    await setCycleStatus(register.db, cycle, 'closed', '2017-07-01T10:00:00Z');
    expect(await listCycles(register.db, 'prova')).toMatchObject([
      { id: cycle, status: 'closed', closedAt: '2017-06-30T10:00:00Z', note: 'Relazione pubblicata' },
    ]);
  });

  it('that is not there cannot change status', async () => {
    await expect(setCycleStatus(register.db, 'prova/1999', 'running', '2015-06-01T06:00:00Z')).rejects.toThrow(
      'prova/1999',
    );
  });

  it.each(['2015-06-01T06:00:00.5Z', '2015-06-01T06:00:00+02:00', '2015-06-01', '2015-06-01T06:00:00Z\n'])(
    'refuses an instant that is not in UTC with seconds: %j',
    async (text) => {
      const wrong = text as Instant; // what the compiler would refuse is what is tried
      await expect(setStepState(register.db, cycle, 'analisi', { openedAt: wrong })).rejects.toThrow('instant_check');
    },
  );
});

describe('the steps of a cycle', () => {
  const register = aRegister();
  let cycle = '';
  beforeAll(async () => {
    cycle = await aCycle(register.db);
  });

  it('wait in the order of the calendar, as planned', async () => {
    const steps = await stepsOf(register.db, cycle);
    expect(steps.map((s) => s.planned)).toEqual(STEPS);
    expect(steps.every((s) => s.status === 'waiting')).toBe(true);
  });

  it('change only in what is said, the same twice', async () => {
    const opening = {
      status: 'open',
      openedAt: '2016-01-04T07:00:00Z',
      waitingFor: ['controllo', 'ufficio:isr'],
    } as const;
    await setStepState(register.db, cycle, 'analisi', opening);
    await setStepState(register.db, cycle, 'analisi', {
      dueOn: '2016-02-15',
      dueAt: '2016-02-15T22:59:59Z',
      note: 'proroga',
    });
    await setStepState(register.db, cycle, 'analisi', opening);
    expect(await stepOf(register.db, cycle, 'analisi')).toMatchObject({
      ...opening,
      dueOn: '2016-02-15',
      note: 'proroga',
      run: 1,
      planned: { dueOn: '2016-01-31' },
    });
  });

  it('planned again keep where they stand; one that is new is added', async () => {
    await setStepState(register.db, cycle, 'analisi', {
      status: 'done',
      completedAt: '2016-02-01T09:00:00Z',
      waitingFor: [],
    });
    await saveSteps(register.db, cycle, [...STEPS, aStep('aggiornamento-1', 'amendment')]);
    expect(await stepOf(register.db, cycle, 'analisi')).toMatchObject({ status: 'done', waitingFor: [] });
    expect((await stepsOf(register.db, cycle)).map((s) => s.id)).toEqual([
      ...STEPS.map((s) => s.id),
      'aggiornamento-1',
    ]);
  });

  it('that the calendar does not have cannot change', async () => {
    await expect(setStepState(register.db, cycle, 'mai-sentita', { status: 'done' })).rejects.toThrow('mai-sentita');
  });
});

describe('the clock of a register', () => {
  const register = aRegister();

  it('is none at first, then the last one saved', async () => {
    expect(await loadClock(register.db)).toBeUndefined();
    const clock = { origin: 1_750_000_000_000, start: Date.parse('2015-06-01T06:00:00Z'), speed: 400_000 };
    await saveClock(register.db, clock);
    expect(await loadClock(register.db)).toEqual({ clock });
    await saveClock(register.db, { ...clock, origin: clock.origin + 5 }, '2015-07-01T00:00:00Z');
    expect(await loadClock(register.db)).toEqual({
      clock: { ...clock, origin: clock.origin + 5 },
      lastSeen: '2015-07-01T00:00:00Z',
    });
  });
});

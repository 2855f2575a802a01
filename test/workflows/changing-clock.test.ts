import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar/civil-date.js';
import type { CivilDate, DatedCalendar } from '../../src/domain/calendar/types.js';
import { type Clock, msOfInstant } from '../../src/domain/clock.js';
import { cycleWorkflow } from '../../src/workflows/ids.js';
import { performanceCycle } from '../../src/workflows/index.js';
import { clockSignal, cycleQuery } from '../../src/workflows/messages.js';
import { clockFrom, eachOnItsOwnServer, office, REF, START, step, withWorker } from './office.js';

const server = eachOnItsOwnServer();

const FIRST_DAY: CivilDate = '2015-12-10';
const WAITING = 30;
const steps = Array.from({ length: WAITING }, (_, i) =>
  step('task', { id: `passo-${i}`, opensOn: addDays(FIRST_DAY, i), dueOn: addDays(FIRST_DAY, i + 20) }),
);
const calendar: DatedCalendar = {
  template: 'prova',
  templateVersion: '1',
  entity: REF.entity,
  exercise: REF.exercise,
  opensAt: START,
  phases: [{ id: 'programmazione', number: 1, title: 'Prova' }],
  steps,
};

const begin = async (taskQueue: string) =>
  await server.env.client.workflow.start(performanceCycle, {
    taskQueue,
    workflowId: cycleWorkflow(REF),
    args: [{ ref: REF, calendar, clock: await clockFrom(server.env) }],
  });
type Cycle = Awaited<ReturnType<typeof begin>>;

const opened = async (cycle: Cycle): Promise<number> =>
  (await cycle.query(cycleQuery)).steps.filter((s) => s.status !== 'waiting').length;
const timersOf = async (cycle: Cycle): Promise<number> =>
  ((await cycle.fetchHistory()).events ?? []).filter((e) => e.timerStartedEventAttributes != null).length;
const reading = async (day: CivilDate, speed = 1): Promise<Clock> => ({
  origin: await server.env.currentTimeMs(),
  start: msOfInstant(`${day}T06:00:00Z`),
  speed,
});

test('twenty-five changes of the clock cost a cycle of thirty waiting steps as many timers at most, not as many for each', async () => {
  await withWorker(server.env, office(), async (taskQueue) => {
    const cycle = await begin(taskQueue);
    for (let i = 0; i < 25; i++) {
      await cycle.signal(clockSignal, await reading('2015-12-02', 1 + (i % 7)));
      // One change, one task: as in a rehearsal, where they come apart.
      expect(await opened(cycle)).toBe(0);
    }
    expect(await timersOf(cycle)).toBeLessThanOrEqual(26);
  });
});

test('each step opens on its day by the clock as it is by then: slowed down, hurried on or put forward', async () => {
  await withWorker(server.env, office(), async (taskQueue) => {
    const cycle = await begin(taskQueue);
    // Slower than the timer was set for: it rings for nothing, and nothing opens.
    await cycle.signal(clockSignal, await reading('2015-12-02', 0.5));
    await server.env.sleep('10 days');
    expect(await opened(cycle)).toBe(0);
    await server.env.sleep('147 hours');
    expect(await opened(cycle)).toBe(1);
    // Faster than it was set for: it rings at once.
    await cycle.signal(clockSignal, await reading('2015-12-10', 24));
    await server.env.sleep('64 minutes');
    expect(await opened(cycle)).toBe(2);
    await server.env.sleep('3 hours');
    expect(await opened(cycle)).toBe(5);
    await cycle.signal(clockSignal, await reading(addDays(FIRST_DAY, WAITING)));
    expect(await opened(cycle)).toBe(WAITING);
  });
});

test('a clock that a late worker hears together with those after it opens nothing: it has not run for so long', async () => {
  // Nothing is kept for a worker that is no more.
  const own = { taskQueue: 'tardo', maxCachedWorkflows: 0 };
  const cycle = await withWorker(
    server.env,
    office(),
    async (taskQueue) => {
      const begun = await begin(taskQueue);
      expect(await opened(begun)).toBe(0);
      return begun;
    },
    own,
  );
  // Three months in a minute, for an instant, two minutes before there is a worker.
  const told = (await server.env.currentTimeMs()) - 120_000;
  await cycle.signal(clockSignal, { ...(await reading('2015-12-02', 130_000)), origin: told });
  await cycle.signal(clockSignal, { ...(await reading('2015-12-03')), origin: told + 500 });
  await withWorker(
    server.env,
    office(),
    async () => {
      expect(await opened(cycle)).toBe(0);
      await server.env.sleep('8 days');
      expect(await opened(cycle)).toBe(1);
    },
    own,
  );
});

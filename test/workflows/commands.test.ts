import { Client } from '@temporalio/client';
import { describe, expect, test } from 'vitest';
import { refused } from '../../src/activities/refused.js';
import { askForCycle, startCycle } from '../../src/client/system/cycles.js';
import type { CivilDate, DatedCalendar, DatedStep } from '../../src/domain/calendar/types.js';
import { Failure } from '../../src/platform/errors.js';
import { refusalsIn } from '../../src/worker/awaited-acts.js';
import { cycleWorkflow, stepWorkflow, taskQueue as taskQueueOf } from '../../src/workflows/ids.js';
import { launchCycle, performanceCycle } from '../../src/workflows/index.js';
import {
  cancelUpdate,
  completeUpdate,
  cycleQuery,
  extendUpdate,
  postponeUpdate,
  reopenUpdate,
} from '../../src/workflows/messages.js';
import { clockFrom, eachOnItsOwnServer, office, owner, REF, refusal, step, withWorker } from './office.js';

const server = eachOnItsOwnServer();

const first = step('task', { id: 'prima', dueOn: '2015-12-10' });
const second = step('task', { id: 'seconda', opensOn: '2015-12-15', dueOn: '2015-12-31', after: ['prima'] });
/**
 * The environment's own client lets the clock run on while it waits: for years with nobody at work, and for good when a wait ends
 * before its answer.
 */
const patient = () => new Client({ connection: server.env.connection });
const waiting = (held: (string | undefined)[] = []) => ({
  lookMs: 300,
  patienceMs: 60_000,
  heldBy: (failure: string | undefined) => void held.push(failure),
});
const calendarOf = (...steps: DatedStep[]): DatedCalendar => ({
  template: 'prova',
  templateVersion: '1',
  entity: REF.entity,
  exercise: REF.exercise,
  opensAt: first.opensAt,
  phases: [{ id: 'programmazione', number: 1, title: 'Prova' }],
  steps,
});

describe('a cycle under the hands of controllo di gestione', () => {
  const start = async (taskQueue: string, ...steps: DatedStep[]) =>
    await server.env.client.workflow.start(performanceCycle, {
      taskQueue,
      workflowId: cycleWorkflow(REF),
      args: [{ ref: REF, calendar: calendarOf(...steps), clock: await clockFrom(server.env) }],
    });
  const complete = (id: string, key: string) =>
    server.env.client.workflow
      .getHandle(stepWorkflow(REF, id))
      .executeUpdate(completeUpdate, { args: [{ key, actor: owner, note: '' }] });

  test('opens a step on its day, but not before what it waits for is done', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const cycle = await start(taskQueue, first, second);
      await server.env.sleep('20 days');
      expect((await cycle.query(cycleQuery)).steps.map((s) => s.status)).toEqual(['open', 'waiting']);
      await complete('prima', 'k1');
      await server.env.sleep('1 day');
      expect((await cycle.query(cycleQuery)).steps.map((s) => s.status)).toEqual(['done', 'open']);
      await complete('seconda', 'k2');
      expect((await cycle.result()).status).toBe('closed');
    });
    expect(o.calls).toEqual(['cycle closed']);
  });

  test('an extension needs a later day and a reason, and holds for a step that has not opened yet', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const cycle = await start(taskQueue, first, second);
      await server.env.sleep('2 days');
      const extend = { step: 'seconda', dueOn: '2016-01-20', reason: 'attesa dei dati', actor: owner } as const;
      expect(await refusal(cycle.executeUpdate(extendUpdate, { args: [{ ...extend, reason: ' ' }] }))).toContain(
        'motivo',
      );
      expect(
        await refusal(cycle.executeUpdate(extendUpdate, { args: [{ ...extend, dueOn: '2015-12-20' }] })),
      ).toContain('successiva a quella attuale, 31/12/2015');
      expect(await refusal(cycle.executeUpdate(extendUpdate, { args: [{ ...extend, step: 'terza' }] }))).toContain(
        '«terza»',
      );
      expect(await cycle.executeUpdate(extendUpdate, { args: [extend] })).toBe('2016-01-20');
      await complete('prima', 'k1');
      await server.env.sleep('35 days');
      // Past the first deadline, within the extended one: nothing is late.
      expect(o.changes.filter((c) => c.change.action === 'late')).toEqual([]);
      await server.env.sleep('20 days');
      const passed = { ...extend, dueOn: '2016-01-25' } as const;
      expect(await refusal(cycle.executeUpdate(extendUpdate, { args: [passed] }))).toContain('è già passata');
      await complete('seconda', 'k2');
      await cycle.result();
    });
    expect(o.changes.find((c) => c.change.action === 'extended')?.change).toMatchObject({
      reason: 'attesa dei dati',
      actor: owner,
    });
  });

  test('a postponed term holds for who is at work and for what has not opened, which opens on its new day', async () => {
    const redated = [
      { ...first, dueOn: '2016-02-28', dueAt: '2016-02-28T22:59:59Z', notices: [] },
      {
        ...second,
        opensOn: '2016-03-01',
        opensAt: '2016-03-01T07:00:00Z',
        dueOn: '2016-03-20',
        dueAt: '2016-03-20T22:59:59Z',
      },
    ] as const;
    const o = office({ postponeBudget: async () => redated });
    await withWorker(server.env, o, async (taskQueue) => {
      const cycle = await start(taskQueue, first, second);
      await server.env.sleep('2 days');
      const change = { kind: 'declared', term: '2016-02-28', norm: 'D.M. di prova' } as const;
      expect(await cycle.executeUpdate(postponeUpdate, { args: [{ key: 'k', actor: owner, change }] })).toBe(2);
      await server.env.sleep('20 days');
      // Past the first deadline, within the postponed one: nothing is late.
      expect(o.changes.filter((c) => c.change.action === 'late')).toEqual([]);
      await complete('prima', 'k1');
      await server.env.sleep('30 days');
      expect((await cycle.query(cycleQuery)).steps).toMatchObject([
        { status: 'done', dueOn: '2016-02-28' },
        { status: 'waiting', dueOn: '2016-03-20' },
      ]);
      await server.env.sleep('45 days');
      expect((await cycle.query(cycleQuery)).steps[1]?.status).toBe('open');
      await complete('seconda', 'k2');
      await cycle.result();
    });
  });

  test('a step that is done is reopened with a reason, and the cycle does not end before it is done again', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const cycle = await start(taskQueue, first, second);
      await server.env.sleep('2 days');
      const reopen = { step: 'prima', dueOn: '2016-02-10', reason: 'dati errati', actor: owner } as const;
      expect(await refusal(cycle.executeUpdate(reopenUpdate, { args: [reopen] }))).toContain('non è conclusa');
      await complete('prima', 'k1');
      await server.env.sleep('16 days');
      expect(await cycle.executeUpdate(reopenUpdate, { args: [reopen] })).toBe(2);
      await complete('seconda', 'k2-early');
      await server.env.sleep('2 days');
      expect((await cycle.query(cycleQuery)).steps).toMatchObject([
        { id: 'prima', status: 'open', run: 2, dueOn: '2016-02-10' },
        { id: 'seconda', status: 'done' },
      ]);
      await complete('prima', 'k3');
      expect((await cycle.result()).status).toBe('closed');
    });
  });

  test('is reopened from the day after today in Rome, where it is another day than in Greenwich for an hour', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const cycle = await server.env.client.workflow.start(performanceCycle, {
        taskQueue,
        workflowId: cycleWorkflow(REF),
        // Half past eleven in Rome.
        args: [
          { ref: REF, calendar: calendarOf(first, second), clock: await clockFrom(server.env, '2015-12-09T22:30:00Z') },
        ],
      });
      await server.env.sleep('10 minutes');
      await complete('prima', 'k1');
      await server.env.sleep('40 minutes');
      const order = { step: 'prima', reason: 'dati errati', actor: owner } as const;
      const reopen = (dueOn: CivilDate) => cycle.executeUpdate(reopenUpdate, { args: [{ ...order, dueOn }] });
      expect(await refusal(reopen('2015-12-10'))).toContain('deve essere futura');
      expect(await reopen('2015-12-11')).toBe(2);
      await server.env.sleep('1 day');
      await complete('prima', 'k2');
      await server.env.sleep('6 days');
      await complete('seconda', 'k3');
      expect((await cycle.result()).status).toBe('closed');
    });
  });

  test('started twice, it runs once and the second is told so', async () => {
    const o = office({
      prepareCycle: async (asked) => ({ ref: REF, calendar: calendarOf(first, second), clock: asked.clock }),
    });
    await withWorker(server.env, o, async (taskQueue) => {
      const launch = async (workflowId: string) =>
        await server.env.client.workflow.execute(launchCycle, {
          taskQueue,
          workflowId,
          args: [{ space: REF.space, entity: REF.entity, exercise: REF.exercise, clock: await clockFrom(server.env) }],
        });
      expect(await launch('avvio-1')).toBe('started');
      expect(await launch('avvio-2')).toBe('running');
      const cycle = server.env.client.workflow.getHandle(cycleWorkflow(REF));
      await cycle.executeUpdate(cancelUpdate, { args: [{ reason: 'fine della prova', actor: owner }] });
      await cycle.result();
    });
  });

  test('refused, it is one sentence for who started it, by a command or on a page', async () => {
    const why = 'il calendario 2016 non si può programmare: «prima» non ha un termine';
    const o = office({ prepareCycle: () => Promise.reject(refused({ text: why })) });
    const client = patient();
    const run = async (): Promise<void> => {
      const asked = { ...REF, clock: await clockFrom(server.env) };
      await expect(startCycle(client, asked, waiting())).rejects.toThrow(new Failure(1, `${why}.`));
      const onPage = await askForCycle(client, asked, 60_000).catch((cause: unknown) => cause);
      expect(refusalsIn(onPage)).toEqual([{ text: why }]);
    };
    await withWorker(server.env, o, run, { taskQueue: taskQueueOf(REF.space) });
  });

  test('with nobody at work, who starts it on a page is told that it is asked, and it begins when somebody is', async () => {
    const o = office({
      prepareCycle: async (asked) => ({ ref: REF, calendar: calendarOf(first), clock: asked.clock, ended: 'closed' }),
    });
    const asked = { ...REF, clock: await clockFrom(server.env) };
    const client = patient();
    expect(await askForCycle(client, asked, 500)).toBe('asked');
    const held: (string | undefined)[] = [];
    expect(await startCycle(client, asked, { ...waiting(held), patienceMs: 500 })).toBe('asked');
    expect(held).toEqual([undefined]);
    await withWorker(server.env, o, async () => expect(await startCycle(client, asked, waiting())).toBe('closed'), {
      taskQueue: taskQueueOf(REF.space),
    });
  });

  test('kept waiting by what fails, who starts it at a terminal hears what, and that it begins once that is mended', async () => {
    let broken = true;
    const o = office({
      prepareCycle: async (asked) => {
        if (broken) throw new Error('la cartella dei dati non si legge');
        return { ref: REF, calendar: calendarOf(first, second), clock: asked.clock };
      },
    });
    const asked = { ...REF, clock: await clockFrom(server.env) };
    const client = patient();
    const held: (string | undefined)[] = [];
    const run = async (): Promise<void> => {
      const heldBy = (failure: string | undefined): void => {
        held.push(failure);
        broken = failure === undefined;
      };
      expect(await startCycle(client, asked, { ...waiting(), heldBy })).toBe('started');
      expect(new Set(held)).toContain('la cartella dei dati non si legge');
    };
    await withWorker(server.env, o, run, { taskQueue: taskQueueOf(REF.space) });
  });

  test.each(['closed', 'cancelled'] as const)('%s, it is not started again', async (ended) => {
    const o = office({
      prepareCycle: async (asked) => ({ ref: REF, calendar: calendarOf(first), clock: asked.clock, ended }),
    });
    await withWorker(server.env, o, async (taskQueue) => {
      const launched = await server.env.client.workflow.execute(launchCycle, {
        taskQueue,
        workflowId: `avvio-${ended}`,
        args: [{ space: REF.space, entity: REF.entity, exercise: REF.exercise, clock: await clockFrom(server.env) }],
      });
      expect(launched).toBe(ended);
    });
    expect(o.changes).toEqual([]);
  });

  test('cancelled with a reason, its open steps are cancelled and nothing opens any more', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const cycle = await start(taskQueue, first, second);
      await server.env.sleep('2 days');
      expect(await refusal(cycle.executeUpdate(cancelUpdate, { args: [{ reason: '', actor: owner }] }))).toContain(
        'motivo',
      );
      await cycle.executeUpdate(cancelUpdate, { args: [{ reason: 'accorpamento dell’ente', actor: owner }] });
      expect((await cycle.result()).status).toBe('cancelled');
    });
    expect(o.changes.at(-1)).toMatchObject({ step: 'prima', change: { status: 'cancelled' } });
    expect(o.calls).toEqual(['cycle cancelled']);
  });
});

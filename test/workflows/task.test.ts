import { describe, expect, test } from 'vitest';
import { task } from '../../src/workflows/index.js';
import { completeUpdate, redatedSignal, remindUpdate, settledSignal, stepQuery } from '../../src/workflows/messages.js';
import { clockFrom, eachOnItsOwnServer, input, noticesFor, office, owner, step, withWorker } from './office.js';

const server = eachOnItsOwnServer();

describe('a task', () => {
  test('prompts, goes late, escalates, and ends when an owner says it is done', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const dated = step('task', { dueOn: '2015-12-10' });
      const handle = await server.env.client.workflow.start(task, {
        taskQueue,
        workflowId: 'task-late',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('20 days');
      expect((await handle.query(stepQuery)).status).toBe('late');
      await handle.executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: 'fatto' }] });
      const result = await handle.result();
      expect(result).toMatchObject({ status: 'done', outcome: 'conclusa da paola.bertoni: fatto' });
    });
    expect(o.waves.map((w) => w.kind)).toEqual(['opening', 'reminder', 'late', 'escalation-manager']);
    expect(o.changes.map((c) => c.change.action)).toEqual(['opened', 'late', 'completed']);
    expect(o.changes.find((c) => c.change.action === 'completed')?.change.actor).toEqual(owner);
    const late = o.changes.find((c) => c.change.action === 'late');
    expect(late?.change.at.slice(0, 10)).toBe('2015-12-10');
  });

  test('that waits for sheets ends when it is told that they are there, by nobody, and nothing of anybody is in its history', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(task, {
        taskQueue,
        workflowId: 'task-sheets',
        args: [input(await clockFrom(server.env), step('task', { sheets: 'assigned' }))],
      });
      await server.env.sleep('1 day');
      await handle.signal(settledSignal);
      expect(await handle.result()).toMatchObject({ status: 'done', outcome: 'tutte le schede sono assegnate' });
      const { events } = await handle.fetchHistory();
      const signalled = events?.flatMap((e) => e.workflowExecutionSignaledEventAttributes ?? []);
      expect(signalled?.map(({ signalName, input: given }) => [signalName, given?.payloads?.length ?? 0])).toEqual([
        ['settled', 0],
      ]);
    });
    expect(o.changes.find((c) => c.change.action === 'completed')?.change.actor).toBeUndefined();
  });

  test('is completed once: the same completion again is the same, another is told so', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(task, {
        taskQueue,
        workflowId: 'task-twice',
        args: [input(await clockFrom(server.env), step('task'))],
      });
      const [first, again] = await Promise.all(
        ['k', 'k'].map((key) => handle.executeUpdate(completeUpdate, { args: [{ key, actor: owner, note: '' }] })),
      );
      expect([first, again]).toEqual([undefined, undefined]);
      await handle.result();
    });
    expect(o.changes.filter((c) => c.change.action === 'completed')).toHaveLength(1);
  });

  test('is reminded of by hand, once for each request', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(task, {
        taskQueue,
        workflowId: 'task-reminded',
        args: [input(await clockFrom(server.env), step('task'))],
      });
      for (const key of ['a', 'a', 'b']) {
        // The time-skipping server can lose an update that comes while a workflow task is under way; a real one does not.
        await server.env.sleep('1 hour');
        await handle.executeUpdate(remindUpdate, { args: [{ key, actor: owner }] });
      }
      await server.env.sleep('1 hour');
      await handle.executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: '' }] });
      await handle.result();
    });
    expect(o.waves.filter((w) => w.kind === 'reminder').map((w) => w.occasion)).toEqual(['1/asked-a', '1/asked-b']);
    expect(o.changes.filter((c) => c.change.action === 'reminded')).toHaveLength(2);
  });

  test('no reminder leaves after it is done', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(task, {
        taskQueue,
        workflowId: 'task-early',
        args: [input(await clockFrom(server.env), step('task'))],
      });
      await server.env.sleep('3 days');
      await handle.executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: '' }] });
      await handle.result();
      await server.env.sleep('60 days');
    });
    expect(o.waves.map((w) => w.kind)).toEqual(['opening']);
  });

  test('an extension moves its notices and lifts its lateness', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const dated = step('task', { dueOn: '2015-12-10' });
      const handle = await server.env.client.workflow.start(task, {
        taskQueue,
        workflowId: 'task-extended',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('12 days');
      expect((await handle.query(stepQuery)).status).toBe('late');
      const dueOn = '2015-12-24' as const;
      const redated = {
        ...dated,
        dueOn,
        dueAt: `${dueOn}T22:59:59Z` as const,
        notices: noticesFor(dated.opensOn, dueOn),
      };
      await handle.signal(redatedSignal, redated);
      expect(await handle.query(stepQuery)).toMatchObject({ status: 'open', dueOn });
      await server.env.sleep('10 days');
      await handle.executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: '' }] });
      await handle.result();
    });
    expect(o.waves.map((w) => [w.kind, w.at.slice(0, 10)])).toEqual([
      ['opening', '2015-12-01'],
      ['reminder', '2015-12-07'],
      ['late', '2015-12-11'],
      ['reminder', '2015-12-21'],
    ]);
  });

  test('a mail server that is down does not hold the work', async () => {
    const o = office({
      notify: async () => {
        throw new Error('connection refused');
      },
    });
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(task, {
        taskQueue,
        workflowId: 'task-no-mail',
        args: [input(await clockFrom(server.env), step('task'))],
      });
      await server.env.sleep('2 days');
      await handle.executeUpdate(completeUpdate, { args: [{ key: 'k', actor: owner, note: '' }] });
      expect((await handle.result()).status).toBe('done');
    });
  });

  test('cancelled, it says so in the register', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(task, {
        taskQueue,
        workflowId: 'task-cancelled',
        args: [input(await clockFrom(server.env), step('task'))],
      });
      await server.env.sleep('2 days');
      await handle.cancel();
      expect((await handle.result()).status).toBe('cancelled');
    });
    expect(o.changes.at(-1)?.change).toMatchObject({ action: 'cancelled', status: 'cancelled' });
  });
});

import type { WorkflowHandle } from '@temporalio/client';
import { describe, expect, test } from 'vitest';
import { checkpoint } from '../../src/workflows/index.js';
import {
  arrivedSignal,
  checkpointQuery,
  closeUpdate,
  returnValueUpdate,
  stepQuery,
} from '../../src/workflows/messages.js';
import type { StepInput } from '../../src/workflows/types.js';
import { type AtWork, aMoment, aServer, quickTime, realTime, until } from './at-work.js';
import { input, type Office, office, owner, refusal, step } from './office.js';

const server = aServer();

const period = { ordinal: 3, from: '2015-01-01', to: '2015-12-31' } as const;
const dated = step('checkpoint', { id: 'rilevazione', dueOn: '2016-01-31', checkpoint: period });

const begin = (at: AtWork, over: Partial<StepInput> = {}): Promise<WorkflowHandle<typeof checkpoint>> =>
  at.client.workflow.start(checkpoint, {
    taskQueue: at.queue,
    workflowId: `${at.queue}/rilevazione`,
    args: [{ ...input(realTime(), dated), ...over }],
  });

const collecting = (handle: WorkflowHandle<typeof checkpoint>): Promise<void> =>
  until(() =>
    handle.query(checkpointQuery).then(
      ({ phase }) => phase === 'collecting',
      () => false,
    ),
  );
const missing = async (handle: WorkflowHandle<typeof checkpoint>): Promise<number> =>
  (await handle.query(checkpointQuery)).missing;
const isRunning = async (handle: WorkflowHandle<typeof checkpoint>): Promise<boolean> =>
  (await handle.describe()).status.name === 'RUNNING';

const remark = { indicator: '1.1.1-01', remark: 'manca la rassegna', actor: owner };

/** An office whose inbox counts what it takes. */
function inbox(): Office & { arrived: number } {
  const o: Office & { arrived: number } = Object.assign(
    office({
      takeArrived: async () => {
        const taken = o.arrived;
        o.arrived = 0;
        o.missing = Math.max(0, o.missing - taken);
        return { expected: 2, missing: o.missing, taken };
      },
    }),
    { arrived: 0 },
  );
  return o;
}

describe('a checkpoint that is opened again with every value', () => {
  test('stays open until a value is returned and comes again', async () => {
    const o = inbox();
    o.missing = 0;
    await server.run(o, async (at) => {
      const handle = await begin(at, { run: 2 });
      await collecting(handle);
      // A signal that brings nothing is no correction.
      await handle.signal(arrivedSignal);
      await aMoment();
      expect(await isRunning(handle)).toBe(true);
      await handle.executeUpdate(returnValueUpdate, { args: [remark] });
      await until(async () => (await missing(handle)) === 1);
      expect(o.calls).toEqual([]);
      o.arrived = 1;
      await handle.signal(arrivedSignal);
      await handle.result();
    });
    expect(o.calls).toEqual(['close rilevazione', 'assess']);
  });

  test('stays open until an officer corrects what they sent', async () => {
    const o = inbox();
    o.missing = 0;
    await server.run(o, async (at) => {
      const handle = await begin(at, { run: 2 });
      await collecting(handle);
      o.arrived = 1;
      await handle.signal(arrivedSignal);
      await handle.result();
    });
    expect(o.calls).toEqual(['close rilevazione', 'assess']);
  });

  test('or until controllo di gestione closes it, with a reason', async () => {
    const o = inbox();
    o.missing = 0;
    await server.run(o, async (at) => {
      const handle = await begin(at, { run: 2 });
      await collecting(handle);
      await handle.executeUpdate(closeUpdate, { args: [{ reason: 'nulla da correggere', actor: owner }] });
      await handle.result();
    });
    expect(o.calls).toEqual(['close rilevazione by paola.bertoni: nulla da correggere', 'assess']);
  });

  test('or, untouched, until its due date, without being late', async () => {
    const o = inbox();
    o.missing = 0;
    await server.run(o, async (at) => {
      const soon = step('checkpoint', { id: 'rilevazione', dueOn: '2015-12-04', checkpoint: period });
      const handle = await begin(at, { run: 2, step: soon, clock: quickTime() });
      await handle.result();
    });
    expect(o.changes.map((c) => c.change.action)).toEqual(['reopened', 'completed']);
    expect((o.changes.at(-1)?.change.at ?? '') >= '2015-12-04T22:59:59Z').toBe(true);
  });
});

describe('a checkpoint with a term of review', () => {
  const reviewed = { ...dated, review: 4 };

  test('with every value it stays open to controllo di gestione, then closes by itself', async () => {
    const o = inbox();
    await server.run(o, async (at) => {
      const handle = await begin(at, { step: reviewed, clock: quickTime() });
      await collecting(handle);
      o.arrived = 2;
      await handle.signal(arrivedSignal);
      await until(async () => (await missing(handle)) === 0);
      expect(await isRunning(handle)).toBe(true);
      await handle.result();
    });
    expect(o.calls).toEqual(['close rilevazione', 'assess']);
    expect(o.changes.map((c) => c.change.action)).toEqual(['opened', 'completed']);
  });

  test('a value returned meanwhile is awaited as before', async () => {
    const o = inbox();
    await server.run(o, async (at) => {
      const handle = await begin(at, { step: reviewed });
      await collecting(handle);
      o.arrived = 2;
      await handle.signal(arrivedSignal);
      await until(async () => (await missing(handle)) === 0);
      await handle.executeUpdate(returnValueUpdate, { args: [remark] });
      await until(() => o.waves.some((w) => w.kind === 'value-returned'));
      expect(await missing(handle)).toBe(1);
      expect(o.calls).toEqual([]);
      await handle.executeUpdate(closeUpdate, { args: [{ reason: 'senza risposta', actor: owner }] });
      await handle.result();
    });
  });
});

describe('a value returned together with the last form', () => {
  test('is awaited, although a form taken meanwhile found nothing missing', async () => {
    let slow = false;
    const o: Office = office({
      returnValue: async () => {
        await aMoment(400);
        o.missing++;
        return { expected: 2, missing: o.missing };
      },
      takeArrived: async () => {
        const seen = o.missing;
        if (slow) {
          slow = false;
          await aMoment(900);
        }
        return { expected: 2, missing: seen, taken: 1 };
      },
    });
    await server.run(o, async (at) => {
      const handle = await begin(at);
      await collecting(handle);
      // The register is slow with one form; meanwhile a value is returned and the last form comes.
      o.missing = 1;
      slow = true;
      await handle.signal(arrivedSignal);
      await aMoment(150);
      const returned = handle.executeUpdate(returnValueUpdate, { args: [remark] });
      await aMoment(150);
      o.missing = 0;
      await handle.signal(arrivedSignal);
      await returned;
      await aMoment();
      expect(await isRunning(handle)).toBe(true);
      expect(await missing(handle)).toBe(1);
      o.missing = 0;
      await handle.signal(arrivedSignal);
      await handle.result();
    });
    expect(o.calls).toEqual(['close rilevazione', 'assess']);
  });

  test('is awaited, when only the register knows of it at the closing', async () => {
    let came = 0;
    const o: Office = office({
      closeCheckpoint: async () => {
        came++;
        return came === 1 ? { expected: 2, missing: 1, closed: false } : { expected: 2, missing: 0, closed: true };
      },
    });
    await server.run(o, async (at) => {
      const handle = await begin(at);
      await collecting(handle);
      o.missing = 0;
      await handle.signal(arrivedSignal);
      await until(() => came === 1);
      await aMoment();
      expect(await isRunning(handle)).toBe(true);
      expect(o.calls).toEqual([]);
      await handle.signal(arrivedSignal);
      await handle.result();
      expect(came).toBe(2);
    });
  });

  test('is refused once the closing is under way', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let closing = false;
    const o: Office = office({
      closeCheckpoint: async () => {
        closing = true;
        await held;
        return { expected: 2, missing: 0, closed: true };
      },
    });
    await server.run(o, async (at) => {
      const handle = await begin(at);
      await collecting(handle);
      o.missing = 0;
      await handle.signal(arrivedSignal);
      await until(() => closing);
      const refused = refusal(handle.executeUpdate(returnValueUpdate, { args: [remark] }));
      await aMoment(500);
      release();
      expect(await refused).toContain('riaprendolo');
      await handle.result();
    });
  });
});

test('a checkpoint that takes thousands of signals goes on with an empty history, and forgets nothing', async () => {
  const o = inbox();
  await server.run(o, async (at) => {
    const late = step('checkpoint', { id: 'rilevazione', dueOn: '2015-12-01', checkpoint: period });
    const handle = await begin(at, { step: late, clock: realTime('2015-12-02T07:00:00Z') });
    await collecting(handle);
    await until(async () => (await handle.query(stepQuery)).status === 'late');
    const { runId } = await handle.describe();
    for (let sent = 0; sent < 2_100; sent += 50) {
      await Promise.all(Array.from({ length: 50 }, () => handle.signal(arrivedSignal)));
    }
    await until(async () => (await handle.describe()).runId !== runId);
    expect((await handle.describe()).historyLength).toBeLessThan(1_000);
    expect(await handle.query(stepQuery)).toMatchObject({ status: 'late' });
    expect(await handle.query(checkpointQuery)).toMatchObject({ phase: 'collecting', missing: 2 });
    o.arrived = 2;
    await handle.signal(arrivedSignal);
    await handle.result();
  });
  expect(o.changes.map((c) => c.change.action)).toEqual(['opened', 'late', 'completed']);
  expect(o.waves.filter((w) => w.kind === 'opening')).toHaveLength(1);
  expect(o.calls).toEqual(['close rilevazione', 'assess']);
}, 240_000);

import { describe, expect, test } from 'vitest';
import { arrivedSignal, closeUpdate, returnValueUpdate } from '../../src/workflows/messages.js';
import { aMoment, aServer, quickTime, until } from './at-work.js';
import { begin, collecting, dated, inbox, isRunning, missing, period, remark } from './collecting.js';
import { type Office, office, owner, refusal, step } from './office.js';

const server = aServer();

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

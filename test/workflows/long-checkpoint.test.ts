import { expect, test } from 'vitest';
import {
  arrivedSignal,
  checkpointQuery,
  remindUpdate,
  returnValueUpdate,
  stepQuery,
} from '../../src/workflows/messages.js';
import { aMoment, aServer, realTime, until } from './at-work.js';
import { begin, collecting, inbox, period, remark } from './collecting.js';
import { owner, step } from './office.js';

const server = aServer();

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

test('it does so also while mail is away, and its letters leave once when mail is back', async () => {
  let away = true;
  const refused = new Set<string>();
  const o = inbox();
  const activities = {
    ...o.activities,
    notify: async (...[wave]: Parameters<typeof o.activities.notify>) => {
      if (away) {
        refused.add(wave.kind);
        throw new Error('il server di posta non risponde');
      }
      return await o.activities.notify(wave);
    },
  };
  await server.run({ ...o, activities }, async (at) => {
    const handle = await begin(at, { clock: realTime('2015-12-02T07:00:00Z') });
    await collecting(handle);
    await handle.executeUpdate(remindUpdate, { args: [{ key: 'r', actor: owner }] });
    await handle.executeUpdate(returnValueUpdate, { args: [remark] });
    await until(() => refused.size === 3);
    const { runId } = await handle.describe();
    o.arrived = 1;
    for (let sent = 0; sent < 2_100; sent += 50) {
      await Promise.all(Array.from({ length: 50 }, () => handle.signal(arrivedSignal)));
    }
    await until(async () => (await handle.describe()).runId !== runId);
    expect((await handle.describe()).historyLength).toBeLessThan(1_000);
    expect(await handle.query(checkpointQuery)).toMatchObject({ phase: 'collecting', missing: 2 });
    expect(o.waves).toEqual([]);
    away = false;
    await until(() => o.waves.length === 3);
    await aMoment();
    o.arrived = 2;
    await handle.signal(arrivedSignal);
    await handle.result();
  });
  // They leave together, in any order.
  expect(o.waves.map(({ kind, occasion, remark: text }) => [kind, occasion.split('@')[0], text]).sort()).toEqual([
    ['opening', '1/opening', undefined],
    ['reminder', '1/asked-r', undefined],
    ['value-returned', '1/1.1.1-01', remark.remark],
  ]);
  expect(o.changes.map((c) => c.change.action)).toEqual(['opened', 'reminded', 'completed']);
  expect(o.calls).toEqual(['close rilevazione', 'assess']);
}, 400_000);

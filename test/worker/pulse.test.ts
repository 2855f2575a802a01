import type { Context } from '@temporalio/activity';
import type { ActivityExecuteInput } from '@temporalio/worker';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pulse } from '../../src/worker/pulse.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An activity that takes a minute, and how often it said meanwhile that it is alive. */
async function beats(isLocal: boolean, ends: () => void = () => undefined): Promise<() => number> {
  const heartbeat = vi.fn();
  // What the interceptor asks of its context is this.
  const context = { info: { isLocal }, heartbeat } as unknown as Context;
  const work = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    ends();
  };
  const done = pulse(context).inbound?.execute?.({ args: [], headers: {} } as ActivityExecuteInput, work);
  const settled = done?.then(
    () => undefined,
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  await settled;
  return () => heartbeat.mock.calls.length;
}

test('an activity says every few seconds that it is alive, several times within the silence the server bears, until it ends', async () => {
  const count = await beats(false);
  expect(count()).toBeGreaterThanOrEqual(11);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(count()).toBeLessThanOrEqual(12);
});

test('one that fails says nothing more', async () => {
  const count = await beats(false, () => {
    throw new Error('guasto');
  });
  const said = count();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([said > 0, count()]).toEqual([true, said]);
});

test('one that never leaves its process has nobody to tell', async () => {
  expect((await beats(true))()).toBe(0);
});

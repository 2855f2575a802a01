import type { Headers, Payload } from '@temporalio/common';
import type { ActivityInput, UpdateInput } from '@temporalio/workflow';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { interceptors } from '../../src/workflows/interceptors.js';

const TRACE = '_tracer-data';
const payload = (text: string): Payload => ({ data: Buffer.from(text) });
const CLICK = payload('click');

/** A workflow's interceptors with nothing below them: what comes in, and with which headers an activity goes out. */
function aWorkflow() {
  const { inbound = [], outbound = [] } = interceptors();
  const [incoming] = inbound;
  const [outgoing] = outbound;
  return {
    hears: async (headers: Headers): Promise<void> => {
      // Only its headers are looked at.
      await incoming?.handleUpdate?.({ headers } as UpdateInput, async () => undefined);
    },
    asks: async (headers: Headers = {}): Promise<unknown> =>
      await outgoing?.scheduleActivity?.({ headers } as ActivityInput, async (input) => input.headers),
  };
}

describe('a workflow hands the trace of what set it going to what follows from it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('an activity after an update belongs to the click', async () => {
    const workflow = aWorkflow();
    await workflow.hears({ [TRACE]: CLICK, other: payload('x') });
    expect(await workflow.asks({ own: payload('y') })).toEqual({ [TRACE]: CLICK, own: payload('y') });
  });

  test('one before it, or without traces, to nothing', async () => {
    const workflow = aWorkflow();
    expect(await workflow.asks()).toEqual({});
    await workflow.hears({});
    expect(await workflow.asks()).toEqual({});
  });

  test('what comes next takes its place, and what comes without a trace does not', async () => {
    const workflow = aWorkflow();
    await workflow.hears({ [TRACE]: CLICK });
    await workflow.hears({});
    expect(await workflow.asks()).toEqual({ [TRACE]: CLICK });
    await workflow.hears({ [TRACE]: payload('another') });
    expect(await workflow.asks()).toEqual({ [TRACE]: payload('another') });
  });

  test('a reminder weeks later is not the doing of the click', async () => {
    const workflow = aWorkflow();
    await workflow.hears({ [TRACE]: CLICK });
    vi.advanceTimersByTime(10 * 60_000);
    expect(await workflow.asks()).toEqual({ [TRACE]: CLICK });
    vi.advanceTimersByTime(1);
    expect(await workflow.asks()).toEqual({});
  });

  test('each workflow has its own', async () => {
    const [one, other] = [aWorkflow(), aWorkflow()];
    await one.hears({ [TRACE]: CLICK });
    expect(await other.asks()).toEqual({});
  });
});

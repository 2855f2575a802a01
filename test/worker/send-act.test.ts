import type { Client } from '@temporalio/client';
import { describe, expect, test } from 'vitest';
import { nobodyAnswers, sendAct } from '../../src/worker/awaited-acts.js';

const ACT = { id: 'a', workflow: 'ciclo/ccms/2016/x', run: null, act: 'complete', command: {} };

/** What the server answers when the workflow task that was to take the update had to be done anew. */
const upset = (): Error =>
  new Error('Workflow Update failed', {
    cause: Object.assign(new Error('9 FAILED_PRECONDITION'), { code: 9, details: '', metadata: {} }),
  });

/** A server that answers one thing after the other, the last one for ever. */
function answering(...answers: readonly (Error | string)[]): { readonly client: Client; asked(): number } {
  let asked = 0;
  const executeUpdate = async (): Promise<string> => {
    const answer = answers[Math.min(asked++, answers.length - 1)] ?? '';
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const client = {
    workflow: { getHandle: () => ({ executeUpdate }) },
    withDeadline: async (_at: number, work: () => Promise<string>) => await work(),
  };
  // Only what `sendAct` asks of it is there.
  return { client: client as unknown as Client, asked: () => asked };
}

describe('an act that meets a workflow task which has to be done anew', () => {
  test('is sent again, and is done once the next task takes it', async () => {
    const { client, asked } = answering(upset(), upset(), 'done');
    expect(await sendAct(client, ACT, 5_000)).toBe('done');
    expect(asked()).toBe(3);
  });

  test('is given up when the patience is over, as one nobody answered: it is kept, and sent again', async () => {
    const { client } = answering(upset());
    const cause: unknown = await sendAct(client, ACT, 500).catch((failure: unknown) => failure);
    expect(cause).toMatchObject({ message: 'Workflow Update failed' });
    expect(nobodyAnswers(cause)).toBe(true);
  });

  test('any other failure is told at once', async () => {
    const { client, asked } = answering(new Error('refused'), 'done');
    await expect(sendAct(client, ACT, 5_000)).rejects.toThrow('refused');
    expect(asked()).toBe(1);
  });
});

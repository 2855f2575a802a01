import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Logger } from 'pino';
import { takeInbox } from '../office/take-inbox.js';
import { alone } from '../register/alone.js';
import type { CheckpointRef } from '../register/checkpoints.js';
import type { Register } from '../register/database.js';
import { withdrawEnded } from '../register/notice-withdrawals.js';
import { checkpointsWithUntaken } from '../register/untaken.js';
import { registerWords } from '../words/register.js';
import { arrivedSignal } from '../workflows/messages.js';
import { repeating } from './repeating.js';

export interface SweepDeps {
  readonly client: Client;
  readonly register: Register;
  readonly space: string;
  readonly log: Logger;
}

/** A checkpoint that nobody answers for is asked again after twice as many rounds, up to about an hour. */
const MOST_ROUNDS = 720;

/**
 * Wakes checkpoints whose inbox holds forms nobody took: a process may die between a form's receipt and its signal. Takes
 * what is left at those that are closed, and takes back the prompts of steps that have ended.
 * @returns stops the sweep
 */
export function startSweep(deps: SweepDeps, everyMs = 5_000): () => Promise<void> {
  const round = sweeper(deps);
  return repeating(everyMs, round);
}

/** One round of the sweep at each call; it remembers which checkpoints do not answer. */
export function sweeper({ client, register, space, log }: SweepDeps): () => Promise<void> {
  const silent = new Map<string, { rounds: number; left: number }>();
  const trying = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await work().catch((cause: unknown) => log.warn({ cause }, `${what} failed, it will be tried again`));
  };
  const sweep = async (): Promise<void> => {
    // Each by itself: what is wrong with one body must not keep the others waiting.
    await trying('sweep of the inbox', async () => {
      for (const at of await checkpointsWithUntaken(register.db, 'collecting'))
        await trying(`waking ${at.cycle}/${at.checkpoint}`, () => wake(at));
      for (const at of await checkpointsWithUntaken(register.db, 'closed'))
        await trying(`taking what is left at ${at.cycle}/${at.checkpoint}`, () => takeInbox(register.db, at));
    });
    await trying('taking back prompts of ended steps', () => withdrawEnded(register.db, registerWords.stepEnded));
  };
  return () => trying('sweep', () => alone(register.db, 'moduli', sweep));

  async function wake(at: CheckpointRef): Promise<void> {
    const id = `${space}/${at.cycle}/${at.checkpoint}`;
    const before = silent.get(id);
    if (before !== undefined && --before.left > 0) return;
    try {
      await client.workflow.getHandle(id).signal(arrivedSignal);
      silent.delete(id);
    } catch (cause) {
      const rounds = Math.min(MOST_ROUNDS, (before?.rounds ?? 1) * 2);
      silent.set(id, { rounds, left: rounds });
      // A step that broke off takes its forms when it is started again.
      if (!(cause instanceof WorkflowNotFoundError)) throw cause;
    }
  }
}

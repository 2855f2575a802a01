import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Logger } from 'pino';
import { takeInbox } from '../office/take-inbox.js';
import { alone } from '../register/alone.js';
import type { Register } from '../register/database.js';
import { withdrawEnded } from '../register/notice-withdrawals.js';
import { checkpointsWithUntaken, type Untaken } from '../register/untaken.js';
import { registerWords } from '../words/register.js';
import { arrivedSignal } from '../workflows/messages.js';
import { repeating } from './repeating.js';

interface SweepDeps {
  readonly client: Client;
  readonly register: Register;
  readonly space: string;
  readonly log: Logger;
}

/**
 * A checkpoint that takes nothing, whether somebody answers for it or not, is woken again after twice as many rounds, up to
 * about an hour: each signal is written in a history that has an end.
 */
const MOST_ROUNDS = 720;

/** For what a checkpoint was woken last, after how many rounds it is woken again for the same, and how many are left. */
interface Woken {
  readonly first: number;
  readonly last: number;
  readonly rounds: number;
  left: number;
}

/**
 * Wakes checkpoints whose inbox holds forms nobody took: a process may die between a form's receipt and its signal. Takes
 * what is left at those that are closed, and takes back the prompts of steps that have ended.
 * @returns stops the sweep
 */
export function startSweep(deps: SweepDeps, everyMs = 5_000): () => Promise<void> {
  const round = sweeper(deps);
  return repeating(everyMs, round);
}

/** One round of the sweep at each call; it remembers which checkpoints were woken for what they have not taken. */
export function sweeper({ client, register, space, log }: SweepDeps): () => Promise<void> {
  const woken = new Map<string, Woken>();
  const trying = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await work().catch((cause: unknown) => log.warn({ cause }, `${what} failed, it will be tried again`));
  };
  const sweep = async (): Promise<void> => {
    // Each by itself: what is wrong with one body must not keep the others waiting.
    await trying('sweep of the inbox', async () => {
      const waiting = await checkpointsWithUntaken(register.db, 'collecting');
      const ids = new Set(waiting.map(idOf));
      for (const id of woken.keys()) if (!ids.has(id)) woken.delete(id);
      for (const at of waiting) await trying(`waking ${at.cycle}/${at.checkpoint}`, () => wake(at));
      for (const at of await checkpointsWithUntaken(register.db, 'closed'))
        await trying(`taking what is left at ${at.cycle}/${at.checkpoint}`, () => takeInbox(register.db, at));
    });
    await trying('taking back prompts of ended steps', () => withdrawEnded(register.db, registerWords.stepEnded));
  };
  return () => trying('sweep', () => alone(register.db, 'moduli', sweep));

  function idOf(at: Untaken): string {
    return `${space}/${at.cycle}/${at.checkpoint}`;
  }

  async function wake(at: Untaken): Promise<void> {
    const id = idOf(at);
    const { first, last } = at;
    const before = woken.get(id);
    const stands = before?.first === first && before.last === last ? before : undefined;
    if (stands !== undefined && --stands.left > 0) return;
    const rounds = stands === undefined ? 1 : Math.min(MOST_ROUNDS, stands.rounds * 2);
    woken.set(id, { first, last, rounds, left: rounds });
    await client.workflow
      .getHandle(id)
      .signal(arrivedSignal)
      .catch((cause: unknown) => {
        // A step that broke off takes its forms when it is started again.
        if (!(cause instanceof WorkflowNotFoundError)) throw cause;
      });
  }
}

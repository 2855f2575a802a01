import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Register } from '../register/database.js';
import { checkpointsWithUntaken } from '../register/measurements.js';
import { arrivedSignal } from '../workflows/messages.js';
import { repeating } from './repeating.js';

/**
 * Wakes checkpoints whose inbox holds forms nobody took: a process may die between a form's receipt and its signal.
 * @returns stops the sweep
 */
export function startSweep(
  deps: { readonly client: Client; readonly register: Register; readonly space: string; readonly log: Logger },
  everyMs = 5_000,
): () => Promise<void> {
  return repeating(everyMs, async () => {
    await sweep(deps).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'sweep of the inbox failed, it will be tried again'),
    );
  });
}

async function sweep({ client, register, space }: Parameters<typeof startSweep>[0]): Promise<void> {
  for (const { cycle, checkpoint } of await checkpointsWithUntaken(register.db)) {
    try {
      await client.workflow.getHandle(`${space}/${cycle}/${checkpoint}`).signal(arrivedSignal);
    } catch (cause) {
      // A form that reached a checkpoint already computed waits for its reopening.
      if (!(cause instanceof WorkflowNotFoundError)) throw cause;
    }
  }
}

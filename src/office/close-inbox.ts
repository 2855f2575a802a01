import type { Instant } from '../domain/calendar/types.js';
import type { Via } from '../domain/via.js';
import { type CheckpointRef, checkpointOf, closeCheckpoint } from '../register/checkpoints.js';
import type { Db } from '../register/database.js';
import { appendLog } from '../register/log.js';
import { takeInbox } from './take-inbox.js';

/** Who closes a checkpoint, when, and why if a person does. */
interface Closing {
  readonly at: Instant;
  readonly by: string;
  readonly actingFor?: string;
  readonly via?: Via;
  readonly reason?: string;
}

/**
 * Closes a checkpoint's inbox with all that has a receipt in it taken, and, when a person does, a line in the log.
 * Idempotent; of a checkpoint that never opened there is nothing to close.
 */
export async function endInbox(tx: Db, target: CheckpointRef, closing: Closing): Promise<void> {
  const before = await checkpointOf(tx, target);
  if (before === undefined) return;
  await closeCheckpoint(tx, target, closing);
  await takeInbox(tx, target);
  if (before.state === 'collecting' && closing.reason !== undefined) await logClosing(tx, target, closing);
}

/** The line of a closing by hand; one that is there already stays the only one. */
export async function logClosing(
  tx: Db,
  target: CheckpointRef,
  { at, by, actingFor, via, reason }: Closing,
): Promise<void> {
  await appendLog(tx, {
    key: `${target.cycle}/${target.checkpoint}/closed/${at}`,
    at,
    actor: by,
    actingFor,
    via,
    action: 'checkpoint-closed',
    subject: target.checkpoint,
    cycle: target.cycle,
    step: target.checkpoint,
    detail: { reason },
  });
}

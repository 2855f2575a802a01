import type { Actor } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import type { Db } from '../register/database.js';
import { keepEnclosures } from '../register/enclosures.js';
import { appendLog } from '../register/log.js';

/**
 * Keeps what came with the act that changes a step, in the transaction that records it; why the step was late has a line of the log of its own.
 * @returns whether a reason of a delay is among it
 */
export async function keepEnclosed(
  tx: Db,
  { cycle, id, title }: Pick<DatedStep, 'id' | 'title'> & { readonly cycle: string },
  actor: Actor | undefined,
  at: Instant,
): Promise<boolean> {
  if (actor?.enclosed === undefined) return false;
  const reasons = await keepEnclosures(tx, actor.enclosed);
  for (const reason of reasons) {
    await appendLog(tx, {
      key: `${actor.enclosed}/reason`,
      at,
      actor: actor.person,
      actingFor: actor.actingFor,
      via: actor.via,
      action: 'delay-reason-added',
      subject: title,
      cycle,
      step: id,
      detail: { reason },
    });
  }
  return reasons.length > 0;
}

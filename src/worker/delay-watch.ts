import type { Logger } from 'pino';
import { writeMissingDelayNotices } from '../activities/delay.js';
import type { Instant } from '../domain/calendar/types.js';
import type { Register } from '../register/database.js';
import { repeating } from './repeating.js';

/**
 * Writes the notices of delay of steps past a legal term. A step that runs gets its own as it goes late; this finds those
 * that other steps kept from opening.
 * @returns stops the watch
 */
export function startDelayWatch(
  deps: { readonly register: Register; readonly log: Logger; now(): Instant },
  everyMs = 10_000,
): () => Promise<void> {
  return repeating(everyMs, async () => {
    await writeMissingDelayNotices(deps.register.db, deps.now()).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'notices of delay could not be written, it will be tried again'),
    );
  });
}

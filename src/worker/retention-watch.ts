import type { Logger } from 'pino';
import { applyRetention } from '../activities/retention.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { Retention } from '../domain/retention.js';
import type { Register } from '../register/database.js';
import { repeating } from './repeating.js';

const HOUR_MS = 3_600_000;

/**
 * Erases what goes by itself when its time is over, every few hours; what needs an act waits for one. Of several workers one
 * does it at a time. A file of terms that cannot be read stops nothing else, and nothing is erased by it.
 * @returns stops the watch
 */
export function startRetentionWatch(
  deps: {
    readonly register: Register;
    readonly log: Logger;
    retentionOf(entity?: string): Retention;
    now(): Instant;
  },
  everyMs = 6 * HOUR_MS,
): () => Promise<void> {
  return repeating(everyMs, async () => {
    const at = deps.now();
    const run = { db: deps.register.db, retentionOf: deps.retentionOf, today: romeDate(at), at, by: 'sistema' };
    await applyRetention({ ...run, dryRun: false }).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'what is past its term could not be erased, it will be tried again'),
    );
  });
}

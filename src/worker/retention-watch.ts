import type { Logger } from 'pino';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { applyRetention, type RetentionRun } from '../office/retention.js';
import type { Register } from '../register/database.js';
import { repeating } from './repeating.js';

const HOUR_MS = 3_600_000;

export interface RetentionWatchDeps {
  readonly register: Register;
  readonly log: Logger;
  /** The terms as the files say now. @throws when they cannot be read */
  terms(): RetentionRun['retentionOf'];
  now(): Instant;
}

/**
 * Erases what goes by itself when its time is over, every few hours; what needs an act waits for one. Of several workers one
 * does it at a time. A file of terms that cannot be read stops nothing else, and nothing is erased by it.
 * @returns stops the watch
 */
export function startRetentionWatch(deps: RetentionWatchDeps, everyMs = 6 * HOUR_MS): () => Promise<void> {
  return repeating(everyMs, () =>
    retainNow(deps).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'what is past its term could not be erased, it will be tried again'),
    ),
  );
}

async function retainNow({
  register,
  terms,
  now,
}: Pick<RetentionWatchDeps, 'register' | 'terms' | 'now'>): Promise<void> {
  const at = now();
  const run = { db: register.db, retentionOf: terms(), today: romeDate(at), at, by: 'sistema' };
  await applyRetention({ ...run, dryRun: false });
}

import type { Logger } from 'pino';
import type { Instant } from '../domain/calendar/types.js';
import { writeMissingDelayNotices } from '../office/delay.js';
import { writeReports } from '../office/report.js';
import { alone } from '../register/alone.js';
import type { ClockGuard } from '../register/clock-guard.js';
import type { Register } from '../register/database.js';
import { repeating } from './repeating.js';

interface DelayWatchDeps {
  readonly register: Register;
  readonly log: Logger;
  now(): Instant;
  /** Absent where the calendar is no law's: in a rehearsal. */
  readonly guard?: ClockGuard;
}

/**
 * Writes the documents that are due and not there. Notices of delay of steps past a legal term: a step that runs gets its own
 * as it goes late; this finds those that other steps kept from opening. And what a process that died left unwritten between
 * a record and its document: reports of results, notices with a new reason.
 * @returns stops the watch
 */
export function startDelayWatch(deps: DelayWatchDeps, everyMs = 10_000): () => Promise<void> {
  return repeating(everyMs, () =>
    watchDelays(deps).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'notices of delay could not be written, it will be tried again'),
    ),
  );
}

/** One round of the watch; nothing while another worker makes its own, or while nobody knows what time it is. */
export async function watchDelays({ register: { db }, log, now, guard }: DelayWatchDeps): Promise<void> {
  if ((await guard?.doubt()) !== undefined) return;
  await alone(db, 'ritardi', async () => {
    for (const { cycle, step, cause } of await writeMissingDelayNotices(db, now()))
      log.warn({ cause, cycle, step }, 'a notice of delay could not be written, it will be tried again');
  });
  await writeReports(db).catch((cause: unknown) =>
    log.warn({ cause }, 'reports of results could not be written, it will be tried again'),
  );
}

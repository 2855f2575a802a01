import type { Logger } from 'pino';
import { writeMissingDelayNotices } from '../activities/delay.js';
import { writeReports } from '../activities/report.js';
import type { Instant } from '../domain/calendar/types.js';
import type { Register } from '../register/database.js';
import { repeating } from './repeating.js';

/**
 * Writes the documents that are due and not there. Notices of delay of steps past a legal term: a step that runs gets its own
 * as it goes late; this finds those that other steps kept from opening. And what a process that died left unwritten between
 * a record and its document: reports of results, notices with a new reason.
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
    await writeReports(deps.register.db).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'reports of results could not be written, it will be tried again'),
    );
  });
}

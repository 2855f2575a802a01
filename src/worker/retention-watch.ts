import type { Logger } from 'pino';
import { SYSTEM } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { TroubleOf } from '../domain/trouble.js';
import { applyRetention } from '../office/retention.js';
import type { Register } from '../register/database.js';
import { endTrouble, openTroubles, recordTrouble } from '../register/troubles.js';
import { formatSeedError } from '../seeds/read-yaml.js';
import type { ReadTerms } from '../seeds/retention.js';
import { repeating } from './repeating.js';

const HOUR_MS = 3_600_000;

interface RetentionWatchDeps {
  readonly register: Register;
  readonly log: Logger;
  /** The terms as the files say now. */
  terms(): ReadTerms;
  now(): Instant;
}

/**
 * Erases what goes by itself when its time is over, every few hours; what needs an act waits for one. Of several workers one
 * does it at a time. By a file of terms with errors nothing is erased, and it is told; the terms of the others are applied.
 * @returns stops the watch
 */
export function startRetentionWatch(deps: RetentionWatchDeps, everyMs = 6 * HOUR_MS): () => Promise<void> {
  return repeating(everyMs, () =>
    retainNow(deps).catch((cause: unknown) =>
      deps.log.warn({ cause }, 'what is past its term could not be erased, it will be tried again'),
    ),
  );
}

/** One round. */
export async function retainNow({ register: { db }, log, terms, now }: RetentionWatchDeps): Promise<void> {
  const at = now();
  const { of: retentionOf, errors } = terms();
  const failures = new Map<string, string[]>();
  for (const error of errors) failures.set(error.file, [...(failures.get(error.file) ?? []), formatSeedError(error)]);
  for (const [file, said] of failures) {
    log.error({ file, errors: said }, 'a file of terms with errors: nothing is erased by it');
    await recordTrouble(db, troubleOf(file, said), at);
  }
  for (const { detail } of await openTroubles(db, 'all')) {
    if (detail.kind === 'file-unreadable' && detail.holds === 'erasing' && !failures.has(detail.file))
      await endTrouble(db, detail, at, 'gone');
  }
  await applyRetention({ db, retentionOf, today: romeDate(at), at, by: SYSTEM, dryRun: false });
}

const troubleOf = (file: string, [first = '', ...more]: readonly string[]): TroubleOf<'file-unreadable'> => ({
  kind: 'file-unreadable',
  file,
  failure: more.length === 0 ? first : `${first} (+${more.length})`,
  holds: 'erasing',
});

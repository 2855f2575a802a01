import type { Instant } from '../../domain/calendar/types.js';
import type { BackupFacts, PayloadFacts } from '../../domain/trouble-facts.js';
import { troublesOf } from '../../domain/troubles-of.js';
import { lookAtSchema, lookAtWorkers } from '../../register/reading/installation.js';
import { keepTroubles } from '../../register/troubles.js';
import type { ReminderDeps } from '../../worker/reminder-deps.js';
import { repeating } from '../../worker/repeating.js';
import { troubleTeller } from '../../worker/trouble-mail.js';

interface InstallationWatchDeps extends Pick<ReminderDeps, 'register' | 'post' | 'now'> {
  failed(cause: unknown): void;
  /** How backups stand; undefined where they are not ours to make. */
  readonly backups?: (now: Instant) => BackupFacts | undefined;
  /** How texts get to a Temporal server that is not our own. */
  readonly payloads?: PayloadFacts;
}

/**
 * Looks for what no worker can tell, because none is there or because it is not theirs: that, that program and register are of different
 * versions, that backups are old, that texts go to Temporal as they are.
 * What is there at two looks in a row is put on record and written to who administers.
 * @returns stops the watch
 */
export function startInstallationWatch(deps: InstallationWatchDeps, everyMs = 60_000): () => Promise<void> {
  return repeating(everyMs, installationWatch(deps));
}

/** One round at each call. */
export function installationWatch(deps: InstallationWatchDeps): () => Promise<void> {
  const { db } = deps.register;
  const tell = troubleTeller(deps);
  let before: ReadonlySet<string> = new Set();
  return async () => {
    try {
      const backups = deps.backups?.(deps.now());
      const beside = [backups, deps.payloads].filter((facts) => facts !== undefined);
      const looks = [await lookAtWorkers(db), await lookAtSchema(db), ...beside];
      const found = looks.map(troublesOf);
      // A worker that is just starting has not said yet that it is there.
      const there = new Set(found.flatMap(({ troubles }) => troubles.map(({ kind }) => kind)));
      for (const { troubles, ...look } of found) {
        const lasting = troubles.filter(({ kind }) => before.has(kind));
        await keepTroubles(db, { ...look, troubles: lasting }, deps.now());
      }
      before = there;
      await tell();
    } catch (cause) {
      deps.failed(cause);
    }
  };
}

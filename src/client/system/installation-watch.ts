import type { Instant } from '../../domain/calendar/types.js';
import type { BackupFacts, Facts, PayloadFacts } from '../../domain/trouble-facts.js';
import { type Found, troublesOf } from '../../domain/troubles-of.js';
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
  const looks: readonly (() => Promise<Facts | undefined>)[] = [
    () => lookAtWorkers(db),
    () => lookAtSchema(db),
    async () => deps.backups?.(deps.now()),
    async () => deps.payloads,
  ];
  return async () => {
    const found: Found[] = [];
    // Each by itself: what cannot be looked at now keeps nothing else from being told.
    for (const look of looks) {
      try {
        const facts = await look();
        if (facts !== undefined) found.push(troublesOf(facts));
      } catch (cause) {
        deps.failed(cause);
      }
    }
    try {
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

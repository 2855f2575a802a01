import { troublesOf } from '../../domain/troubles-of.js';
import { lookAtSchema, lookAtWorkers } from '../../register/reading/installation.js';
import { keepTroubles } from '../../register/troubles.js';
import type { ReminderDeps } from '../../worker/reminder-deps.js';
import { repeating } from '../../worker/repeating.js';
import { troubleTeller } from '../../worker/trouble-mail.js';

/**
 * Looks for what no worker can tell, because none is there: that, and that program and register are of different versions.
 * What is there at two looks in a row is put on record and written to who administers.
 * @returns stops the watch
 */
export function startInstallationWatch(
  deps: Omit<ReminderDeps, 'log'> & { failed(cause: unknown): void },
  everyMs = 60_000,
): () => Promise<void> {
  return repeating(everyMs, installationWatch(deps));
}

/** One round at each call. */
export function installationWatch(
  deps: Omit<ReminderDeps, 'log'> & { failed(cause: unknown): void },
): () => Promise<void> {
  const { db } = deps.register;
  const tell = troubleTeller(deps);
  let before: ReadonlySet<string> = new Set();
  return async () => {
    try {
      const found = [await lookAtWorkers(db), await lookAtSchema(db)].map(troublesOf);
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

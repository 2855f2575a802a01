import type { Logger } from 'pino';
import { carrySite } from '../office/carry-site.js';
import { completeSite } from '../office/complete-site.js';
import type { Deps } from '../office/deps.js';
import { verifyPublications } from '../office/verify-publication.js';
import { repeating } from './repeating.js';

type SiteWatchDeps = Pick<Deps, 'register' | 'bodies' | 'publicDir' | 'siteStore' | 'now'> & {
  readonly log: Pick<Logger, 'warn'>;
};

/**
 * Keeps the site in this machine's folder whole: what another worker published is written here too, within minutes; and looks for what
 * nobody has found yet where it should be.
 * @returns stops the watch
 */
export function startSiteWatch(deps: SiteWatchDeps, everyMs = 60_000): () => Promise<void> {
  return repeating(everyMs, siteWatcher(deps));
}

/**
 * One round at each call; it remembers how far the site is whole, and whose is still to be carried. A machine that published before it
 * had what another did has carried pages that lack it: once it has it, its pages are carried again.
 */
export function siteWatcher(deps: SiteWatchDeps): () => Promise<void> {
  const { log, publicDir, siteStore } = deps;
  let [read, looked] = [0, 0];
  const uncarried = new Set<string>();
  return async () => {
    try {
      read = await completeSite(
        deps,
        read,
        (cycle, cause) => log.warn({ cause, cycle }, 'something published could not be written to the site here'),
        (entity) => uncarried.add(entity),
      );
      for (const entity of uncarried) {
        if (siteStore !== undefined) await carrySite(siteStore, publicDir, entity);
        uncarried.delete(entity);
      }
    } catch (cause) {
      log.warn({ cause }, 'what was published elsewhere could not be taken over, it will be tried again');
    }
    try {
      looked = await verifyPublications(
        deps,
        deps.now(),
        (cycle, cause) =>
          log.warn({ cause, cycle }, 'something published could not be looked for, it will be tried again'),
        looked,
      );
    } catch (cause) {
      log.warn({ cause }, 'what was published could not be read, it will be tried again');
    }
  };
}

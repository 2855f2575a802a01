import type { Logger } from 'pino';
import { completeSite } from '../office/complete-site.js';
import type { Deps } from '../office/deps.js';
import { verifyPublications } from '../office/verify-publication.js';
import { repeating } from './repeating.js';

/**
 * Keeps the site in this machine's folder whole: what another worker published is written here too, within minutes; and looks for what
 * nobody has found yet where it should be.
 * @returns stops the watch
 */
export function startSiteWatch(
  deps: Pick<Deps, 'register' | 'bodies' | 'publicDir' | 'siteStore' | 'now'> & { readonly log: Pick<Logger, 'warn'> },
  everyMs = 60_000,
): () => Promise<void> {
  let read = 0;
  return repeating(everyMs, async () => {
    try {
      read = await completeSite(deps, read, (cycle, cause) =>
        deps.log.warn({ cause, cycle }, 'something published could not be written to the site here'),
      );
      await verifyPublications(deps, deps.now(), (cycle, cause) =>
        deps.log.warn({ cause, cycle }, 'something published could not be looked for, it will be tried again'),
      );
    } catch (cause) {
      deps.log.warn({ cause }, 'what was published could not be read, it will be tried again');
    }
  });
}

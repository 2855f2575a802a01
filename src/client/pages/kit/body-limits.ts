import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FILE_LIMITS as LIMITS } from '../../../files/limits.js';
import { accessWords } from '../../../words/access.js';
import { sizeLimit } from '../../../words/format.js';
import { hadSession } from './ended-session.js';
import { refusal } from './refusals.js';
import type { Site } from './site.js';

/** Addresses whose forms carry files. */
const UPLOADS =
  /^\/(?:adempimento\/|cicli\/[^/]+\/[^/]+\/(?:attivita\/[^/]+\/adempimento(?:\/|$)|piano\/(?:importa|nuovo-anno)$|importa-spesa$|documenti\/[^/]+\/bozza(?:\/|$)))/;

/**
 * Refuses what is larger than a page expects, reading no further. Goes after `recognise`: of who has not signed in only a
 * little is read. What may carry files is left to `uploadLimit`, behind the guard of its address.
 */
export function bodyLimits(site: Pick<Site, 'deps' | 'assets'>): MiddlewareHandler {
  const [nobody, somebody] = [limited(site, LIMITS.anonymousForm), limited(site, LIMITS.form)];
  return (c, next) => {
    if (UPLOADS.test(c.req.path)) return next();
    // Of whose session has ended what was written is kept, and the page says so.
    return c.get('viewer') === undefined && !hadSession(site, c) ? nobody(c, next) : somebody(c, next);
  };
}

/** The limit of forms that carry files. Goes after what lets somebody in: nothing is read of who has no key. */
export const uploadLimit = (site: Pick<Site, 'deps' | 'assets'>): MiddlewareHandler => limited(site, LIMITS.upload);

/** The limit of the page of a section, which answers what it was sent also to who has not signed in any more. */
export const sectionLimit = (site: Pick<Site, 'deps' | 'assets'>): MiddlewareHandler =>
  limited(site, LIMITS.sectionForm);

/** The limit of what is kept of a form with files whose session has ended: its texts, not its files. */
export const endedLimit = (site: Pick<Site, 'deps' | 'assets'>): MiddlewareHandler => {
  const limit = limited(site, LIMITS.sectionForm);
  return (c, next) =>
    c.req.method === 'POST' && c.get('viewer') === undefined && hadSession(site, c) ? limit(c, next) : next();
};

function limited(site: Pick<Site, 'deps' | 'assets'>, maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) => {
      const { title, text } = accessWords.tooLarge;
      return refusal(site, c, { title, text: text(sizeLimit(maxSize)) }, 413);
    },
  });
}

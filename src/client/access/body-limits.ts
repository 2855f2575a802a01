import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { accessWords } from '../../words/access.js';
import type { Site } from '../console/site.js';
import { refusal } from './refusals.js';

const KB = 1_024;
const MB = 1_024 * KB;

/** The longest texts a form of ours takes, several times over. */
const FORM_BYTES = 256 * KB;
/** Evidence, acts and spreadsheets. */
const UPLOAD_BYTES = 25 * MB;

/** Addresses whose forms carry files. */
const UPLOADS = /^\/(?:adempimento\/|cicli\/[^/]+\/[^/]+\/(?:attivita\/[^/]+\/adempimento(?:\/|$)|piano\/importa$))/;

/** Refuses what is larger than a page expects, before anything of it is looked at. */
export function bodyLimits(site: Pick<Site, 'deps' | 'assets'>): MiddlewareHandler {
  const limited = (maxSize: number, shown: string): MiddlewareHandler =>
    bodyLimit({
      maxSize,
      onError: (c) => {
        const { title, text } = accessWords.tooLarge;
        return refusal(site, c, { title, text: text(shown) }, 413);
      },
    });
  const form = limited(FORM_BYTES, '256 kB');
  const upload = limited(UPLOAD_BYTES, '25 MB');
  return (c, next) => (UPLOADS.test(c.req.path) ? upload(c, next) : form(c, next));
}

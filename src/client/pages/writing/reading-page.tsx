import type { Handler } from 'hono';
import { declareForeign } from '../kit/headers.js';
import type { Site } from '../kit/site.js';
import { wholeDraft } from './composed.js';
import { draftPageData } from './page-data.js';

/** The whole document as it would be composed now, on the page a board would read. */
export function readingPage(site: Site): Handler {
  return async (c) => {
    const data = await draftPageData(site, c);
    if (data === undefined) return c.notFound();
    const page = await wholeDraft(site, data);
    declareForeign(c);
    c.header('Content-Type', 'text/html; charset=utf-8');
    return c.body(new Uint8Array(page));
  };
}

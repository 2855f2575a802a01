import type { Hono } from 'hono';
import { SEARCH_PATH } from '../kit/paths.js';
import type { Site } from '../kit/site.js';
import { search } from './search-page.js';

/** The search of a body. Goes after `ofEntity`. */
export function mountSearch(app: Hono, site: Site): void {
  app.get(`/enti/:entity${SEARCH_PATH}`, search(site));
}

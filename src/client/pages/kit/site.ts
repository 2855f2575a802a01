import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Assets } from './assets.js';
import type { ConsoleDeps } from './deps.js';
import type { Limits } from './limits.js';
import type { LogWatch } from './log-watch.js';

/** What every page is made from. */
export interface Site {
  readonly deps: ConsoleDeps;
  readonly assets: Assets;
  readonly watch: LogWatch;
  /** How often links and calls have been asked for. */
  readonly limits: Limits;
}

/** Answers with a page. */
export async function answer(c: Context, page: Child, status: ContentfulStatusCode = 200): Promise<Response> {
  return c.html(`<!doctype html>\n${String(await page)}`, status);
}

/** `ccms/2016` from the path of a page about a cycle; undefined when it names none. */
export function cycleIdIn(c: Context): string | undefined {
  const [entity, exercise] = [c.req.param('entity'), c.req.param('exercise')];
  return entity === undefined || exercise === undefined ? undefined : `${entity}/${exercise}`;
}

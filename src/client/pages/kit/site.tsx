import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Assets } from './assets.js';
import type { ConsoleDeps } from './deps.js';
import type { Limits } from './limits.js';
import type { LogWatch } from './log-watch.js';
import { tableAsked, tableFile } from './table/table-file.js';
import { TablesOfPage, TablesProvider } from './table/tables-of-page.js';

/** What every page is made from. */
export interface Site {
  readonly deps: ConsoleDeps;
  readonly assets: Assets;
  readonly watch: LogWatch;
  /** How often links and calls have been asked for. */
  readonly limits: Limits;
  /** Where requests for a sign-in link are left. */
  readonly links: { ask(email: string, verso: string): void };
}

/**
 * Answers with a page, or with a table of it as a file where the address asks for one: the same page is written for both,
 * so that a file holds what its reader may see there, and no more.
 */
export async function answer(c: Context, page: Child, status: ContentfulStatusCode = 200): Promise<Response> {
  const asked = tableAsked(c);
  const tables = new TablesOfPage(
    c.req.method === 'GET' ? new URL(c.req.url) : undefined,
    asked === undefined || asked === 'nothing' ? undefined : asked.name,
  );
  const html = String(await (<TablesProvider value={tables}>{page}</TablesProvider>));
  if (asked !== undefined && status === 200) return tableFile(c, tables, asked) ?? c.notFound();
  return c.html(`<!doctype html>\n${html}`, status);
}

/** `ccms/2016` from the path of a page about a cycle; undefined when it names none. */
export function cycleIdIn(c: Context): string | undefined {
  const [entity, exercise] = [c.req.param('entity'), c.req.param('exercise')];
  return entity === undefined || exercise === undefined ? undefined : `${entity}/${exercise}`;
}

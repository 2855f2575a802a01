import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';

/**
 * Fails unless the file a table of a page is taken away as has the rows of the page, of all its parts, and its columns.
 *
 * @param get who reads, at an address
 * @param pageOnly columns that are of the page alone: links to what may be done
 */
export async function expectTakenAway(
  get: (path: string) => Promise<Response>,
  path: string,
  table: string,
  pageOnly: readonly string[] = [],
): Promise<void> {
  const html = await (await get(path)).text();
  const parts = [...html.matchAll(/<table\b.*?<\/table>/gs)].map(([part]) => part);
  const rows = parts
    .filter((part) => part.startsWith('<table') && /^<table[^>]*/.exec(part)?.[0].includes(`data-table="${table}"`))
    .flatMap((part) => [...part.matchAll(/<tr\b(?:(?!<\/tr>).)*data-label=(?:(?!<\/tr>).)*/gs)].map(([row]) => row));
  const href = new RegExp(`href="([^"]*[?&;]tabella=${table}\\.csv)"`).exec(html)?.[1]?.replaceAll('&amp;', '&');
  if (href === undefined || rows.length === 0) throw new Error(`${path} has no table ${table} to take away`);
  const file = await get(href);
  const type = file.headers.get('content-type');
  if (type !== 'text/csv; charset=utf-8') throw new Error(`${href} answered ${file.status} ${type}`);
  const [head = [], ...taken]: readonly string[][] = parse(await file.text(), { delimiter: ';', bom: true });
  const labels = new Set(
    rows.flatMap((row) => [...row.matchAll(/data-label="([^"]*)"/g)].map(([, label = '']) => label)),
  );
  const missing = [...labels].filter((label) => !head.includes(label) && !pageOnly.includes(label));
  expect({ table, rows: taken.length, missing }).toEqual({ table, rows: rows.length, missing: [] });
}

import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../domain/result.js';
import { sheetWords } from '../words/sheets.js';
import type { Grid, GridCell } from './grid.js';

const MAX_ROWS = 20_000;

/**
 * A table of values separated by `;`, `,` or tabs, in UTF-8 or as Windows writes it. All its cells are texts: they are
 * read as if typed.
 * @returns an Italian sentence when it is no such table
 */
export function readCsv(bytes: Uint8Array): Result<Grid, string> {
  const source = decoded(bytes);
  // A table has no control characters: something else was sent under its name.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x08\x0e-\x1f]/.test(source)) return err(sheetWords.file.notWorkbook);
  try {
    const records: string[][] = parse(source, {
      delimiter: delimiterOf(source),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: MAX_ROWS + 1,
    });
    if (records.length > MAX_ROWS) return err(sheetWords.file.tooManyCells);
    return ok({ name: 'csv', rows: records.flatMap((record, i) => rowOf(record, i + 1)) });
  } catch {
    // The parser's own words are about quotes and offsets, in English.
    return err(sheetWords.file.brokenCsv);
  }
}

function rowOf(record: readonly string[], row: number): Grid['rows'] {
  const cells = new Map<number, GridCell>();
  for (const [column, shown] of record.entries()) {
    if (shown.trim() !== '') cells.set(column, { kind: 'text', shown });
  }
  return cells.size === 0 ? [] : [{ row, cells }];
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Excel on an Italian Windows saves CSV in that system's own encoding.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator most used on the line of the titles: above it there are sentences, below it decimals. */
function delimiterOf(source: string): string {
  const lines = source.slice(0, 20_000).split('\n', 60);
  const titles = lines.find((line) => TITLES.test(line)) ?? '';
  const count = (separator: string): number => titles.split(separator).length;
  return [';', '\t', ','].reduce((best, other) => (count(other) > count(best) ? other : best));
}

const TITLES = new RegExp(`(^|[;,\\t"])\\s*${sheetWords.officer.columns.code}\\s*("|[;,\\t])`, 'i');

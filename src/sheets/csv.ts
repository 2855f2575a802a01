import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../domain/result.js';
import { Budget, TooLarge } from '../files/budget.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { decodeText } from '../files/text.js';
import { fileWords as words } from '../words/files.js';
import { sheetWords } from '../words/sheets.js';
import type { Grid, GridCell } from './grid.js';

/**
 * A table of values separated by `;`, `,` or tabs, in UTF-8, in UTF-16 with its mark (Excel's "Unicode text") or as
 * Windows writes it. All its cells are texts: they are read as if typed. Rows with nothing in them are not there.
 * @returns an Italian sentence when it is no such table
 */
export function readCsv(bytes: Uint8Array, budget = new Budget()): Result<Grid, string> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return err(words.notText(decoded.error.line));
  const source = decoded.value;
  // A table has no control characters: something else was sent under its name.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x08\x0e-\x1f]/.test(source)) return err(words.notWorkbook);
  // What was once decoded wrongly and saved again: which characters they were, nobody can say any more.
  const lost = source.search(/[\x80-\x9f]/);
  if (lost !== -1) return err(words.notText(source.slice(0, lost).split('\n').length));
  const long = longLine(source);
  if (long !== undefined) return err(words.longLine(long));
  try {
    return ok({ name: 'csv', rows: rowsOf(source, budget) });
  } catch (cause) {
    // The parser's own words are about quotes and offsets, in English.
    return err(cause instanceof TooLarge ? cause.message : words.brokenCsv);
  }
}

function rowsOf(source: string, budget: Budget): Grid['rows'] {
  const rows: Grid['rows'][number][] = [];
  let row = 0;
  parse(withoutEmptyEnd(source), {
    delimiter: delimiterOf(source),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LIMITS.run,
    // Rows are taken as they come: of those that hold nothing, formatted to the end of a sheet, nothing is kept.
    on_record: (record: readonly string[]) => {
      row += 1;
      if (row > LIMITS.records) throw new TooLarge(words.tooManyCells);
      const cells = cellsOf(record);
      if (cells.size === 0) return null;
      budget.cells(cells.size);
      if (rows.length >= LIMITS.rows) throw new TooLarge(words.tooManyCells);
      rows.push({ row, cells });
      return null;
    },
  });
  return rows;
}

/** A sheet formatted to its last row is saved with a line of separators for each: they are cut before anything is parsed. */
function withoutEmptyEnd(source: string): string {
  let end = source.length;
  while (end > 0 && EMPTY.has(source[end - 1] ?? '')) end -= 1;
  return source.slice(0, end);
}

const EMPTY = new Set([';', ',', '\t', '\r', '\n', ' ']);

function cellsOf(record: readonly string[]): ReadonlyMap<number, GridCell> {
  const cells = new Map<number, GridCell>();
  for (const [column, shown] of record.slice(0, LIMITS.columns).entries()) {
    if (shown.trim() !== '') cells.set(column, { kind: 'text', shown });
  }
  return cells;
}

/** The number, from 1, of the first line no spreadsheet would write. */
function longLine(source: string): number | undefined {
  let [line, start] = [1, 0];
  for (let end = source.indexOf('\n'); end !== -1; end = source.indexOf('\n', start)) {
    if (end - start > LIMITS.run) return line;
    start = end + 1;
    line += 1;
  }
  return source.length - start > LIMITS.run ? line : undefined;
}

/** The separator most used on the line of the titles: above it there are sentences, below it decimals. */
function delimiterOf(source: string): string {
  const lines = source.slice(0, 20_000).split('\n', 60);
  const titles = lines.find((line) => TITLES.test(line)) ?? '';
  const count = (separator: string): number => titles.split(separator).length;
  return [';', '\t', ','].reduce((best, other) => (count(other) > count(best) ? other : best));
}

const TITLES = new RegExp(`(^|[;,\\t"])\\s*${sheetWords.officer.columns.code}\\s*("|[;,\\t])`, 'i');

import { CsvError, parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../domain/result.js';
import { Budget, TooLarge } from '../files/budget.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { decodeText } from '../files/text.js';
import { fileWords as words } from '../words/files.js';
import { sheetWords } from '../words/sheets.js';
import type { Grid, GridCell } from './grid.js';

/** Whether a table has the titles of our own: then a row with more values than they are has been moved by a separator. */
export type CsvTitles = 'ours' | 'any';

/**
 * A table of values separated by `;`, `,` or tabs, in UTF-8, in UTF-16 with its mark (Excel's "Unicode text") or as
 * Windows writes it. All its cells are texts: they are read as if typed. Rows with nothing in them are not there.
 * @returns an Italian sentence when it is no such table, or when a row, by its line, holds more values than there are titles
 */
export function readCsv(bytes: Uint8Array, budget = new Budget(), titles: CsvTitles = 'ours'): Result<Grid, string> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return err(words.notText(decoded.error.line));
  // Programs that join files leave both ends of lines in one: the parser would know only the first.
  const source = decoded.value.replace(/\r\n?/g, '\n');
  // A table has no control characters: something else was sent under its name.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x08\x0e-\x1f]/.test(source)) return err(words.notWorkbook);
  // What was once decoded wrongly and saved again: which characters they were, nobody can say any more.
  const lost = source.search(/[\x80-\x9f]/);
  if (lost !== -1) return err(words.notText(source.slice(0, lost).split('\n').length));
  const long = longLine(source);
  if (long !== undefined) return err(words.longLine(long));
  try {
    return ok({ name: 'csv', rows: rowsOf(source, budget, titles) });
  } catch (cause) {
    // The parser's own words are about quotes and offsets, in English.
    return err(cause instanceof TooLarge || cause instanceof Shifted ? cause.message : words.brokenCsv);
  }
}

function rowsOf(source: string, budget: Budget, known: CsvTitles): Grid['rows'] {
  const rows: Grid['rows'][number][] = [];
  const delimiter = known === 'ours' ? delimiterOf(source) : mostUsed(source);
  let [row, line] = [0, 1];
  let titles: readonly string[] | undefined;
  const take = (record: readonly string[]): void => {
    row += 1;
    if (row > LIMITS.records) throw new TooLarge(words.tooManyCells);
    if (known === 'ours') refuseShifted(record, { titles, delimiter, line });
    const cells = cellsOf(record);
    if (cells.size === 0) return;
    if (titles === undefined && record.some(isTitle)) titles = record;
    budget.cells(cells.size);
    if (rows.length >= LIMITS.rows) throw new TooLarge(words.tooManyCells);
    rows.push({ row, cells });
  };
  try {
    parse(withoutEmptyEnd(source), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LIMITS.run,
      // Rows are taken as they come: of those that hold nothing, formatted to the end of a sheet, nothing is kept.
      on_record: (record: readonly string[], { lines }) => {
        take(record);
        line = lines + 1;
        return null;
      },
    });
  } catch (cause) {
    throw cause instanceof CsvError && cause.code === 'CSV_QUOTE_NOT_CLOSED'
      ? new Shifted(words.openQuote(line))
      : cause;
  }
  return rows;
}

/** A row whose cells do not stand below their titles. */
class Shifted extends Error {}

interface Place {
  readonly titles: readonly string[] | undefined;
  readonly delimiter: string;
  /** The row's first line, from 1. */
  readonly line: number;
}

/** Refuses a row in which a separator or a quote has moved values out of their columns: read, it would lose them. */
function refuseShifted(record: readonly string[], { titles, delimiter, line }: Place): void {
  if (record.some((_, at) => holdsRows(record, at, delimiter, titles?.length ?? 2)))
    throw new Shifted(words.openQuote(line));
  if (titles === undefined) return;
  const beyond = record.slice(titles.length);
  // A decimal comma adds a cell to the row, also where its last ones are empty.
  const tooMany = delimiter === ',' ? beyond.length > 0 && record.some(isFilled) : beyond.some(isFilled);
  const untitled = titles.length - [...titles].reverse().findIndex(isFilled);
  if (tooMany || record.slice(untitled).some(isFilled) || (delimiter === ',' && isCut(record, titles)))
    throw new Shifted(words.tooManyValues(line));
}

/** Whether the decimals of a value stand in the note beside it: `85,5` where the row ends before its last title. */
function isCut(record: readonly string[], titles: readonly string[]): boolean {
  const { value, note, reason } = sheetWords.officer.columns;
  const at = titles.findIndex((title) => title.trim() === value);
  const beside = titles[at + 1]?.trim();
  if (at === -1 || (beside !== note && beside !== reason)) return false;
  return /^\s*-?\d[\d.]*\s*$/.test(record[at] ?? '') && /^\d{1,6}%?\s*$/.test(record[at + 1] ?? '');
}

/** Whether a cell with several lines has one that is a row of the table itself: a quote before it was never closed. */
function holdsRows(record: readonly string[], at: number, delimiter: string, columns: number): boolean {
  const lines = (record[at] ?? '').split('\n');
  return lines.slice(1).some((line, i) => {
    const [first = '', second, ...others] = line.split(delimiter);
    // In a sentence a separator is followed by a space.
    if (second === undefined || second.startsWith(' ') || !CODE.test(first)) return false;
    const after = i === lines.length - 2 ? record.length - at - 1 : 0;
    return others.length + 2 + after >= columns;
  });
}

/** As codes are written: figures, and no words. */
const CODE = /^\s*"?(?=[^\s"]*\d)[^\s"]{1,40}"?\s*$/;

const isFilled = (cell: string): boolean => cell.trim() !== '';
const isTitle = (cell: string): boolean => cell.trim().toLowerCase() === sheetWords.officer.columns.code.toLowerCase();

/** A sheet formatted to its last row is saved with a line of separators for each: they are cut before anything is parsed. */
function withoutEmptyEnd(source: string): string {
  let end = source.length;
  while (end > 0 && EMPTY.has(source[end - 1] ?? '')) end -= 1;
  // The cells of the last row stay: how many there are says whether one was cut in two.
  const rest = source.indexOf('\n', end);
  return rest === -1 ? source : source.slice(0, rest);
}

const EMPTY = new Set([';', ',', '\t', '\r', '\n', ' ']);

function cellsOf(record: readonly string[]): ReadonlyMap<number, GridCell> {
  const cells = new Map<number, GridCell>();
  for (const [column, shown] of record.slice(0, LIMITS.columns).entries()) {
    if (isFilled(shown)) cells.set(column, { kind: 'text', shown });
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

/** The separator that most lines of any table have: sentences have commas too, and seldom one of the others. */
function mostUsed(source: string): string {
  const lines = source.slice(0, 20_000).split('\n', 60);
  const having = (separator: string): number => lines.filter((line) => line.includes(separator)).length;
  const filled = lines.filter(isFilled).length;
  return ['\t', ';'].find((one) => having(one) * 3 >= filled) ?? ',';
}

const TITLES = new RegExp(`(^|[;,\\t"])\\s*${sheetWords.officer.columns.code}\\s*("|[;,\\t])`, 'i');

import type { CivilDate } from '../domain/calendar/types.js';
import { readDay } from '../domain/measured/written-date.js';
import { err, ok, type Result } from '../domain/result.js';
import { italianDecimal } from '../domain/targets/numbers.js';
import { message, quoted } from '../files/messages.js';
import { sheetWords } from '../words/sheets.js';
import { decimalAsWritten, padded } from './decimals.js';
import { cellName, type Grid, type GridCell } from './grid.js';
import type { Decimals } from './styles.js';
import { type Cell, text, type WrittenSheet } from './workbook-write.js';

const words = sheetWords.table;

/**
 * What a column holds, always as text: `decimal` as `6.00`, `date` as ISO, `flag` as `sì`. Of a `verbatim` an empty cell
 * is the empty text; of the others it is nothing at all. A `code` is what its writer wrote or nothing: not what a
 * spreadsheet makes of it, a number or a day.
 */
export interface Column {
  readonly title: string;
  readonly kind: 'text' | 'code' | 'verbatim' | 'decimal' | 'year' | 'date' | 'flag';
  readonly required?: true;
  /** Workbooks of before this column was there are read without it. */
  readonly later?: true;
  /** In characters. */
  readonly width?: number;
}

/** A sheet as a table: one row of titles, then one line for each thing. */
export interface Table<K extends string> {
  /** Name of the sheet. */
  readonly name: string;
  /** Workbooks of before this sheet was there are read without it. */
  readonly later?: true;
  readonly columns: Readonly<Record<K, Column>>;
}

export type Line<K extends string> = { readonly [key in K]?: string | undefined };

/** Something wrong in a table, with its place. */
export interface TableError {
  readonly sheet: string;
  /** 0 when it is about the sheet as a whole. */
  readonly row: number;
  readonly cell: string;
  readonly column: string;
  readonly value: string;
  /** `foglio «Struttura», riga 7, colonna «Peso» (D7): «abc» …` */
  readonly message: string;
}

/** A line as read: `fail` says what is wrong with one of its cells. */
export interface ReadLine<K extends string> {
  readonly row: number;
  readonly values: Line<K>;
  fail(column: K, problem: string): void;
}

/** Stands for the empty text where an empty cell means nothing. */
const EMPTY = '(vuoto)';

export function writeTable<K extends string>(table: Table<K>, lines: readonly Line<K>[]): WrittenSheet {
  const columns = columnsOf(table);
  return {
    name: table.name,
    frozenRows: 1,
    filtered: true,
    textColumns: columns.flatMap(([, { kind }], i) => (kind === 'code' ? [i] : [])),
    widths: columns.map(([, column]) => column.width ?? 16),
    rows: [
      columns.map(([, column]) => text('head', column.title)),
      ...lines.map((line) => columns.map(([key, column]) => cellOf(column, line[key]))),
    ],
  };
}

function cellOf({ kind }: Column, value: string | undefined): Cell {
  if (value === undefined) return { style: 'cell' };
  if (value === '') return text('cell', kind === 'verbatim' ? '' : EMPTY);
  if (kind === 'decimal' || kind === 'year') return numberCell(value);
  if (kind === 'date') return { style: 'data-day', value: { date: value as CivilDate } };
  return text('cell', value);
}

/** A number that keeps its decimals, `6.00`, by the format of its cell. One that a spreadsheet would round stays a text. */
function numberCell(value: string): Cell {
  const decimals = value.split('.')[1]?.length ?? 0;
  const fits = /^-?\d+(\.\d+)?$/.test(value) && value.replace(/\D/g, '').length <= 15 && decimals <= 4;
  // Just seen to be one of the five.
  return fits
    ? { style: `cell-${decimals as Decimals}`, value: { number: value } }
    : text('cell', value.replace('.', ','));
}

/**
 * The codes a cell may have held before a spreadsheet made a number or a day of it.
 * @param beside what the other cells of its line say
 */
export type CodesBehind = (cell: GridCell, beside: readonly string[]) => CodeBehind;
/** `code`: the one that what stands beside it decides for; `among`: those it may have been. */
interface CodeBehind {
  readonly code?: string;
  readonly among: readonly string[];
}

/**
 * Reads a table back. Other columns, and their order, are its writer's own.
 * @param complain takes what is wrong
 */
export function readTable<K extends string>(
  table: Table<K>,
  grids: readonly Grid[],
  complain: (error: TableError) => void,
  behind: CodesBehind = () => ({ among: [] }),
): readonly ReadLine<K>[] {
  const about = (problem: string): void =>
    complain({ sheet: table.name, row: 0, cell: '', column: '', value: '', message: words.sheet(table.name, problem) });
  const grid = grids.find((g) => g.name.trim().toLowerCase() === table.name.toLowerCase());
  const [head, ...lines] = grid?.rows ?? [];
  if (grid === undefined && table.later === true) return [];
  if (head === undefined) {
    about(words.noSheet);
    return [];
  }
  const columns = columnsOf(table);
  const places = new Map<K, number>();
  for (const [key, { title, later }] of columns) {
    const found = [...head.cells].filter(([, cell]) => cell.shown.trim().toLowerCase() === title.toLowerCase());
    if (found.length > 1) about(words.twoColumns(title));
    const [first] = found;
    if (first !== undefined) places.set(key, first[0]);
    else if (later !== true) about(words.noColumn(title));
  }
  if (columns.some(([key, { later }]) => later !== true && !places.has(key))) return [];
  return lines.flatMap(({ row, cells }) => {
    const at = (key: K): GridCell | undefined => cells.get(places.get(key) ?? -1);
    if (columns.every(([key]) => at(key) === undefined)) return [];
    const fail = (key: K, problem: string): void => {
      const cell = cellName(places.get(key) ?? 0, row);
      const { title } = table.columns[key];
      const said = message(words.place(table.name, row, title, cell, problem));
      const value = quoted(at(key)?.shown ?? '');
      complain({ sheet: table.name, row, cell, column: title, value, message: said });
    };
    const values: { [key in K]?: string } = {};
    const beside = [...cells.values()].map((cell) => cell.shown);
    for (const [key, column] of columns) {
      const read = contentOf(column, at(key), (cell) => behind(cell, beside));
      if (!read.ok) fail(key, read.error);
      else if (read.value !== undefined) values[key] = read.value;
      else if (column.required === true) fail(key, words.missing);
    }
    return [{ row, values, fail }];
  });
}

// The keys of the table are its own; `Object.entries` forgets it.
const columnsOf = <K extends string>(table: Table<K>): readonly (readonly [K, Column])[] =>
  Object.entries(table.columns) as [K, Column][];

function contentOf(
  { kind }: Column,
  cell: GridCell | undefined,
  behind: (cell: GridCell) => CodeBehind,
): Result<string | undefined, string> {
  if (cell === undefined) return ok(kind === 'verbatim' ? '' : undefined);
  if (cell.kind === 'error') return err(cell.problem);
  switch (kind) {
    case 'text':
    case 'verbatim': {
      const shown = cell.kind === 'number' ? fixed(cell) : cell.shown;
      return ok(shown === EMPTY ? '' : shown);
    }
    case 'code':
      return cell.kind === 'text' ? ok(cell.shown) : codeOf(cell, behind(cell));
    case 'decimal':
    case 'year':
      return readNumber(cell, kind);
    case 'date':
      return dayIn(cell);
    case 'flag': {
      const said = cell.kind === 'boolean' ? cell.value : { sì: true, si: true, no: false }[cell.shown.toLowerCase()];
      return said === undefined ? err(words.noFlag(cell.shown)) : ok(said ? 'sì' : undefined);
    }
  }
}

const codeOf = (cell: GridCell, { code, among }: CodeBehind): Result<string, string> =>
  code === undefined ? err(words.changedCode(cell.shown, among)) : ok(code);

/** As its cell shows it, decimals included. */
function fixed(cell: Extract<GridCell, { kind: 'number' }>): string {
  return italianDecimal(padded(cell.value, cell.decimals));
}

function readNumber(cell: GridCell, kind: 'decimal' | 'year'): Result<string, string> {
  const number =
    cell.kind === 'number'
      ? ok(padded(cell.value, cell.decimals))
      : cell.kind === 'percent'
        ? ok(cell.value)
        : decimalAsWritten(cell.shown);
  if (!number.ok) return err(words.noNumber(cell.shown));
  if (kind === 'year' && !/^(19|20)\d{2}$/.test(number.value)) return err(words.noYear(cell.shown));
  return number;
}

function dayIn(cell: GridCell): Result<string, string> {
  if (cell.kind === 'date') return ok(cell.value);
  const day = readDay(cell.shown);
  return day?.ok ? day : err(words.noDay(cell.shown));
}

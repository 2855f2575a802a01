import { err, ok, type Result } from '../domain/result.js';
import { italianDecimal } from '../domain/targets/numbers.js';
import type { DecimalText } from '../domain/targets/types.js';
import { EMPTY_ANSWER, type RawAnswer, readAnswer, readNote } from '../forms/answer.js';
import type { FormRow, OfficerForm } from '../forms/form.js';
import { formWords } from '../words/forms.js';
import { sheetWords } from '../words/sheets.js';
import { cellName, type Grid, type GridCell, type GridRow } from './grid.js';
import { readSheetFile } from './read-file.js';
import type { CellError, SheetAnswer, SheetReading } from './sheet-data.js';
import { refuseKey } from './sheet-key.js';

const words = sheetWords.officer;

/** The columns that are read; what else a sheet has is the officer's own. */
const READ = ['code', 'value', 'numerator', 'denominator', 'reason', 'note'] as const;
type Column = (typeof READ)[number];
const ANSWER = ['value', 'numerator', 'denominator', 'reason', 'note'] as const;

/**
 * Reads a sheet an officer sent back, `.xlsx` or `.csv`: its cells as if typed in the form.
 * @returns answers and errors, or, of a file that can not be taken as a whole (other type, other checkpoint, too large), why
 */
export async function readOfficerSheet(bytes: Uint8Array, form: OfficerForm): Promise<Result<SheetReading, string>> {
  const file = await readSheetFile(bytes);
  if (!file.ok) return file;
  for (const grid of file.value.grids) {
    const table = findTable(grid);
    if (table === undefined) continue;
    if (!table.ok) return table;
    const refused = refuseKey(grid, form, file.value.type);
    return refused === undefined ? ok(readTable(table.value, form)) : err(refused);
  }
  return err(words.notForm);
}

interface Table {
  readonly columns: ReadonlyMap<Column, number>;
  readonly rows: readonly GridRow[];
}

/** The table below the row that has both titles without which there is none. */
function findTable(grid: Grid): Result<Table, string> | undefined {
  for (const [at, { cells }] of grid.rows.entries()) {
    const columns = new Map<Column, number>();
    let twice: Column | undefined;
    for (const [column, { shown }] of cells) {
      const name = READ.find((one) => plain(words.columns[one]) === plain(shown));
      if (name === undefined) continue;
      if (columns.has(name)) twice = name;
      columns.set(name, column);
    }
    if (!columns.has('code') || !columns.has('value')) continue;
    if (twice !== undefined) return err(words.twoColumns(words.columns[twice]));
    return ok({ columns, rows: grid.rows.slice(at + 1) });
  }
  return undefined;
}

const plain = (title: string): string => title.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

function readTable(table: Table, form: OfficerForm): SheetReading {
  const expected = new Map(form.rows.map((row) => [row.code, row]));
  const seen = new Map<string, number>();
  const answers = new Map<string, SheetAnswer>();
  const errors: CellError[] = [];
  for (const line of table.rows) {
    const cellOf = (column: Column): GridCell | undefined => line.cells.get(table.columns.get(column) ?? -1);
    if (ANSWER.every((column) => cellOf(column) === undefined)) continue;
    const code = codeOf(cellOf('code'));
    const fail = (column: Column, problem: string): void => {
      const cell = cellName(table.columns.get(column) ?? table.columns.get('value') ?? 0, line.row);
      const title = words.columns[column];
      const value = cellOf(column)?.shown ?? '';
      const message = words.place(line.row, title, cell, problem);
      errors.push({ row: line.row, cell, column: title, value, message, ...(code === '' ? {} : { code }) });
    };
    const row = expected.get(code);
    const before = seen.get(code);
    if (row === undefined) {
      fail('code', code === '' ? words.noCode : words.unknownCode(code));
    } else if (before !== undefined) {
      // Which of the two is meant, only their writer knows.
      answers.delete(code);
      fail('code', words.sameCode(code, before));
    } else {
      seen.set(code, line.row);
      const answer = readLine(row, form, line.row, cellOf, fail);
      if (answer !== undefined) answers.set(code, answer);
    }
  }
  return {
    answers: [...answers.values()],
    errors,
    unanswered: form.rows.flatMap(({ code }) => (answers.has(code) ? [] : [code])),
  };
}

/** A spreadsheet takes `1.1` for a number. */
const codeOf = (cell: GridCell | undefined): string =>
  cell === undefined ? '' : cell.kind === 'number' ? cell.value : cell.shown.trim();

function readLine(
  row: FormRow,
  form: OfficerForm,
  line: number,
  cellOf: (column: Column) => GridCell | undefined,
  fail: (column: Column, problem: string) => void,
): SheetAnswer | undefined {
  for (const column of ANSWER) {
    const cell = cellOf(column);
    if (cell?.kind === 'error') {
      fail(column, `${cell.shown === '' ? '' : `«${cell.shown}»: `}${cell.problem}`);
      return undefined;
    }
  }
  const value = cellOf('value');
  if (row.unit?.kind === 'percent' && value?.kind === 'number' && ['1', '-1'].includes(value.value)) {
    fail('value', words.one);
    return undefined;
  }
  const raw: RawAnswer = {
    ...EMPTY_ANSWER,
    value: typed(value),
    numerator: typed(cellOf('numerator')),
    denominator: typed(cellOf('denominator')),
    reason: cellOf('reason')?.shown ?? '',
    note: cellOf('note')?.shown ?? '',
  };
  const actual = readAnswer(row, raw, form);
  const note = readNote(raw.note);
  if (!actual.ok) fail(blamed(raw, actual.error), actual.error);
  if (!note.ok) fail('note', note.error);
  if (!actual.ok || !note.ok) return undefined;
  if (actual.value === 'empty') {
    // A note beside nothing would be lost without a word.
    fail('value', formWords.noteAlone);
    return undefined;
  }
  return {
    code: row.code,
    row: line,
    raw,
    actual: actual.value,
    ...(note.value === undefined ? {} : { note: note.value }),
  };
}

/** The column an answer's error is about. */
function blamed(raw: RawAnswer, problem: string): Column {
  if (raw.value.trim() !== '') return 'value';
  if (raw.numerator.trim() === '' && raw.denominator.trim() === '') return 'reason';
  return raw.denominator.trim() === '' || problem.startsWith(formWords.denominator) ? 'denominator' : 'numerator';
}

/** A cell as an officer would type it, so that a number is not taken for another spelling of itself. */
function typed(cell: GridCell | undefined): string {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'number':
      return typedNumber(cell.value);
    case 'percent':
      return `${typedNumber(cell.value)}%`;
    case 'boolean':
      return cell.value ? 'sì' : 'no';
    case 'text':
    case 'date':
    case 'error':
      return cell.shown;
  }
}

/** `1,234` could be thousands written the English way: `1,2340` can not. */
function typedNumber(value: DecimalText): string {
  const italian = italianDecimal(value);
  return /,\d{3}$/.test(italian) ? `${italian}0` : italian;
}

import { err, ok, type Result } from '../domain/result.js';
import { italianDecimal } from '../domain/targets/numbers.js';
import type { DecimalText } from '../domain/targets/types.js';
import { Budget } from '../files/budget.js';
import { FirstMessages, message, quoted } from '../files/messages.js';
import { EMPTY_ANSWER, readAnswer, readNote } from '../forms/answer.js';
import type { FormRow, OfficerForm } from '../forms/form.js';
import type { RawAnswer } from '../forms/raw-answer.js';
import { formWords } from '../words/forms.js';
import { sheetWords } from '../words/sheets.js';
import { cellName, type Grid, type GridCell, type GridRow } from './grid.js';
import { openSheetFile } from './read-file.js';
import { plainText, rowFinder, writtenCode } from './row-code.js';
import type { CellError, SheetAnswer, SheetReading } from './sheet-data.js';
import { refuseKey } from './sheet-key.js';

const words = sheetWords.officer;

/** The columns that are read; what else a sheet has is the officer's own. */
const READ = ['code', 'name', 'value', 'numerator', 'denominator', 'reason', 'note', 'reachedOn'] as const;
type Column = (typeof READ)[number];
const ANSWER = ['value', 'numerator', 'denominator', 'reason', 'note', 'reachedOn'] as const;

/**
 * Reads a sheet an officer sent back, `.xlsx`, `.ods` or `.csv`: its cells as if typed in the form. Sheets are read up to the
 * first that has the form's titles.
 * @param budget what reading it may cost; the limits of one file unless given
 * @returns answers and errors, or, of a file that can not be taken as a whole (other type, other checkpoint, too large), why
 */
export async function readOfficerSheet(
  bytes: Uint8Array,
  form: OfficerForm,
  budget = new Budget(),
): Promise<Result<SheetReading, string>> {
  const file = await openSheetFile(bytes, budget);
  if (!file.ok) return file;
  const looked = new Set<Grid['rows']>();
  for (const sheet of file.value.sheets) {
    const grid = await sheet.grid();
    if (!grid.ok) return grid;
    // Several sheets may be the same part of the file.
    if (looked.has(grid.value.rows)) continue;
    looked.add(grid.value.rows);
    const table = findTable(grid.value);
    if (table === undefined) continue;
    if (!table.ok) return table;
    const { type } = file.value;
    const refused = refuseKey(grid.value, form, type);
    return refused === undefined ? ok(readTable(table.value, form, type === 'csv')) : err(refused);
  }
  return err(words.notForm);
}

interface Table {
  readonly columns: ReadonlyMap<Column, number>;
  readonly rows: readonly GridRow[];
}

/** The titles stand above the table, and below not much else. */
const LOOKED_AT = 500;
const TITLES = new Map(READ.map((name) => [plainText(words.columns[name]), name]));

/** The table below the row that has both titles without which there is none. */
function findTable(grid: Grid): Result<Table, string> | undefined {
  for (const [at, { cells }] of grid.rows.slice(0, LOOKED_AT).entries()) {
    const columns = new Map<Column, number>();
    let twice: Column | undefined;
    for (const [column, { shown }] of cells) {
      const name = shown.length > LONGEST_TITLE ? undefined : TITLES.get(plainText(shown));
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

const LONGEST_TITLE = 100;

function readTable(table: Table, form: OfficerForm, csv: boolean): SheetReading {
  const cellIn = (line: GridRow, column: Column): GridCell | undefined =>
    line.cells.get(table.columns.get(column) ?? -1);
  const lines = table.rows.filter((line) => ANSWER.some((column) => cellIn(line, column) !== undefined));
  const written = new Set(lines.map((line) => writtenCode(cellIn(line, 'code'))));
  const find = rowFinder(form.rows, { csv, written });
  const seen = new Map<string, number>();
  const answers = new Map<string, SheetAnswer>();
  const errors = new FirstMessages<CellError>();
  const wrong = new Set<number>();
  for (const line of lines) {
    const cellOf = (column: Column): GridCell | undefined => cellIn(line, column);
    const found = find(cellOf('code'), cellOf('name')?.shown.trim() ?? '');
    const code = found.kind === 'unknown' ? quoted(writtenCode(cellOf('code'))) : found.row.code;
    const fail = (column: Column, problem: string): void => {
      const cell = cellName(table.columns.get(column) ?? table.columns.get('value') ?? 0, line.row);
      const title = words.columns[column];
      const value = quoted(cellOf(column)?.shown ?? '');
      wrong.add(line.row);
      const said = { problem: message(problem), message: message(words.place(line.row, title, cell, problem)) };
      errors.push({ row: line.row, cell, column: title, value, ...said, code: code === '' ? undefined : code });
    };
    const before = seen.get(code);
    if (found.kind === 'unknown') {
      fail('code', found.problem);
    } else if (before !== undefined) {
      // Which of the two is meant, only their writer knows.
      answers.delete(code);
      fail('code', words.sameCode(code, before));
    } else if (found.kind === 'other-name') {
      seen.set(code, line.row);
      fail('code', found.problem);
    } else {
      seen.set(code, line.row);
      const answer = readLine(found.row, form, line.row, cellOf, fail);
      if (answer !== undefined) answers.set(code, answer);
    }
  }
  return {
    answers: [...answers.values()],
    errors: errors.kept,
    more: errors.more,
    wrongRows: wrong.size,
    unanswered: form.rows.flatMap(({ code }) => (answers.has(code) ? [] : [code])),
  };
}

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
      fail(column, `${cell.shown === '' ? '' : `«${quoted(cell.shown)}»: `}${cell.problem}`);
      return undefined;
    }
  }
  const value = typed(cellOf('value'));
  if (row.unit?.kind === 'percent' && ONE.test(value.trim())) {
    fail('value', words.one);
    return undefined;
  }
  const raw: RawAnswer = {
    ...EMPTY_ANSWER,
    value,
    numerator: typed(cellOf('numerator')),
    denominator: typed(cellOf('denominator')),
    reachedOn: typed(cellOf('reachedOn')),
    reason: cellOf('reason')?.shown ?? '',
    note: cellOf('note')?.shown ?? '',
  };
  const actual = readAnswer(row, raw, form);
  const note = readNote(raw.note);
  if (!actual.ok) fail(isOfDay(row, raw, form) ? 'reachedOn' : blamed(raw, actual.error), actual.error);
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
    note: note.value,
  };
}

/** A whole of something, or one in a hundred: in a sheet, whatever its kind, the sign says which. */
const ONE = /^[+−–-]?1(?:,0+)?$/;

/** Whether an answer is wrong for the day beside its value alone. */
const isOfDay = (row: FormRow, raw: RawAnswer, form: OfficerForm): boolean => {
  const without = raw.reachedOn.trim() === '' ? undefined : readAnswer(row, { ...raw, reachedOn: '' }, form);
  return without?.ok === true && without.value !== 'empty';
};

/** The column an answer's error is about. */
function blamed(raw: RawAnswer, problem: string): Column {
  if (raw.value.trim() !== '' || raw.reachedOn.trim() !== '') return 'value';
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

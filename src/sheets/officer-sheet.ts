import type { Actual } from '../domain/achievement/types.js';
import { divide, exactText, HUNDRED, rational } from '../domain/rational.js';
import { never } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import type { OfficerForm } from '../forms/form.js';
import { italianDay } from '../words/format.js';
import { sheetWords } from '../words/sheets.js';
import { type SheetData, type SheetRow, sheetOf } from './sheet-data.js';
import { writeKey } from './sheet-key.js';
import type { CellStyle } from './styles.js';
import { type Cell, type Choice, text, writeWorkbook } from './workbook-write.js';

export { readOfficerSheet } from './read-officer-sheet.js';
export type * from './sheet-data.js';

const words = sheetWords.officer;
const { columns } = words;
const WIDTHS: Readonly<Record<keyof typeof columns, number>> = {
  code: 11,
  name: 44,
  unit: 15,
  target: 24,
  reading: 34,
  last: 22,
  value: 16,
  numerator: 13,
  denominator: 13,
  reason: 30,
  note: 36,
  reachedOn: 16,
  remark: 40,
};
/** Rows before the first indicator. */
const HEAD_ROWS = 6;
const VALUE_COLUMN = 6;

/** The `.xlsx` sheet of a form, to be filled in and sent back. The same form always gives the same bytes. */
export const writeOfficerSheet = (form: OfficerForm): Buffer => writeSheetData(sheetOf(form));

/** The `.xlsx` of a data sheet. The same data always give the same bytes. */
export function writeSheetData(sheet: SheetData): Buffer {
  const shown = columnsOf(sheet);
  const how = `${sheet.simulated ? `${words.simulated} ` : ''}${words.how}`;
  return writeWorkbook([
    {
      name: words.sheetName,
      widths: shown.map((column) => WIDTHS[column]),
      frozenRows: HEAD_ROWS,
      locked: true,
      rows: [
        [text('title', words.title(sheet.title, sheet.entity))],
        [text('strong-line', words.who(sheet.officer, italianDay(sheet.period), italianDay(sheet.dueOn)))],
        [text('hint', how)],
        [text('hint', shown.includes('reachedOn') ? `${words.hints} ${words.reachedHint}` : words.hints)],
        [text('hint', writeKey(sheet))],
        shown.map((column) => text('head', columns[column])),
        ...sheet.rows.map((row) => dataRow(row, shown)),
      ],
      choices: sheet.rows.flatMap((row, i) => choiceOf(row, HEAD_ROWS + 1 + i)),
    },
  ]);
}

type Column = keyof typeof columns;

/** Remarks, and days on which a target was reached, have a column where some row has one. */
function columnsOf({ rows }: SheetData): readonly Column[] {
  // The keys of the words are their own; `Object.keys` forgets it.
  return (Object.keys(columns) as Column[]).filter((column) => {
    if (column === 'remark') return rows.some((row) => row.remark !== undefined);
    return column !== 'reachedOn' || rows.some((row) => row.term !== undefined);
  });
}

const dataRow = (row: SheetRow, shown: readonly Column[]): readonly Cell[] =>
  shown.map((column) => cellOf(row, column));

function cellOf(row: SheetRow, column: Column): Cell {
  const { value } = row;
  const ratio = value?.kind === 'ratio' ? value : undefined;
  switch (column) {
    case 'code':
      return text('strong', row.code);
    case 'name':
    case 'unit':
      return text('given', row[column]);
    case 'target':
      return text('given', row.target === '' ? words.noTarget : row.target);
    case 'reading':
      return text('given', row.reading ?? words.noReading);
    case 'last':
      return text('given', row.last ?? words.noLast);
    case 'value':
      return valueCell(row);
    case 'numerator':
      return part(row, ratio?.numerator);
    case 'denominator':
      return part(row, ratio?.denominator);
    case 'reason':
      return text('entry-text', value?.kind === 'not-assessable' ? value.reason : '');
    case 'note':
      return text('entry-text', row.note ?? '');
    case 'reachedOn':
      return reachedCell(row);
    case 'remark':
      return text('given', row.remark ?? '');
    default:
      return never(column);
  }
}

/** The day on which a target was reached: asked, as in the form, once its own term is over. */
function reachedCell({ term, value }: SheetRow): Cell {
  if (term === undefined) return { style: 'given' };
  const day = value !== undefined && 'reachedOn' in value ? value.reachedOn : undefined;
  return day === undefined ? { style: 'entry-date' } : { style: 'entry-date', value: { date: day } };
}

/** Where numerator and denominator mean nothing their cells are locked. */
const part = (row: SheetRow, number: DecimalText | undefined): Cell =>
  number === undefined ? { style: row.entry.fraction ? 'entry' : 'given' } : { style: 'entry', value: { number } };

function valueCell({ entry, value }: SheetRow): Cell {
  const style = STYLE_OF[entry.kind];
  return value === undefined ? { style } : { style, value: written(value, style) };
}

const STYLE_OF: Readonly<Record<SheetRow['entry']['kind'], CellStyle>> = {
  percent: 'entry-percent',
  ratio: 'entry-percent',
  number: 'entry',
  score: 'entry',
  count: 'entry',
  euro: 'entry-euro',
  days: 'entry',
  hours: 'entry',
  months: 'entry',
  'percentage-points': 'entry',
  date: 'entry-date',
  'yes-no': 'entry',
  open: 'entry',
};

function written(actual: Actual, style: CellStyle): Cell['value'] {
  switch (actual.kind) {
    case 'number':
      // A cell formatted as a percentage shows a hundred times what it holds.
      return { number: style === 'entry-percent' ? exactText(divide(rational(actual.value), HUNDRED)) : actual.value };
    case 'date':
      return { date: actual.on };
    case 'yes-no':
      return { text: actual.value ? 'sì' : 'no' };
    case 'not-yet':
      return { text: 'non ancora' };
    case 'ratio':
    case 'not-assessable':
    case 'missing':
      return undefined;
    default:
      return never(actual);
  }
}

function choiceOf({ entry }: SheetRow, row: number): readonly Choice[] {
  if (entry.kind === 'yes-no') return [{ column: VALUE_COLUMN, row, values: words.choices }];
  return entry.kind === 'date' ? [{ column: VALUE_COLUMN, row, values: words.dateChoices }] : [];
}

import { Decimal } from 'decimal.js';
import type { Actual } from '../domain/achievement/types.js';
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
const WIDTHS = [11, 44, 15, 24, 34, 22, 16, 13, 13, 30, 36, 40];
/** Rows before the first indicator. */
const HEAD_ROWS = 6;
const VALUE_COLUMN = 6;

/** The `.xlsx` sheet of a form, to be filled in and sent back. The same form always gives the same bytes. */
export const writeOfficerSheet = (form: OfficerForm): Buffer => writeSheetData(sheetOf(form));

/** The `.xlsx` of a data sheet. The same data always give the same bytes. */
export function writeSheetData(sheet: SheetData): Buffer {
  const remarks = sheet.rows.some((row) => row.remark !== undefined);
  const titles = Object.values(columns).filter((title) => remarks || title !== columns.remark);
  const how = `${sheet.simulated ? `${words.simulated} ` : ''}${words.how}`;
  return writeWorkbook([
    {
      name: words.sheetName,
      widths: WIDTHS.slice(0, titles.length),
      frozenRows: HEAD_ROWS,
      locked: true,
      rows: [
        [text('title', words.title(sheet.title, sheet.entity))],
        [text('strong-line', words.who(sheet.officer, italianDay(sheet.period), italianDay(sheet.dueOn)))],
        [text('hint', how)],
        [text('hint', words.hints)],
        [text('hint', writeKey(sheet))],
        titles.map((title) => text('head', title)),
        ...sheet.rows.map((row) => dataRow(row, remarks)),
      ],
      choices: sheet.rows.flatMap((row, i) => choiceOf(row, HEAD_ROWS + 1 + i)),
    },
  ]);
}

function dataRow(row: SheetRow, remarks: boolean): readonly Cell[] {
  const { value } = row;
  const ratio = value?.kind === 'ratio' ? value : undefined;
  return [
    text('strong', row.code),
    text('given', row.name),
    text('given', row.unit),
    text('given', row.target === '' ? words.noTarget : row.target),
    text('given', row.reading ?? words.noReading),
    text('given', row.last ?? words.noLast),
    valueCell(row),
    part(row, ratio?.numerator),
    part(row, ratio?.denominator),
    text('entry-text', value?.kind === 'not-assessable' ? value.reason : ''),
    text('entry-text', row.note ?? ''),
    ...(remarks ? [text('given', row.remark ?? '')] : []),
  ];
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
      return { number: style === 'entry-percent' ? new Decimal(actual.value).div(100).toFixed() : actual.value };
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

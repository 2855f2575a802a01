import writeExcelFile, { type SheetData, type Sheet as SheetOf } from 'write-excel-file/node';
import { never } from '../../domain/result.js';
import { documentWords as words } from '../../words/documents.js';
import type { Cell, Column } from '../content.js';
import type { Snapshot } from '../snapshot.js';
import { type Dataset, datasetsOf } from './datasets.js';

/** None of our sheets has an image. */
type Sheet = SheetOf<Buffer>;

/** Excel's own limit, and what it refuses in a sheet's name. */
const NAME_LIMIT = 31;
const REFUSED_IN_NAMES = /[[\]:*?/\\]/g;

/** The tables of a document as one workbook: a sheet that says what it is, with the hash, then one for each table. */
export async function xlsxForm(snapshot: Snapshot): Promise<Buffer> {
  const sheets = [aboutSheet(snapshot), ...datasetsOf(snapshot.content).map(tableSheet)];
  return await writeExcelFile([...sheets]).toBuffer();
}

function aboutSheet({ content, hash }: Snapshot): Sheet {
  const facts: readonly (readonly [string, Cell])[] = [
    [words.sheet.title, content.title],
    [words.sheet.entity, content.entity],
    [words.sheet.exercise, String(content.exercise)],
    [words.sheet.version, String(content.version)],
    [words.sheet.on, { kind: 'day', value: content.on }],
    [words.hash, hash],
    ...(content.simulated ? [[words.sheet.note, words.simulated] as const] : []),
  ];
  return {
    sheet: words.sheet.about,
    columns: [{ width: 20 }, { width: 80 }],
    data: facts.map(([label, value]) => [{ value: label, type: String, fontWeight: 'bold' }, cellOf(value)]),
  };
}

function tableSheet({ name, columns, rows }: Dataset): Sheet {
  const header: SheetData[number] = columns.map((column) => ({
    value: column.title,
    type: String,
    fontWeight: 'bold',
    wrap: true,
  }));
  return {
    sheet: name.replace(REFUSED_IN_NAMES, ' ').slice(0, NAME_LIMIT),
    stickyRowsCount: 1,
    columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
    data: [header, ...rows.map((row) => row.map(cellOf))],
  };
}

/** A text is stored as text, whatever it begins with: a workbook evaluates only what is stored as a formula. */
function cellOf(cell: Cell): SheetData[number][number] {
  if (typeof cell === 'string') return cell === '' ? null : { value: cell, type: String, wrap: true };
  switch (cell.kind) {
    case 'percent':
      // The exponent moves the point: dividing by a hundred would leave the nearest double of another number.
      return { value: Number(`${cell.value}e-2`), type: Number, format: '0.00%' };
    case 'euro':
      return { value: Number(cell.value), type: Number, format: '#,##0.00' };
    case 'number':
      return { value: Number(cell.value), type: Number };
    case 'day':
      return { value: new Date(`${cell.value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
    default:
      return never(cell);
  }
}

const widthOf = (column: Column, rows: Dataset['rows'], at: number): number => {
  const lengths = rows.map((row) => {
    const cell = row[at] ?? '';
    return typeof cell === 'string' ? cell.length : 12;
  });
  return Math.min(60, Math.max(10, column.title.length, ...lengths) + 2);
};

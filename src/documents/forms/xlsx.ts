import { never } from '../../domain/result.js';
import type { DataStyle } from '../../sheets/styles.js';
import { text, type Cell as Written, type WrittenSheet, writeWorkbook } from '../../sheets/workbook-write.js';
import { documentWords as words } from '../../words/documents.js';
import { type Cell, type Column, number } from '../content.js';
import type { Snapshot } from '../snapshot.js';
import { type Dataset, datasetsOf } from './datasets.js';

/** Excel's own limit, and what it refuses in a sheet's name. */
const NAME_LIMIT = 31;
const REFUSED_IN_NAMES = /[[\]:*?/\\]/g;

/** What a workbook says of itself: labels with their values. */
export type About = readonly (readonly [label: string, value: Cell])[];

/** The tables of a document as one workbook: a sheet for each, then one that says what it is, with the hash. */
export function xlsxForm(snapshot: Snapshot): Buffer {
  return workbookOf(aboutDocument(snapshot), datasetsOf(snapshot.content));
}

/** A workbook: a sheet for each table, so that it opens on the first of them, then one that says what it is. */
export function workbookOf(about: About, datasets: readonly Dataset[]): Buffer {
  return writeWorkbook([...datasets.map(tableSheet), aboutSheet(about)]);
}

const aboutDocument = ({ content, hash }: Snapshot): About => [
  [words.sheet.title, content.title],
  [words.sheet.entity, content.entity],
  [words.sheet.exercise, number(content.exercise)],
  [words.sheet.version, number(content.version)],
  [words.sheet.on, { kind: 'day', value: content.on }],
  [words.hash, hash],
  ...(content.simulated ? [[words.sheet.note, words.simulated] as const] : []),
];

const aboutSheet = (about: About): WrittenSheet => ({
  name: words.sheet.about,
  widths: [20, 80],
  rows: about.map(([label, value]) => [text('data-head', label), cellOf(value)]),
});

/** Its headings stay in sight, and each column can be filtered and sorted. */
const tableSheet = ({ name, columns, rows }: Dataset): WrittenSheet => ({
  name: name.replace(REFUSED_IN_NAMES, ' ').slice(0, NAME_LIMIT),
  frozenRows: 1,
  filtered: true,
  widths: columns.map((column, at) => widthOf(column, rows, at)),
  rows: [columns.map(({ title }) => text('data-head', title)), ...rows.map((row) => row.map(cellOf))],
});

/** A text is stored as text, whatever it begins with: a workbook evaluates only what is stored as a formula. */
function cellOf(cell: Cell): Written | undefined {
  if (typeof cell === 'string') return cell === '' ? undefined : text('data-text', cell);
  const style: DataStyle = `data-${cell.kind}`;
  switch (cell.kind) {
    case 'percent':
      // The exponent moves the point: dividing by a hundred would leave the nearest double of another number.
      return { style, value: { number: `${cell.value}e-2` } };
    case 'euro':
    case 'number':
      return { style, value: { number: cell.value } };
    case 'day':
      return { style, value: { date: cell.value } };
    case 'instant':
      return { style, value: { instant: cell.value } };
    default:
      return never(cell);
  }
}

/** Characters of a day and time, of an amount with its thousands. */
const FIGURE_WIDTH = 16;
const [NARROWEST, WIDEST] = [10, 60];

const widthOf = (column: Column, rows: Dataset['rows'], at: number): number => {
  const lengths = rows.map((row) => {
    const cell = row[at] ?? '';
    return typeof cell === 'string' ? cell.length : FIGURE_WIDTH;
  });
  // Not by spreading: a log has more lines than a call takes arguments.
  const longest = lengths.reduce((most, length) => Math.max(most, length), Math.max(NARROWEST, column.title.length));
  // Beside a heading stands the button of the filter.
  return Math.min(WIDEST, longest + 3);
};

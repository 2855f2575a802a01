import { never } from '../../domain/result.js';
import { type Block, ownTable, type Section, type Table } from '../content.js';
import { drawnSize, fitted } from '../drawing-size.js';
import { printed, printedColumns } from '../print.js';
import { PRINTED_CHART } from './chart-drawing.js';

/** Letters on a whole line: of a table, and of running text. Reckoned short, so that nothing is taller than said here. */
const LETTERS = { table: { landscape: 185, portrait: 125 }, text: { landscape: 165, portrait: 110 } };
/** Height of a line and of what is around a block, in cm. */
const LINE = { table: 0.37, text: 0.42 };
const AROUND = { table: 0.8, text: 0.3, heading: 1 };
/** A table of so few lines, or of so few rows that still fit on a page, is not broken over two. */
const SHORT = { lines: 20, rows: 8, linesOfRows: 38 };
/** Up to so many cm, reckoned as above, a section most likely fits on a page: `document.typ` leaves 17.5 and 26.2. */
const ONE_PAGE = { landscape: 20, portrait: 28 };
const ROOM = { landscape: 15, portrait: 23 };
/** The largest a picture is printed, in cm, and how many of its pixels go on one. */
const PICTURE = { landscape: { width: 24, height: 12 }, portrait: { width: 17.8, height: 16 } };
/** A section of fewer blocks is kept together by its table alone. */
const SEVERAL = 3;

/** Whether a table is better moved to the next page than broken. */
export function isShort(table: Table, landscape: boolean): boolean {
  const lines = linesOf(table, landscape);
  return lines <= SHORT.lines || (table.rows.length <= SHORT.rows && lines <= SHORT.linesOfRows);
}

/** How large a picture is printed, in cm: as large as it is on a screen, within the page. */
export function pictureSize(
  { width, height }: { readonly width: number; readonly height: number },
  landscape: boolean,
): { readonly width: number; readonly height: number } {
  return fitted({ width, height }, PICTURE[side(landscape)]);
}

/** A document that most likely takes no more pages than these is read without an index. */
const FEW_PAGES = 3;

/** Whether a document has the pages for an index. */
export function isLong(sections: readonly Section[], landscape: boolean): boolean {
  const height = sections.reduce((sum, { blocks }) => sum + heightOfAll(blocks, landscape), 0);
  return height > FEW_PAGES * ONE_PAGE[side(landscape)];
}

const heightOfAll = (blocks: readonly Block[], landscape: boolean): number =>
  blocks.reduce((sum, block) => sum + heightOf(block, landscape), AROUND.heading);

/** What a section takes of a page, in cm; null where it may begin anywhere: it takes more than one, or is one table. */
export function heightOnOnePage(blocks: readonly Block[], landscape: boolean): number | null {
  if (blocks.length < SEVERAL) return null;
  const height = heightOfAll(blocks, landscape);
  return height <= ONE_PAGE[side(landscape)] ? Math.min(height, ROOM[side(landscape)]) : null;
}

function heightOf(block: Block, landscape: boolean): number {
  const text = (...texts: readonly string[]): number =>
    texts.reduce((sum, one) => sum + linesFor(one, LETTERS.text[side(landscape)]), 0) * LINE.text + AROUND.text;
  switch (block.kind) {
    case 'paragraph':
      return text(plain(block.text));
    case 'list':
      return text(...(block.title === undefined ? [] : [block.title]), ...block.items.map(plain));
    case 'facts':
      return text(...block.facts.map(({ label, value }) => `${label} ${printed(value)}`));
    case 'signature':
      return (block.who.length + 1) * 1.2;
    case 'figure':
      return pictureSize(block, landscape).height + text(block.caption);
    case 'chart':
      return (
        pictureSize(PRINTED_CHART, landscape).height +
        ownTable(block).reduce((sum, table) => sum + heightOf(table, landscape), text(block.caption))
      );
    case 'drawing':
      return drawnSize(block.drawing, landscape).height + text(block.caption);
    case 'table':
      return linesOf(block, landscape) * LINE.table + AROUND.table;
    default:
      return never(block);
  }
}

/** The lines a table takes, its heads with them. */
function linesOf(table: Table, landscape: boolean): number {
  const columns = printedColumns(table.columns);
  const shares = columns.reduce((sum, { column }) => sum + (column.share ?? 1), 0);
  const lettersOf = (share = 1): number => (share / shares) * LETTERS.table[side(landscape)];
  const lines = (textOf: (at: number) => string): number =>
    Math.max(1, ...columns.map(({ column, at }) => linesFor(textOf(at), lettersOf(column.share))));
  const head = lines((at) => table.columns[at]?.title ?? '');
  return table.rows.reduce((sum, row) => sum + lines((at) => printed(row.cells[at] ?? '')), head);
}

const side = (landscape: boolean): 'landscape' | 'portrait' => (landscape ? 'landscape' : 'portrait');

const linesFor = (text: string, letters: number): number => Math.max(1, Math.ceil(text.length / Math.max(1, letters)));

const plain = (run: Extract<Block, { kind: 'paragraph' }>['text']): string =>
  run.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

import { never } from '../domain/result.js';
import { euro, italianDay, italianMoment, italianNumber, italianPercent } from '../words/format.js';
import type { Cell, Column } from './content.js';

/** With more than these a document begins with an index: a letter of two pages needs none. */
export const MANY_CHAPTERS = 4;

/** A cell as a page prints it, in Italian. */
export function printed(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  switch (cell.kind) {
    case 'percent':
      return italianPercent(cell.value);
    case 'euro':
      return euro(cell.value);
    case 'number':
      return italianNumber(cell.value);
    case 'day':
      return italianDay(cell.value);
    case 'instant':
      return italianMoment(cell.value);
    default:
      return never(cell);
  }
}

/** The columns a page prints, each with its position in the row. */
export const printedColumns = (
  columns: readonly Column[],
): readonly { readonly column: Column; readonly at: number }[] =>
  columns.map((column, at) => ({ column, at })).filter(({ column }) => column.dataOnly !== true);

/** `piano-della-performance-2016-2018-v1`: a file's name without its ending. */
export function fileName({ title, version }: { readonly title: string; readonly version: number }): string {
  return `${slug(title)}-v${version}`;
}

/** Letters and digits of a text, in lower case, joined by dashes. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

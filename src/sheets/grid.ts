import type { CivilDate } from '../domain/calendar/types.js';
import type { DecimalText } from '../domain/targets/types.js';

/** A cell as found in a file: what it holds, and `shown`, about as its writer sees it. */
export type GridCell =
  | { readonly kind: 'text'; readonly shown: string }
  /** `decimals`: how many the cell always shows, where its format says it. */
  | { readonly kind: 'number'; readonly shown: string; readonly value: DecimalText; readonly decimals?: number }
  /** A number in a cell formatted as a percentage: `value` is on 100. */
  | { readonly kind: 'percent'; readonly shown: string; readonly value: DecimalText }
  | { readonly kind: 'date'; readonly shown: string; readonly value: CivilDate }
  | { readonly kind: 'boolean'; readonly shown: string; readonly value: boolean }
  /** What can not be used: an error of the spreadsheet, a formula never computed, a day before 1 March 1900. */
  | { readonly kind: 'error'; readonly shown: string; readonly problem: string };

/** One row that holds something. */
export interface GridRow {
  /** From 1, as the spreadsheet numbers it. */
  readonly row: number;
  /** By column, from 0; empty cells are not there. */
  readonly cells: ReadonlyMap<number, GridCell>;
}

/** One sheet of a file. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** Cells of which one column holds several rows as one; absent where the file says nothing of it. */
  readonly merged?: readonly MergedRows[];
}

/** One cell over several rows of a column: only the first of them holds what it says. */
export interface MergedRows {
  readonly column: number;
  /** The first and the last row, from 1. */
  readonly from: number;
  readonly to: number;
}

/** `A`, `Z`, `AA` of 0, 25, 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

/** `G7` of column 6 and row 7. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

/** The column and row of `G7`; undefined when the text is no place in a sheet. */
export function cellPlace(name: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return { column: column - 1, row: Number(digits) };
}

import { add, type Rational, subtract, ZERO } from '../rational.js';
import type { RowReference, Series, SeriesRow, SeriesTable } from '../series.js';
import { type PrintedNumber, printedNumber } from './number.js';

/** One printed number of a row, and of whom and when it is. */
interface Observed {
  readonly year: number;
  readonly subject: string;
  readonly printed: PrintedNumber;
}

function tableOf(series: Series, ref: RowReference | undefined): SeriesTable | undefined {
  return series.tables.find((t) => t.id === ref?.table);
}

export function rowOf(series: Series, ref: RowReference): SeriesRow | undefined {
  return tableOf(series, ref)?.rows.find((r) => r.id === ref.row);
}

/** The numbers of a row, oldest first. */
export function observed(series: Series, ref: RowReference): readonly Observed[] {
  const table = tableOf(series, ref);
  const row = rowOf(series, ref);
  if (table === undefined || row === undefined) return [];
  return table.columns
    .flatMap((column, i) => {
      const printed = printedNumber(row.cells[i] ?? '');
      if (printed === undefined || (ref.subject !== undefined && column.subject !== ref.subject)) return [];
      return [{ year: column.year, subject: column.subject, printed }];
    })
    .sort((a, b) => a.year - b.year);
}

/** The number of a row in one year; undefined when the cell holds none. */
export function observedIn(series: Series, ref: RowReference, year: number): Observed | undefined {
  return observed(series, ref).find((o) => o.year === year);
}

/** The years in which every row holds a number, oldest first. */
export function yearsOfAll(series: Series, refs: readonly RowReference[]): readonly number[] {
  const [first, ...others] = refs;
  if (first === undefined) return [];
  const years = observed(series, first).map((o) => o.year);
  return [...new Set(years)].filter((year) => others.every((ref) => observedIn(series, ref, year) !== undefined));
}

/** What the rows sum to in a year, signs applied; undefined when a cell holds no number. */
export function total(series: Series, refs: readonly RowReference[], year: number): Rational | undefined {
  let all = ZERO;
  for (const ref of refs) {
    const value = observedIn(series, ref, year)?.printed.value;
    if (value === undefined) return undefined;
    all = ref.negative ? subtract(all, value) : add(all, value);
  }
  return all;
}

/** Each item with the one after it. */
export function pairs<T extends object>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.slice(1).flatMap((after, i) => {
    const before = items[i];
    return before === undefined ? [] : [[before, after] as const];
  });
}

/** As the data files write it: `category/totale`, `sex/donne@ccms`. */
export function label(ref: RowReference): string {
  return `${ref.table}/${ref.row}${ref.subject === undefined ? '' : `@${ref.subject}`}`;
}

/** As a person reads it. */
export function named(series: Series, ref: RowReference): string {
  const name = shortened(rowOf(series, ref)?.name ?? ref.row);
  return ref.subject === undefined ? `«${name}»` : `«${name}» (${ref.subject})`;
}

/** Names of measures run to several lines; a sentence needs only enough to recognise them. */
function shortened(name: string): string {
  return name.length <= 90 ? name : `${name.slice(0, 80).replace(/\s+\S*$/, '')}…`;
}

export function titleOf(series: Series, ref: RowReference | undefined): string {
  return tableOf(series, ref)?.title ?? '';
}

export function sourceOf(series: Series, ref: RowReference | undefined): string | undefined {
  return tableOf(series, ref)?.source;
}

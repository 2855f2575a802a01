import type { SeriesColumn, SeriesTable } from '../series.js';

/** A value on record for a cell of a series, as it is printed; `nd` where there is none. */
export interface SeriesValue {
  readonly row: string;
  readonly subject: string;
  readonly year: number;
  readonly printed: string;
}

/**
 * A table with what was put on record since its file: years the file does not have as new columns, in the order its own stand
 * in, and corrected values in the place of the file's. Without values, the table itself.
 * @param values oldest first; rows the table does not have are passed over
 */
export function withValues(table: SeriesTable, values: readonly SeriesValue[]): SeriesTable {
  const known = values.filter((value) => table.rows.some(({ id }) => id === value.row));
  if (known.length === 0) return table;
  const columns = known.reduce<readonly SeriesColumn[]>(withColumn, table.columns);
  const last = new Map(known.map((value) => [cellKey(value.row, value), value.printed]));
  return {
    ...table,
    columns,
    rows: table.rows.map((row) => ({
      ...row,
      cells: columns.map((column) => {
        const at = table.columns.findIndex((one) => isSame(one, column));
        return last.get(cellKey(row.id, column)) ?? row.cells[at] ?? '';
      }),
    })),
  };
}

const isSame = (a: SeriesColumn, b: SeriesColumn): boolean => a.subject === b.subject && a.year === b.year;
const cellKey = (row: string, { subject, year }: SeriesColumn): string => `${row}/${subject}/${year}`;

function withColumn(columns: readonly SeriesColumn[], { subject, year }: SeriesColumn): readonly SeriesColumn[] {
  if (columns.some((one) => isSame(one, { subject, year }))) return columns;
  const column = { subject, year };
  const [first, second] = columns;
  // Where subjects stand side by side in each year, the years follow one another.
  const byYear = first !== undefined && first.year === second?.year;
  const own = byYear ? columns : columns.filter((one) => one.subject === subject);
  const falls = (own[0]?.year ?? 0) > (own.at(-1)?.year ?? 0);
  const after = own.filter((one) => (falls ? one.year > year : one.year <= year)).at(-1);
  const at = after === undefined ? columns.indexOf(own[0] ?? column) : columns.indexOf(after) + 1;
  return columns.toSpliced(Math.max(0, at), 0, column);
}

/** The subjects of a table, in the order in which it has them. */
export const subjectsOf = ({ columns }: SeriesTable): readonly string[] => [
  ...new Set(columns.map(({ subject }) => subject)),
];

/** What a row has for a subject, oldest first: year and value as printed; years of which it says nothing are left out. */
export function historyOf(
  table: SeriesTable,
  row: string,
  subject: string,
): readonly { readonly year: number; readonly printed: string }[] {
  const cells = table.rows.find(({ id }) => id === row)?.cells ?? [];
  return table.columns
    .flatMap((column, i) =>
      column.subject === subject && (cells[i] ?? '') !== '' ? [{ year: column.year, printed: cells[i] ?? '' }] : [],
    )
    .sort((a, b) => a.year - b.year);
}

/** The year a table waits for next: the one after its last. */
export const nextYear = ({ columns }: SeriesTable): number => 1 + Math.max(...columns.map(({ year }) => year));

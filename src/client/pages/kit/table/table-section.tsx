import type { Child } from 'hono/jsx';
import { DataTable, type DataTableProps } from './data-table.js';

interface TableSectionProps<R> extends Omit<DataTableProps<R>, 'hideCaption' | 'captionShown'> {
  /** Where the page is jumped to for it; absent: its name. */
  readonly anchor?: string;
  /** What stands between the heading and the table. */
  readonly lead?: Child;
  /** What stands below the table. */
  readonly children?: Child;
}

/** A table below a heading, which says what its caption would. */
export function TableSection<R>({ anchor, lead, children, ...table }: TableSectionProps<R>) {
  const id = anchor ?? table.name;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{table.caption}</h2>
      {lead}
      <DataTable {...table} hideCaption />
      {children}
    </section>
  );
}

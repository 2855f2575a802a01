import type { Child } from 'hono/jsx';
import { as } from './table-roles.js';

/** A column: its heading, and whether its cells are figures. */
export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
}

/** A row: the cell that names it, then the others in the order of the columns. */
export interface Row {
  readonly head: Child;
  readonly cells: readonly Child[];
  readonly mark?: string;
}

/**
 * A table that on narrow screens becomes a list of cards, each cell with its heading. The roles are stated because
 * browsers drop a table's own when its display changes.
 */
export function StackTable({ caption, columns, rows, hideCaption, kind }: StackTableProps) {
  const [first, ...rest] = columns;
  return (
    <table class={kind === undefined ? 'table ciclo-table' : `table ciclo-table ciclo-${kind}`} {...as.table}>
      <caption class={hideCaption === true ? 'visually-hidden' : 'ciclo-caption'}>{caption}</caption>
      <thead {...as.rows}>
        <tr {...as.row}>
          {columns.map((column) => (
            <th scope="col" {...as.columnHeader} class={column.numeric === true ? 'n' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rows}>
        {rows.map((row) => (
          <tr {...as.row} class={row.mark}>
            <th scope="row" {...as.rowHeader} data-label={first?.title}>
              {row.head}
            </th>
            {row.cells.map((cell, index) => (
              <td {...as.cell} data-label={rest[index]?.title} class={rest[index]?.numeric === true ? 'n' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface StackTableProps {
  readonly caption: Child;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** When the heading above the table already says the same. */
  readonly hideCaption?: boolean;
  /** Name of a layout in the style sheet, for tables with column widths of their own. */
  readonly kind?: 'steps' | 'followed' | 'readings';
}

import type { Child } from 'hono/jsx';
import { printed } from '../../../../documents/print.js';
import { romeDateTime } from '../../../../domain/calendar/zone.js';
import { tableRoles } from '../parts/table-roles.js';
import { type Column, NOTHING, onPage } from './column.js';
import { TableAway } from './table-away.js';
import { type TablePart, useTables } from './tables-of-page.js';

export interface DataTableProps<R> extends TablePart<R> {
  /** When the heading above the table already says the same. */
  readonly hideCaption?: boolean;
  /** What stands above the table instead of its caption alone. */
  readonly captionShown?: Child;
  /** Name of a layout in the style sheet, for tables with column widths of their own. */
  readonly kind?: 'steps' | 'followed' | 'readings' | 'grid' | 'plan' | 'weights';
  readonly id?: string;
  /** How many rows the page shows at most; the file has them all. */
  readonly most?: number;
  readonly markOf?: (row: R) => string | undefined;
  readonly anchorOf?: (row: R) => string | undefined;
  /** What heads the rows that follow one another and belong together. */
  readonly groupOf?: ((row: R) => string) | undefined;
  /** What stands there instead where there are no rows; absent: the headings alone. */
  readonly empty?: Child;
}

/**
 * A table with the ways to take it away. On narrow screens it becomes a list of cards, each cell with its heading. The
 * roles are stated because browsers drop a table's own when its display changes. One that has a `part` leaves it to its
 * page to offer the whole once, by `TableAway`.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { name, caption, columns, rows, part } = props;
  useTables()?.add(props);
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const shown = onPage(columns);
  return (
    <>
      <table
        class={props.kind === undefined ? 'table ciclo-table' : `table ciclo-table ciclo-${props.kind}`}
        id={props.id}
        data-table={name}
        {...tableRoles.table}
      >
        <caption class={props.hideCaption === true ? 'visually-hidden' : 'ciclo-caption'}>
          {props.captionShown ?? caption}
        </caption>
        <Head columns={shown} />
        <tbody {...tableRoles.rows}>
          {rows.slice(0, props.most).map((row, index) => (
            <>
              <GroupRow
                title={props.groupOf?.(row)}
                before={index === 0 ? undefined : props.groupOf?.(rows[index - 1] ?? row)}
                span={shown.length}
              />
              <DataRow columns={shown} row={row} mark={props.markOf?.(row)} anchor={props.anchorOf?.(row)} />
            </>
          ))}
        </tbody>
      </table>
      {part === undefined && <TableAway name={name} caption={caption} />}
    </>
  );
}

export function Head<R>({ columns }: { readonly columns: readonly Column<R>[] }) {
  return (
    <thead {...tableRoles.rows}>
      <tr {...tableRoles.row}>
        {columns.map((column) => (
          <th scope="col" {...tableRoles.columnHeader} class={column.figures ? 'n' : undefined}>
            {column.heading ?? column.title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The heading of a group, over the first of its rows. */
function GroupRow({ title, before, span }: { title: string | undefined; before: string | undefined; span: number }) {
  if (title === undefined || title === before) return null;
  return (
    <tr {...tableRoles.row} class="ciclo-group">
      <th scope="rowgroup" colspan={span} {...tableRoles.rowHeader}>
        {title}
      </th>
    </tr>
  );
}

interface DataRowProps<R> {
  readonly columns: readonly Column<R>[];
  readonly row: R;
  readonly mark: string | undefined;
  readonly anchor?: string | undefined;
}

/** A row: the cell of the first column names it. */
export function DataRow<R>({ columns: [first, ...rest], row, mark, anchor }: DataRowProps<R>) {
  return (
    <tr {...tableRoles.row} class={mark} id={anchor}>
      {first !== undefined && (
        <th scope="row" {...tableRoles.rowHeader} data-label={first.title}>
          {shownIn(first, row)}
        </th>
      )}
      {rest.map((column) => (
        <td {...tableRoles.cell} data-label={column.title} class={column.figures ? 'n' : undefined}>
          {shownIn(column, row)}
        </td>
      ))}
    </tr>
  );
}

function shownIn<R>({ show, value }: Column<R>, row: R): Child {
  if (show !== undefined) return show(row);
  const cell = value(row);
  if (cell === undefined || cell === '') return NOTHING;
  if (typeof cell === 'string') return cell;
  if (cell.kind === 'day') return <time datetime={cell.value}>{printed(cell)}</time>;
  if (cell.kind === 'instant') return <time datetime={romeDateTime(cell.value).date}>{printed(cell)}</time>;
  return printed(cell);
}

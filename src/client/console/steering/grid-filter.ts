import type { Context } from 'hono';
import type { CellState, GridRow } from './grid-rows.js';

/** What the reader of the grid wants to see; an empty choice is no limit. */
export interface GridFilter {
  readonly office: string;
  readonly area: string;
  readonly perspective: string;
  readonly state: CellState | '';
}

export const CELL_STATES = ['missing', 'returned', 'submitted', 'automatic', 'doubtful'] as const;

/** The filter in an address; a state nobody knows is no limit. */
export function filterIn(c: Context): GridFilter {
  const state = CELL_STATES.find((one) => one === c.req.query('stato'));
  return {
    office: c.req.query('ufficio') ?? '',
    area: c.req.query('area') ?? '',
    perspective: c.req.query('prospettiva') ?? '',
    state: state ?? '',
  };
}

/** The rows a filter lets through. A state is looked for at the last checkpoint that asked the indicator. */
export function filtered(
  rows: readonly GridRow[],
  filter: GridFilter,
  checkpoints: readonly string[],
): readonly GridRow[] {
  return rows.filter(
    (row) =>
      (filter.office === '' || row.office === filter.office) &&
      (filter.area === '' || row.area === filter.area) &&
      (filter.perspective === '' || row.perspective === filter.perspective) &&
      (filter.state === '' || lastCell(row, checkpoints)?.state === filter.state),
  );
}

const lastCell = (row: GridRow, checkpoints: readonly string[]) =>
  checkpoints.map((id) => row.cells.get(id)).findLast((cell) => cell !== undefined);

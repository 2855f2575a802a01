import type { Context } from 'hono';
import type { TrafficLight } from '../../../domain/achievement/types.js';
import type { CellState, GridRow } from '../../../register/reading/grid-rows.js';

/** What the reader of the grid wants to see; an empty choice is no limit. */
export interface GridFilter {
  /** Words of the code or the name, all of them, in any order. */
  readonly text: string;
  readonly office: string;
  readonly area: string;
  readonly perspective: string;
  readonly state: CellState | '';
  readonly light: TrafficLight | '';
}

export const CELL_STATES = ['missing', 'returned', 'submitted', 'automatic', 'doubtful'] as const;
export const LIGHTS = ['red', 'yellow', 'green', 'none'] as const;

/** Characters of what is looked for. */
const LONGEST = 100;

/** The filter in an address; a state or a light nobody knows is no limit. */
export function filterIn(c: Context): GridFilter {
  const state = CELL_STATES.find((one) => one === c.req.query('stato'));
  const light = LIGHTS.find((one) => one === c.req.query('semaforo'));
  return {
    text: (c.req.query('cerca') ?? '').trim().slice(0, LONGEST),
    office: c.req.query('ufficio') ?? '',
    area: c.req.query('area') ?? '',
    perspective: c.req.query('prospettiva') ?? '',
    state: state ?? '',
    light: light ?? '',
  };
}

/**
 * The rows a filter lets through. A state is looked for at the last checkpoint that asked the indicator, a light at the last
 * that computed it.
 */
export function filtered(
  rows: readonly GridRow[],
  filter: GridFilter,
  checkpoints: readonly string[],
): readonly GridRow[] {
  const wanted = plain(filter.text).split(/\s+/);
  return rows.filter(
    (row) =>
      wanted.every((word) => plain(`${row.indicator} ${row.name}`).includes(word)) &&
      (filter.office === '' || row.office === filter.office) &&
      (filter.area === '' || row.area === filter.area) &&
      (filter.perspective === '' || row.perspective === filter.perspective) &&
      (filter.state === '' || lastCell(row, checkpoints)?.state === filter.state) &&
      (filter.light === '' || lastLight(row, checkpoints) === filter.light),
  );
}

const lastCell = (row: GridRow, checkpoints: readonly string[]) =>
  checkpoints.map((id) => row.cells.get(id)).findLast((cell) => cell !== undefined);

const lastLight = (row: GridRow, checkpoints: readonly string[]): TrafficLight | undefined =>
  checkpoints.flatMap((id) => row.cells.get(id)?.result ?? []).at(-1)?.light;

/** Without accents and capitals: who searches writes `citta` for `Città`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

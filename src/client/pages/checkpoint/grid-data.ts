import type { Forecast } from '../../../domain/achievement/forecast.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { GridCheckpoint, GridRow } from '../../../register/reading/grid-rows.js';
import type { ReadingsWaiting as Waiting } from '../../../register/reading/readings-waiting.js';
import type { Frame } from '../kit/frame.js';

/** Name of the grid's table: below its own address too, `griglia.xlsx`. */
export const GRID_TABLE = 'griglia';

/** What the grid is made of. */
export interface GridPageData {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly checkpoints: readonly GridCheckpoint[];
  readonly rows: readonly GridRow[];
  /** By checkpoint, how many values of all have come. */
  readonly counts: ReadonlyMap<string, string>;
  /** By checkpoint and indicator. */
  readonly forecasts: ReadonlyMap<string, ReadonlyMap<string, Forecast>>;
  readonly directory: Directory;
  readonly areas: ReadonlyMap<string, string>;
  readonly objectives: ReadonlyMap<string, string>;
  readonly perspectives: ReadonlyMap<string, string>;
  /** Readings that nobody has confirmed, for who steers. */
  readonly waiting: Waiting | undefined;
}

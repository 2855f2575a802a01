import type { Result } from '../domain/result.js';
import type { Grid } from './grid.js';

/** One sheet of a file, not read before it is asked for: who looks for one sheet does not pay for the others. */
interface LazySheet {
  readonly name: string;
  /** Its cells, or an Italian sentence when they can not be read. Asked twice, it is read once. */
  grid(): Promise<Result<Grid, string>>;
}

/** A file of sheets, by what it holds. */
export interface SheetFile {
  readonly type: 'xlsx' | 'ods' | 'csv';
  /** The visible ones, in order. */
  readonly sheets: readonly LazySheet[];
}

/** A sheet read at most once. */
export function lazySheet(name: string, read: () => Promise<Result<Grid, string>>): LazySheet {
  let found: Promise<Result<Grid, string>> | undefined;
  return {
    name,
    grid: () => {
      found ??= read();
      return found;
    },
  };
}

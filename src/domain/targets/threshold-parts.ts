import type { CivilDate } from '../calendar/types.js';
import type { AmountClause } from './clause.js';
import type { Span } from './work.js';

/** What a threshold is written with. */
export interface ThresholdParts {
  readonly amount: AmountClause;
  /** The amount's own place. */
  readonly at: Span;
  readonly before?: Span;
  readonly after?: Span;
  readonly by?: CivilDate;
  /** A closing word that compares, or tells which are counted: `10 controlli minimi`. */
  readonly eitherWay?: Span;
}

import type { AmountClause, ChangeSense, WrittenBaseline } from './clause.js';
import type { Reading } from './types.js';

export type Relative = Extract<Reading, { kind: 'relative' }>;

/** What a change against a baseline is written with. */
export interface RelativeParts {
  readonly sense?: ChangeSense;
  readonly amount?: AmountClause;
  readonly baseline?: WrittenBaseline;
}

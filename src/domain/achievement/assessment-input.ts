import type { CivilDate } from '../calendar/types.js';
import type { Rational } from '../rational.js';
import type { TargetOutcome } from '../targets/outcome.js';
import type { Accumulation, DecimalText, Reading } from '../targets/types.js';
import type { AssessmentPeriod, Figure } from './judge/types.js';
import type { ExactLightBand } from './lights.js';
import type { Actual } from './types.js';

export interface AssessmentInput {
  /** Code of the indicator. */
  readonly indicator: string;
  /** A confirmed reading; or what parsing gave, where somebody only tries: an ambiguous outcome is never judged. */
  readonly reading: Reading | TargetOutcome | Unconfirmed;
  readonly actual: Actual;
  /** The baseline's value, for a relative target. */
  readonly baseline?: DecimalText;
  /** When the event of a `within-period` target happened. */
  readonly eventOn?: CivilDate;
  /** Whether the measure accumulates, where the reading does not say. */
  readonly accumulation?: Accumulation;
  readonly period: AssessmentPeriod;
}

/** A figure after the policy's limits. */
export interface Counted extends Figure {
  /** What counts in totals: within cap and floor, rounded when the policy rounds each result. */
  readonly counts: Rational;
  /** Within cap and floor, not rounded. */
  readonly limited: Rational;
  readonly light: ExactLightBand | undefined;
}

/** A target that has a reading, or several, and nobody who confirmed one: it is not judged. */
export interface Unconfirmed {
  readonly outcome: 'unconfirmed';
  /** Verbatim. */
  readonly text: string;
}

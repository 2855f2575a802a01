import type { CivilDate } from '../calendar/types.js';
import type { Rational } from '../rational.js';
import type { DecimalText } from '../targets/types.js';

/** What was observed of an indicator. Missing is not zero. */
export type Actual = Observed & {
  /** What was odd about it, as its officer was asked; they answered that it is right. */
  readonly confirmed?: readonly string[];
};

type Observed =
  | ({ readonly kind: 'number'; readonly value: DecimalText } & Reached)
  | ({ readonly kind: 'ratio'; readonly numerator: DecimalText; readonly denominator: DecimalText } & Reached)
  | { readonly kind: 'date'; readonly on: CivilDate }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'not-assessable'; readonly reason: string }
  | { readonly kind: 'missing' };

interface Reached {
  /** The day on which the target was reached, where it has a term of its own (`almeno 3 incontri entro il 30/06`). */
  readonly reachedOn?: CivilDate;
}

export type TrafficLight = 'green' | 'yellow' | 'red' | 'none';

/** One line of the explanation printed beside a figure: what, and the value as text. */
export interface TraceLine {
  readonly label: string;
  readonly value: string;
}

/**
 * `missing`: a value was due and nobody gave it. `not-yet`: nothing was due, a date still to come. `not-assessable`: by
 * rule or by statement it can not be judged. `doubtful`: somebody must first say how to read target or value.
 * `not-computed`: the computation itself failed on it; it counts as missing, and controllo di gestione is told.
 */
export type AssessmentState = 'assessed' | 'missing' | 'not-yet' | 'not-assessable' | 'doubtful' | 'not-computed';

/**
 * Key of the number that an assessment carries from where it is computed to where it is summed. A symbol, because JSON
 * leaves it out: what is on record and what programs receive has the same number as text, in `exact`.
 */
export const COUNTS: unique symbol = Symbol('counts');

/** The computed result of one indicator at one checkpoint. */
export interface IndicatorAssessment {
  readonly indicator: string;
  readonly state: AssessmentState;
  /** Percent, capped and rounded by the policy; absent unless assessed. */
  readonly achievement?: DecimalText;
  /** Percent before cap and floor; absent also when the ratio has no bound (nothing used of what was to be kept low). */
  readonly uncapped?: DecimalText;
  /** The achievement that counts in totals as an exact fraction, `200/3`; without it `achievement` counts. */
  readonly exact?: string;
  /** The same while it is in memory. */
  readonly [COUNTS]?: Rational;
  readonly light: TrafficLight;
  readonly formula?: string;
  readonly trace: readonly TraceLine[];
}

/** The figures of a node had there been no overrides. */
export type ComputedFigures = Pick<Rollup, 'coverage' | 'worst' | 'best' | 'light'> & {
  readonly achievement?: DecimalText;
};

/** A roll-up of assessments at one node of a tree. */
export interface Rollup {
  /** `entity`, `perspective:imprese-territorio`, `area:1`, `office:isr`, `missione:032/002`, `individual:SG-1`. */
  readonly node: string;
  readonly title: string;
  readonly weight: DecimalText;
  /** Percent over what was assessed; absent when nothing was. */
  readonly achievement?: DecimalText;
  /** Share of weight assessed, percent. */
  readonly coverage: DecimalText;
  /** What the node could still become. */
  readonly worst: DecimalText;
  readonly best: DecimalText;
  readonly light: TrafficLight;
  /** Without overrides; there exactly when one is at work below. */
  readonly computed?: ComputedFigures;
  readonly trace: readonly TraceLine[];
  readonly children: readonly Rollup[];
}

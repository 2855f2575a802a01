import type { CivilDate } from '../../calendar/types.js';
import type { FormulaRule, Policy } from '../../policy.js';
import type { Rational } from '../../rational.js';
import type { Accumulation, DecimalText } from '../../targets/types.js';
import type { Actual, AssessmentState, TraceLine } from '../types.js';

/** The moment of the exercise a judgement is about. */
export interface AssessmentPeriod {
  /** Calendar year. */
  readonly exercise: number;
  /** Reference date of the checkpoint; from 31 December on the judgement is final. */
  readonly at: CivilDate;
}

/** What every judgement knows besides the reading and the rule. */
export interface Case {
  readonly actual: Actual;
  readonly baseline?: DecimalText;
  /** When the event of a `within-period` target happened. */
  readonly eventOn?: CivilDate;
  /** What is known of the measure where the reading does not say. */
  readonly accumulation?: Accumulation;
  readonly period: AssessmentPeriod;
  readonly policy: Policy;
}

/** Lines of a trace, written only when somebody reads them. */
type Lines = () => readonly TraceLine[];

/** A percentage before cap and floor, with what it comes from. */
export interface Figure {
  readonly state: 'assessed';
  readonly rule: FormulaRule;
  /** How the formula is called where the target's sign makes it another one than usual. */
  readonly named?: string;
  readonly raw: Rational | 'unbounded';
  /** Whether the promise was kept; unlike `raw` it does not depend on the formula. */
  readonly met: boolean;
  readonly lines: Lines;
}

/** No figure, and the Italian sentence that says why. */
export interface NoFigure {
  readonly state: Exclude<AssessmentState, 'assessed'>;
  readonly reason: string;
}

export type Judgement = Figure | NoFigure;

export const noFigure = (state: NoFigure['state'], reason: string): NoFigure => ({ state, reason });

export const isNoFigure = (value: object): value is NoFigure => 'reason' in value && 'state' in value;

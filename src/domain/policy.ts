import type { TrafficLight } from './achievement/types.js';
import type { NoticePolicy } from './calendar/plan-notices.js';
import type { CivilDate } from './calendar/types.js';
import type { IndividualRules } from './individual/types.js';
import type { Rounding } from './rational.js';
import type { DecimalText } from './targets/types.js';

/**
 * The body's own rules (SMVP, D.Lgs. 150/2009, art. 7) as data: how achievement is computed, rounded, coloured and
 * chased. A cycle pins one version of it. All percentages are on 100: `'66.67'`.
 */
export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly adoption: Adoption;
  readonly validFrom: CivilDate;
  /** Absent while in force. */
  readonly validTo?: CivilDate;
  /** The formula used for each kind of reading. */
  readonly formulas: FormulaRules;
  /** Indicators that a document of the body gives a formula of their own. */
  readonly exceptions: readonly FormulaException[];
  /** Highest and lowest percentage an indicator can count for; the uncapped value is kept beside. */
  readonly cap: DecimalText;
  readonly floor: DecimalText;
  /**
   * `> 60%` at 60% exactly is not met. `just-below`: then achievement stays one unit of the last decimal under 100.
   * `met`: the body treats `>` as `>=`.
   */
  readonly strictEquality: 'just-below' | 'met';
  /** A ratio to a target of zero does not exist: all or nothing on the comparison, or no figure. */
  readonly targetZero: 'all-or-nothing' | 'not-assessable';
  readonly rounding: Rounding;
  /**
   * What a missing value does to a total. `stays-out`: the total speaks of what was assessed, coverage says how much
   * that is; `counts-as-floor`: it counts for the floor; `blocks`: no total until everything is there.
   */
  readonly missing: 'stays-out' | 'counts-as-floor' | 'blocks';
  /**
   * Where the weight of a not assessable or neutralised indicator goes. `leaves-card`: the card's weight shrinks;
   * `leaves-to-siblings`: the nearest group that still has something to assess keeps its weight.
   */
  readonly notAssessable: 'leaves-card' | 'leaves-to-siblings';
  readonly interim: InterimRule;
  readonly lights: LightRule;
  readonly notices: NoticeRule;
  /** Whether another program may record the boards' decisions with a token of who records them; no unless allowed. */
  readonly decisionsByToken?: 'refused' | 'allowed';
  /** Whether who sends, records or concludes something receives its receipt by mail too; yes unless the body says no. */
  readonly receiptsByMail?: 'sent' | 'not-sent';
  /** How people are evaluated; absent: nobody is, here. */
  readonly individual?: IndividualRules;
}

/** The act that adopted the rules, or the plain statement that none is known. */
type Adoption =
  | { readonly status: 'adopted'; readonly act: string; readonly on: CivilDate }
  | { readonly status: 'not-adopted'; readonly note: string };

export interface FormulaRules {
  readonly increasing: IncreasingRule;
  readonly decreasing: DecreasingRule;
  readonly byDate: ByDateRule;
  readonly withinPeriod: WithinPeriodRule;
  readonly throughout: { readonly formula: 'throughout' };
  readonly yesNo: { readonly formula: 'yes-no' };
  readonly bands: { readonly formula: 'bands' };
  readonly range: RangeRule;
  readonly relative: RelativeRule;
}

export type IncreasingRule = { readonly formula: 'increasing-ratio' } | LinearRule | StepsRule | AllOrNothingRule;

export type DecreasingRule =
  | { readonly formula: 'decreasing-ratio' }
  | { readonly formula: 'decreasing-symmetric' }
  | LinearRule
  | StepsRule
  | AllOrNothingRule;

interface AllOrNothingRule {
  readonly formula: 'all-or-nothing';
}

/** Zero at the floor, 100 at the target. One of the two floors is given. */
export interface LinearRule {
  readonly formula: 'linear';
  /** The floor as percent of the target: under 100 when more is better, over 100 when less is better. */
  readonly floorPercent?: DecimalText;
  /** The floor in the measure's own unit. */
  readonly floorValue?: DecimalText;
}

/** The achieved ratio falls on a step and scores what the step says. */
export interface StepsRule {
  readonly formula: 'steps';
  /** The ratio the steps look at. */
  readonly of: 'increasing-ratio' | 'decreasing-ratio' | 'decreasing-symmetric';
  /** In rising order; a step holds from its `from`, included, to the next one's, excluded. The first is from 0. */
  readonly steps: readonly { readonly from: DecimalText; readonly score: DecimalText }[];
}

type ByDateRule =
  | { readonly formula: 'by-date' }
  | { readonly formula: 'by-date-degrading'; readonly pointsPerDay: DecimalText };

type WithinPeriodRule =
  | { readonly formula: 'within-period' }
  | { readonly formula: 'within-period-degrading'; readonly pointsPerUnit: DecimalText }
  | { readonly formula: 'decreasing-ratio' }
  | { readonly formula: 'decreasing-symmetric' };

type RangeRule = { readonly formula: 'range' } | { readonly formula: 'range-proportional' };

/** `relative-level` judges the level reached; `relative-progress` the share of the promised change that was made. */
type RelativeRule = { readonly formula: 'relative-level' } | { readonly formula: 'relative-progress' };

export type FormulaRule =
  | IncreasingRule
  | DecreasingRule
  | ByDateRule
  | WithinPeriodRule
  | RangeRule
  | RelativeRule
  | FormulaRules['throughout' | 'yesNo' | 'bands'];

export type FormulaName = FormulaRule['formula'];

interface FormulaException {
  readonly indicator: string;
  readonly rule: FormulaRule;
  readonly reason: string;
  readonly act: string;
}

/** How a checkpoint before the end of the exercise judges. */
interface InterimRule {
  /** A measure that accumulates: against the share of target of the days elapsed, or against all of it. */
  readonly accumulating: 'pro-rata' | 'full-target';
  /** When nobody said whether a measure accumulates: no figure until they do, or one of the two. */
  readonly unknown: 'doubtful' | 'as-level' | 'as-accumulating';
}

/** One traffic-light band over achievement; an absent end is open. */
export interface LightBand {
  readonly light: Exclude<TrafficLight, 'none'>;
  readonly from?: DecimalText;
  readonly fromInclusive: boolean;
  readonly to?: DecimalText;
  readonly toInclusive: boolean;
}

interface LightRule {
  /** Rising, without gaps or overlaps, open at both far ends. */
  readonly bands: readonly LightBand[];
  /** A total that stands on less than this percent of its weight has no light. */
  readonly minimumCoverage: DecimalText;
}

/** When people are written to about a step, in working days; the time of day is the entity's. */
export type NoticeRule = Omit<NoticePolicy, 'at'>;

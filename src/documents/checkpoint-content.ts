import type { Forecast } from '../domain/achievement/forecast.js';
import type { IndicatorAssessment, Rollup } from '../domain/achievement/types.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { AppliedOverride } from '../domain/scorecard/types.js';
import type { Unit } from '../domain/targets/types.js';
import type { ValueStanding } from '../domain/value-standing.js';

/** An indicator a checkpoint does not ask yet. */
interface LaterValue {
  readonly indicator: string;
  readonly name: string;
  /** From when its value can be known. */
  readonly knownFrom: CivilDate;
  /** The checkpoint that will ask it, and by when; absent where none of the cycle does. */
  readonly askedAt?: { readonly title: string; readonly dueOn: CivilDate } | undefined;
}

/** The computed content of one checkpoint, as the monitoring report and the Relazione print it. */
export interface CheckpointContent {
  readonly title: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** What its values are to the year's results; absent where the cycle collects no final ones. */
  readonly standing?: ValueStanding | undefined;
  /** Closed by a person, not by itself: when, and why. */
  readonly closedByHand?: { readonly on: CivilDate; readonly reason: string } | undefined;
  readonly indicators: readonly {
    readonly name: string;
    /** A sheet's row of an indicator that is counted elsewhere: judged on the sheet's own target. */
    readonly repeated?: true | undefined;
    readonly target: string;
    readonly assessment: IndicatorAssessment;
    /** The act that decided over the result; what was computed stays beside it. */
    readonly override?: AppliedOverride;
    /** Why the value is far from its target, and what is to be done next, as its officer says. */
    readonly cause?: string | undefined;
    readonly next?: string | undefined;
    /** What an interim value is on course for at the end of the year. */
    readonly forecast?: Forecast | undefined;
    /** Unit of the value, where it is known. */
    readonly unit?: Unit | undefined;
  }[];
  /** Indicators that are not asked yet, because their value is known later. */
  readonly later?: readonly LaterValue[] | undefined;
  /** The entity, its areas, the perspectives: what a published document sums up. Individual results are never in it. */
  readonly summary: readonly Rollup[];
  /** The same results by office and by *missione/programma*. */
  readonly elsewhere: readonly Rollup[];
}

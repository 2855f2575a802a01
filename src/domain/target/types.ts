import type { CivilDate } from '../calendar/types.js';

/** An exact decimal as plain text with a point: `0.825`, `-12`, `1062450.35`. Never a float. */
export type DecimalText = string;

export type Direction = 'more-is-better' | 'less-is-better' | 'in-range' | 'done-or-not';

export type Unit =
  | { readonly kind: 'number' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'percentage-points' }
  | { readonly kind: 'euro' }
  | { readonly kind: 'days' }
  | { readonly kind: 'hours' }
  | { readonly kind: 'months' }
  | { readonly kind: 'count'; readonly noun: string }
  | { readonly kind: 'score'; readonly outOf: DecimalText };

/** Whether the measure grows along the year (so an interim checkpoint judges it pro rata) or is a level/rate. */
export type Accumulation = 'accumulates' | 'level';

/** How a target is to be judged. One reading is one promise. */
export type Reading =
  | {
      readonly kind: 'threshold';
      readonly operator: '>=' | '>' | '<=' | '<' | '=';
      readonly value: DecimalText;
      readonly unit: Unit;
      readonly direction: 'more-is-better' | 'less-is-better';
      readonly accumulation?: Accumulation;
    }
  | {
      readonly kind: 'range';
      readonly from: DecimalText;
      readonly to: DecimalText;
      readonly unit: Unit;
    }
  | {
      readonly kind: 'bands';
      readonly unit: Unit;
      /** Each band scores `score` percent; ends as written. */
      readonly bands: readonly {
        readonly from?: DecimalText;
        readonly fromInclusive: boolean;
        readonly to?: DecimalText;
        readonly toInclusive: boolean;
        readonly score: DecimalText;
      }[];
    }
  | {
      readonly kind: 'by-date';
      /** Last day on which it is on time. */
      readonly by: CivilDate;
      readonly strict: boolean;
    }
  | {
      readonly kind: 'within-period';
      /** `entro 1 mese dall'evento` */
      readonly amount: number;
      readonly unit: 'working-days' | 'days' | 'weeks' | 'months';
      readonly event: string;
    }
  | {
      readonly kind: 'throughout';
      /** `tutto l'anno 2016` */
      readonly from: CivilDate;
      readonly to: CivilDate;
    }
  | {
      readonly kind: 'relative';
      readonly operator: '>=' | '<=' | '=' | '>' | '<';
      /** Signed change; `0` for `mantenimento`. */
      readonly change: DecimalText;
      readonly changeUnit: 'percent' | 'percentage-points' | 'absolute';
      readonly baseline: { readonly kind: 'year'; readonly year: number } | { readonly kind: 'previous-target' } | { readonly kind: 'unknown' };
      readonly direction: 'more-is-better' | 'less-is-better';
      readonly unit: Unit;
    }
  | { readonly kind: 'yes-no'; readonly expected: boolean; readonly what?: string };

export interface TargetContext {
  /** The indicator's name. */
  readonly name?: string;
  /** Exercise the target belongs to. */
  readonly year?: number;
  /** The same indicator's target of the year before, verbatim. */
  readonly previous?: string;
}

/** A reason, with a stable code for programs and a sentence in Italian for people. */
export interface Reason {
  readonly code: string;
  readonly message: string;
}

export type TargetOutcome =
  | { readonly outcome: 'parsed'; readonly text: string; readonly reading: Reading; readonly sentence: string; readonly notes: readonly Reason[] }
  | {
      readonly outcome: 'ambiguous';
      readonly text: string;
      readonly reasons: readonly Reason[];
      /** Most plausible first; each with the sentence to confirm. */
      readonly candidates: readonly { readonly reading: Reading; readonly sentence: string }[];
    }
  | { readonly outcome: 'not-measurable'; readonly text: string; readonly reason: Reason };

import type { CivilDate } from '../calendar/types.js';

/** An exact decimal as plain text with a point: `0.825`, `-12`, `1062450.35`. Never a float. */
export type DecimalText = string;

export type Direction = 'more-is-better' | 'less-is-better' | 'in-range' | 'done-or-not';

export type Operator = '>=' | '>' | '<=' | '<' | '=';

export type Unit =
  | { readonly kind: 'number' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'percentage-points' }
  | { readonly kind: 'euro' }
  /** Calendar days; working days are a `count` whose noun is `giorni lavorativi`. */
  | { readonly kind: 'days' }
  | { readonly kind: 'hours' }
  | { readonly kind: 'months' }
  | { readonly kind: 'count'; readonly noun: string }
  | { readonly kind: 'score'; readonly outOf: DecimalText };

/** Whether the measure grows along the year (so an interim checkpoint judges it pro rata) or is a level/rate. */
export type Accumulation = 'accumulates' | 'level';

/** What a relative target is measured against. */
export type Baseline =
  /** The value measured for that year. */
  | { readonly kind: 'year'; readonly year: number }
  /** The same indicator's target of the year before. */
  | { readonly kind: 'previous-target' }
  /** Something the text names and the plan must supply: `preventivo 2016`, `media del triennio`. */
  | { readonly kind: 'named'; readonly what: string }
  | { readonly kind: 'unknown' };

/** One band of a banded target; it scores `score` percent. An absent end is open. */
export interface Band {
  readonly from?: DecimalText;
  readonly fromInclusive: boolean;
  readonly to?: DecimalText;
  readonly toInclusive: boolean;
  readonly score: DecimalText;
}

/** How a target is to be judged. One reading is one promise. */
export type Reading =
  | {
      readonly kind: 'threshold';
      readonly operator: Operator;
      readonly value: DecimalText;
      readonly unit: Unit;
      readonly direction: 'more-is-better' | 'less-is-better';
      readonly accumulation?: Accumulation;
      /** Last day, included, on which the value may be reached: `almeno 3 incontri entro il 30/06/2016`. */
      readonly by?: CivilDate;
      /** What is counted or shared, when the text says it: `100% delle risorse stanziate`. */
      readonly what?: string;
    }
  | {
      readonly kind: 'range';
      /** Both ends are inside. */
      readonly from: DecimalText;
      readonly to: DecimalText;
      readonly unit: Unit;
      readonly accumulation?: Accumulation;
    }
  | {
      readonly kind: 'bands';
      readonly unit: Unit;
      readonly accumulation?: Accumulation;
      /** As written, in the order written. */
      readonly bands: readonly Band[];
    }
  | {
      readonly kind: 'by-date';
      /** The date written. It is the last day on time, unless `strict`. */
      readonly by: CivilDate;
      /** `prima del 30/06/2016`: the date itself is already late. */
      readonly strict: boolean;
      /** What must be done by then, when the text says it. */
      readonly what?: string;
    }
  | {
      readonly kind: 'within-period';
      /** `entro 1 mese dall'evento` */
      readonly amount: number;
      readonly unit: 'working-days' | 'hours' | 'days' | 'weeks' | 'months';
      readonly event: string;
      readonly what?: string;
    }
  | {
      readonly kind: 'throughout';
      /** `tutto l'anno 2016` */
      readonly from: CivilDate;
      readonly to: CivilDate;
    }
  | {
      readonly kind: 'relative';
      readonly operator: Operator;
      /** Signed change; `0` for `mantenimento`. */
      readonly change: DecimalText;
      readonly changeUnit: 'percent' | 'percentage-points' | 'absolute';
      readonly baseline: Baseline;
      readonly direction: 'more-is-better' | 'less-is-better';
      /** Unit of the measure itself, `number` when neither text nor name says it. */
      readonly unit: Unit;
      readonly accumulation?: Accumulation;
    }
  | { readonly kind: 'yes-no'; readonly expected: boolean; readonly what?: string };

import type { Baseline, Operator, Reading, Unit } from './types.js';
import type { ValueReading } from './value.js';
import type { WrittenDate } from './written-date.js';

/** How a date is introduced. */
export type DateMarker = 'by' | 'before' | 'after' | 'until' | 'on' | 'none';

/** What a change word asks: more, less, the same, or better (whichever way better is). */
export type ChangeSense = 'up' | 'down' | 'keep' | 'better';

export type PeriodUnit = Extract<Reading, { kind: 'within-period' }>['unit'];

/** A baseline as written; `previous-year` becomes a year once the exercise is known. */
export type WrittenBaseline = Baseline | { readonly kind: 'previous-year' };

/** One meaningful piece of a target's text. What no rule recognises is prose, and is vetted before it is ignored. */
export type Clause = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'prose' }
  /** `nel 2016`, `anno 2016`: the year the target is about. */
  | { readonly kind: 'year'; readonly year: number }
  | AmountClause
  | RangeClause
  | { readonly kind: 'date'; readonly marker: DateMarker; readonly date: WrittenDate }
  | {
      readonly kind: 'period';
      readonly operator?: Operator;
      readonly amount: number;
      readonly unit: PeriodUnit;
      readonly event: readonly [number, number];
    }
  | { readonly kind: 'throughout'; readonly start?: WrittenDate; readonly end?: WrittenDate; readonly year?: number }
  | {
      readonly kind: 'change';
      readonly sense: ChangeSense;
      /** `almeno una riduzione`: the comparison stands before the change. */
      readonly operator?: Operator;
      /** `80% e in aumento`: said beside a level, as a second promise. */
      readonly trend?: true;
    }
  | { readonly kind: 'baseline'; readonly baseline: WrittenBaseline }
  /** `almeno uguale al 2015`, `>= valore 2015`. */
  | {
      readonly kind: 'compare';
      readonly operator: Operator;
      readonly baseline: WrittenBaseline;
      /** `al 2015` is a year once the exercise is known to be 2016; `>= 2015` may be two thousand and fifteen. */
      readonly certainty: 'sure' | 'with-exercise' | 'unsure';
    }
);

/** A clause that promises something, or qualifies a promise. */
export type Solid = Exclude<Clause, { kind: 'prose' | 'year' }>;

/** An amount with its place. */
export type Amount = Extract<Solid, { kind: 'amount' }>;

export interface AmountClause {
  readonly kind: 'amount';
  readonly operator?: Operator;
  /** The comparison was a bare `entro`. */
  readonly within: boolean;
  /** The comparison was `fino a`. */
  readonly upTo: boolean;
  readonly sign?: '+' | '-';
  /** The comparison is said in words: `massimo -5%` may limit the fall, `<= -5%` asks for it. */
  readonly worded: boolean;
  /** The sign is a word: `meno 10%` may be less than ten or ten less. */
  readonly spokenSign: boolean;
  /** The sign stands apart from its number at the start of the text, as a bullet would. */
  readonly bullet: boolean;
  readonly value: ValueReading;
  readonly unit?: Unit;
  /** A count mark stands before the number: `n. 3`. */
  readonly counted: boolean;
  /** Two comparisons that do not say the same: `min 5 max`. */
  readonly contradictory: boolean;
}

export interface RangeClause {
  readonly kind: 'range';
  readonly low: ValueReading;
  readonly high: ValueReading;
  readonly unit?: Unit;
  /** An end has a sign: `tra -2% e +2%` is an interval, or a change. */
  readonly signed?: boolean;
  /** Only a dash joins the ends: `20-30`. */
  readonly dash: boolean;
  /** `da 40 a 50`: without a unit it may be a path, or the hours of a day. */
  readonly fromTo: boolean;
  /** `dal 90% al 95%` may be a path from one level to the other. */
  readonly path: boolean;
}

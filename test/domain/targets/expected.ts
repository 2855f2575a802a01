import type { CivilDate } from '../../../src/domain/calendar/types.js';
import type { TargetContext } from '../../../src/domain/targets/outcome.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';

/** What a person who knows the field says a target means. */
export type Expected =
  | { readonly outcome: 'parsed'; readonly reading: Reading }
  /** One reading that rests on more than the text: on these, exactly. */
  | { readonly outcome: 'proposed'; readonly reading: Reading; readonly evidence: readonly string[] }
  /** Must be asked, for these reasons among others; the first candidate must be this one when it is given. */
  | { readonly outcome: 'ambiguous'; readonly codes: readonly string[]; readonly first?: Reading }
  | { readonly outcome: 'not-measurable'; readonly code: string };

export interface Row {
  readonly text: string;
  readonly context: TargetContext;
  readonly expected: Expected;
}

type Threshold = Extract<Reading, { kind: 'threshold' }>;
type Extra = Partial<Pick<Threshold, 'accumulation' | 'by' | 'what'>>;

export const number: Unit = { kind: 'number' };
export const percent: Unit = { kind: 'percent' };
export const points: Unit = { kind: 'percentage-points' };
export const euro: Unit = { kind: 'euro' };
export const days: Unit = { kind: 'days' };
export const hours: Unit = { kind: 'hours' };
export const months: Unit = { kind: 'months' };
export const count = (noun: string): Unit => ({ kind: 'count', noun });
export const outOf = (top: string): Unit => ({ kind: 'score', outOf: top });

const threshold =
  (operator: Threshold['operator'], direction: Threshold['direction']) =>
  (value: string, unit: Unit = number, extra: Extra = {}): Reading => ({
    kind: 'threshold',
    operator,
    value,
    unit,
    direction,
    ...extra,
  });

export const min = threshold('>=', 'more-is-better');
export const over = threshold('>', 'more-is-better');
export const max = threshold('<=', 'less-is-better');
export const under = threshold('<', 'less-is-better');

export const between = (from: string, to: string, unit: Unit = number): Reading => ({ kind: 'range', from, to, unit });

export const by = (date: CivilDate, what?: string): Reading => ({
  kind: 'by-date',
  by: date,
  strict: false,
  ...(what === undefined ? {} : { what }),
});

export const before = (date: CivilDate, what?: string): Reading => ({
  kind: 'by-date',
  by: date,
  strict: true,
  ...(what === undefined ? {} : { what }),
});

type Within = Extract<Reading, { kind: 'within-period' }>;
export const within = (amount: number, unit: Within['unit'], event: string, what?: string): Reading => ({
  kind: 'within-period',
  amount,
  unit,
  event,
  ...(what === undefined ? {} : { what }),
});

export const throughout = (from: CivilDate, to: CivilDate): Reading => ({ kind: 'throughout', from, to });

type Relative = Extract<Reading, { kind: 'relative' }>;
type RelativeExtra = Partial<Pick<Relative, 'changeUnit' | 'unit' | 'operator'>>;

/** A rise of at least `change`, in percent unless said otherwise. */
export const rise = (change: string, baseline: Relative['baseline'], extra: RelativeExtra = {}): Reading => ({
  kind: 'relative',
  operator: '>=',
  change,
  changeUnit: 'percent',
  baseline,
  direction: 'more-is-better',
  unit: number,
  ...extra,
});

/** A cut: `change` is negative, or zero for "no more than". */
export const cut = (change: string, baseline: Relative['baseline'], extra: RelativeExtra = {}): Reading => ({
  kind: 'relative',
  operator: '<=',
  change,
  changeUnit: 'percent',
  baseline,
  direction: 'less-is-better',
  unit: number,
  ...extra,
});

export const ofYear = (year: number): Relative['baseline'] => ({ kind: 'year', year });
export const previousTarget: Relative['baseline'] = { kind: 'previous-target' };
export const ofNamed = (what: string): Relative['baseline'] => ({ kind: 'named', what });

export const done = (what?: string): Reading => ({
  kind: 'yes-no',
  expected: true,
  ...(what === undefined ? {} : { what }),
});

export const reads = (reading: Reading): Expected => ({ outcome: 'parsed', reading });
export const proposes = (evidence: string | readonly string[], reading: Reading): Expected => ({
  outcome: 'proposed',
  reading,
  evidence: typeof evidence === 'string' ? [evidence] : evidence,
});
export const asks = (codes: string | readonly string[], first?: Reading): Expected => ({
  outcome: 'ambiguous',
  codes: typeof codes === 'string' ? [codes] : codes,
  ...(first === undefined ? {} : { first }),
});
export const nothing = (code: string): Expected => ({ outcome: 'not-measurable', code });

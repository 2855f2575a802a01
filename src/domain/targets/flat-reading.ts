import { never } from '../result.js';
import { sentence } from './sentence.js';
import type { Baseline, Direction, Operator, Reading, Unit } from './types.js';

/**
 * A reading with one key per fact, for programs that do not know the union: every key is always there, `null` when it
 * does not apply. Numbers are exact decimals in text, dates are ISO.
 */
export interface FlatReading {
  readonly kind: Reading['kind'];
  /** `between` for a range; a deadline is `<=` its date (`<` when the date itself is late). */
  readonly operator: Operator | 'between' | null;
  /** Threshold; lower end of a range; signed change; length of a period. */
  readonly value: string | null;
  /** Upper end of a range. */
  readonly to: string | null;
  /** `number`, `percent`, `percentage-points`, `euro`, `days`, `working-days`, `hours`, `weeks`, `months`, `count`, `score`. */
  readonly unit: string | null;
  /** What is counted, with unit `count`: `incontri`. */
  readonly noun: string | null;
  /** Top of the scale, with unit `score`. */
  readonly outOf: string | null;
  /** Deadline, of the reading itself or of a threshold; last day of a period that lasts throughout. */
  readonly date: string | null;
  /** First day of a period that lasts throughout. */
  readonly dateFrom: string | null;
  /** Event a period starts from. */
  readonly event: string | null;
  /** `2015`, `previous-target`, `unknown`, or the name the text gives it. */
  readonly baseline: string | null;
  readonly direction: Direction;
  readonly accumulation: 'accumulates' | 'level' | null;
  /** Answer expected of a yes-or-no target. */
  readonly expected: boolean | null;
  /** What the target is about, when the text says it. */
  readonly what: string | null;
  readonly bands: Extract<Reading, { kind: 'bands' }>['bands'] | null;
  readonly sentence: string;
}

export function flattenReading(reading: Reading): FlatReading {
  return { kind: reading.kind, ...EMPTY, ...facts(reading), sentence: sentence(reading) };
}

const EMPTY = {
  operator: null,
  value: null,
  to: null,
  unit: null,
  noun: null,
  outOf: null,
  date: null,
  dateFrom: null,
  event: null,
  baseline: null,
  accumulation: null,
  expected: null,
  what: null,
  bands: null,
} as const satisfies Partial<FlatReading>;

type Facts = Partial<FlatReading> & Pick<FlatReading, 'direction'>;

function facts(reading: Reading): Facts {
  switch (reading.kind) {
    case 'threshold': {
      const { operator, value, direction, accumulation = null, by = null, what = null } = reading;
      return { operator, value, ...measured(reading.unit), direction, accumulation, date: by, what };
    }
    case 'range':
      return {
        operator: 'between',
        value: reading.from,
        to: reading.to,
        ...measured(reading.unit),
        direction: 'in-range',
      };
    case 'bands':
      return { ...measured(reading.unit), bands: reading.bands, direction: 'in-range' };
    case 'by-date':
      return {
        operator: reading.strict ? '<' : '<=',
        date: reading.by,
        what: reading.what ?? null,
        direction: 'done-or-not',
      };
    case 'within-period': {
      const { amount, unit, event, what = null } = reading;
      return { operator: '<=', value: String(amount), unit, event, what, direction: 'done-or-not' };
    }
    case 'throughout':
      return { dateFrom: reading.from, date: reading.to, direction: 'done-or-not' };
    case 'relative': {
      const { operator, change, changeUnit, direction } = reading;
      const unit = changeUnit === 'absolute' ? measured(reading.unit) : { unit: changeUnit };
      return { operator, value: change, ...unit, baseline: baselineName(reading.baseline), direction };
    }
    case 'yes-no':
      return { expected: reading.expected, what: reading.what ?? null, direction: 'done-or-not' };
    default:
      return never(reading);
  }
}

function measured(unit: Unit): Pick<FlatReading, 'unit'> & Partial<Pick<FlatReading, 'noun' | 'outOf'>> {
  if (unit.kind === 'count') return { unit: unit.kind, noun: unit.noun };
  return unit.kind === 'score' ? { unit: unit.kind, outOf: unit.outOf } : { unit: unit.kind };
}

function baselineName(baseline: Baseline): string {
  switch (baseline.kind) {
    case 'year':
      return String(baseline.year);
    case 'named':
      return baseline.what;
    case 'previous-target':
    case 'unknown':
      return baseline.kind;
    default:
      return never(baseline);
  }
}

import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Policy } from '../policy.js';
import {
  absolute,
  add,
  ceiling,
  compare,
  decimalPlaces,
  divide,
  exactText,
  floor,
  fromInteger,
  HUNDRED,
  isNegative,
  isZero,
  multiply,
  powerOfTen,
  type Rational,
  rational,
} from '../rational.js';
import { never } from '../result.js';
import type { Band, DecimalText, Reading, Unit } from '../targets/types.js';
import { createAssessor } from './assess.js';
import { actualAtTarget } from './at-target.js';
import { lastDay } from './judge/elapsed.js';
import type { Actual, TrafficLight } from './types.js';

/** What a value would score at the end of the exercise, were a target read in one way. */
export interface WorkedExample {
  readonly actual: Actual;
  /** The value supposed to start from, for a change. */
  readonly start?: DecimalText;
  /** Percent, as a checkpoint would print it. */
  readonly achievement: DecimalText;
  readonly light: TrafficLight;
}

/** Of which indicator and year the reading is; a change needs to know where it starts. */
export interface ExampleOf {
  readonly indicator: string;
  readonly exercise: number;
  readonly baseline?: DecimalText;
}

/**
 * A plausible value on the wrong side of a target, then one on the right side, each with what the policy's own engine makes
 * of it: who reads them sees at once which way the target was taken. Empty when the engine gives no figure for either.
 */
export function workedExamples(reading: Reading, policy: Policy, of: ExampleOf): readonly WorkedExample[] {
  const start = reading.kind === 'relative' ? (of.baseline ?? supposedStart(reading.unit)) : undefined;
  const assessor = createAssessor(policy);
  const period = { exercise: of.exercise, at: lastDay(of.exercise) };
  return valuesFor(reading, of.exercise, start).flatMap((actual): readonly WorkedExample[] => {
    const { achievement, light } = assessor.assess({
      indicator: of.indicator,
      reading,
      actual,
      baseline: start,
      period,
    });
    if (achievement === undefined) return [];
    return [{ actual, achievement, light, start }];
  });
}

const supposedStart = (unit: Unit): DecimalText => (unit.kind === 'percent' ? '60' : '100');

/** The wrong side first. */
function valuesFor(reading: Reading, exercise: number, start: DecimalText | undefined): readonly Actual[] {
  switch (reading.kind) {
    case 'threshold': {
      const [value, less] = [rational(reading.value), reading.direction === 'less-is-better'];
      const [wrong, right] = less ? (['above', 'below'] as const) : (['below', 'above'] as const);
      const kept = numeric(beside(value, reading.unit, right));
      const reached = actualAtTarget(reading);
      return [
        ...numeric(beside(value, reading.unit, wrong)),
        ...(kept.length > 0 || reached === undefined ? kept : [reached]),
      ];
    }
    case 'range': {
      const [from, to] = [rational(reading.from), rational(reading.to)];
      return [...numeric(beside(to, reading.unit, 'above')), ...numeric(halfway(from, to))];
    }
    case 'bands': {
      const ranked = reading.bands.toSorted((a, b) => compare(rational(a.score), rational(b.score)));
      return [ranked[0], ranked.at(-1)].flatMap((band) =>
        band === undefined ? [] : numeric(inside(band, reading.unit)),
      );
    }
    case 'by-date':
      return [late(reading.by, exercise), { kind: 'date', on: addDays(reading.by, -EARLY_DAYS) }];
    case 'within-period': {
      const amount = fromInteger(reading.amount);
      return [...numeric({ n: ceiling(multiply(amount, HALF_AGAIN)), d: 1n }), ...numeric(amount)];
    }
    case 'throughout':
      return [yes(false), yes(true)];
    case 'yes-no':
      return [yes(!reading.expected), yes(reading.expected)];
    case 'relative':
      return changes(reading, rational(start ?? '0'));
    default:
      return never(reading);
  }
}

const LATE_DAYS = 30;
const EARLY_DAYS = 15;

const yes = (value: boolean): Actual => ({ kind: 'yes-no', value });

const numeric = (value: Rational | undefined): readonly Actual[] =>
  value === undefined ? [] : [{ kind: 'number', value: exactText(value) }];

const halfway = (a: Rational, b: Rational): Rational => divide(add(a, b), fromInteger(2));

/** A month late, or not done at all when the year is over by then. */
const late = (by: CivilDate, exercise: number): Actual => {
  const on = addDays(by, LATE_DAYS);
  return on <= lastDay(exercise) ? { kind: 'date', on } : { kind: 'not-yet' };
};

/** A quarter less or more, as round as the target itself and never beyond what its unit can be. */
function beside(target: Rational, unit: Unit, side: 'below' | 'above'): Rational | undefined {
  const step = isZero(target) ? fromInteger(zeroStep(unit)) : multiply(absolute(target), QUARTER);
  const raw = add(target, multiply(step, fromInteger(side === 'below' ? -1 : 1)));
  const whole = absolute(raw);
  const value =
    compare(whole, HUNDRED) >= 0
      ? roundedTo(raw, 2 - String(floor(whole)).length, side)
      : roundedTo(raw, decimalPlaces(target) ?? 0, side);
  if (isNegative(value) && !isNegative(target)) return undefined;
  const most = unit.kind === 'score' ? rational(unit.outOf) : unit.kind === 'percent' ? HUNDRED : undefined;
  if (most === undefined || side === 'below' || compare(value, most) <= 0) return value;
  // Over a hundred there are ratios that may be; a mark beyond its scale is not one.
  if (compare(target, most) < 0) return most;
  return unit.kind === 'percent' && compare(target, most) > 0 ? value : undefined;
}

/** @param decimals below zero: tens, hundreds */
function roundedTo(value: Rational, decimals: number, side: 'below' | 'above'): Rational {
  const unit: Rational = decimals < 0 ? { n: powerOfTen(-decimals), d: 1n } : { n: 1n, d: powerOfTen(decimals) };
  const units = divide(value, unit);
  return multiply({ n: side === 'below' ? floor(units) : ceiling(units), d: 1n }, unit);
}

const QUARTER: Rational = { n: 1n, d: 4n };
const HALF_AGAIN: Rational = { n: 3n, d: 2n };
const zeroStep = (unit: Unit): number => (unit.kind === 'euro' ? 1000 : unit.kind === 'percent' ? 10 : 1);

function inside({ from, to, fromInclusive, toInclusive }: Band, unit: Unit): Rational | undefined {
  if (from !== undefined && to !== undefined) return halfway(rational(from), rational(to));
  if (from !== undefined) return fromInclusive ? rational(from) : beside(rational(from), unit, 'above');
  if (to === undefined) return undefined;
  return toInclusive ? rational(to) : beside(rational(to), unit, 'below');
}

/** Nothing changed, or for a level to keep a tenth on the wrong side; then the change as promised. */
function changes(reading: Extract<Reading, { kind: 'relative' }>, start: Rational): readonly Actual[] {
  const change = rational(reading.change);
  const by = reading.changeUnit === 'percent' ? divide(multiply(start, change), HUNDRED) : change;
  const worse = multiply(start, rational(reading.direction === 'more-is-better' ? '0.9' : '1.1'));
  return [...numeric(isZero(change) ? worse : start), ...numeric(add(start, by))];
}

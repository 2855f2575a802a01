import { Decimal } from 'decimal.js';
import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Policy } from '../policy.js';
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
    const baseline = start === undefined ? {} : { baseline: start };
    const { achievement, light } = assessor.assess({ indicator: of.indicator, reading, actual, ...baseline, period });
    if (achievement === undefined) return [];
    return [{ actual, achievement, light, start }];
  });
}

const supposedStart = (unit: Unit): DecimalText => (unit.kind === 'percent' ? '60' : '100');

/** The wrong side first. */
function valuesFor(reading: Reading, exercise: number, start: DecimalText | undefined): readonly Actual[] {
  switch (reading.kind) {
    case 'threshold': {
      const [value, less] = [new Decimal(reading.value), reading.direction === 'less-is-better'];
      const [wrong, right] = less ? (['above', 'below'] as const) : (['below', 'above'] as const);
      const kept = numeric(beside(value, reading.unit, right));
      const reached = actualAtTarget(reading);
      return [
        ...numeric(beside(value, reading.unit, wrong)),
        ...(kept.length > 0 || reached === undefined ? kept : [reached]),
      ];
    }
    case 'range': {
      const [from, to] = [new Decimal(reading.from), new Decimal(reading.to)];
      return [...numeric(beside(to, reading.unit, 'above')), ...numeric(from.plus(to).dividedBy(2))];
    }
    case 'bands': {
      const ranked = reading.bands.toSorted((a, b) => new Decimal(a.score).comparedTo(b.score));
      return [ranked[0], ranked.at(-1)].flatMap((band) =>
        band === undefined ? [] : numeric(inside(band, reading.unit)),
      );
    }
    case 'by-date':
      return [late(reading.by, exercise), { kind: 'date', on: addDays(reading.by, -EARLY_DAYS) }];
    case 'within-period': {
      const amount = new Decimal(reading.amount);
      return [...numeric(amount.times('1.5').ceil()), ...numeric(amount)];
    }
    case 'throughout':
      return [yes(false), yes(true)];
    case 'yes-no':
      return [yes(!reading.expected), yes(reading.expected)];
    case 'relative':
      return changes(reading, new Decimal(start ?? 0));
    default:
      return never(reading);
  }
}

const LATE_DAYS = 30;
const EARLY_DAYS = 15;

const yes = (value: boolean): Actual => ({ kind: 'yes-no', value });

const numeric = (value: Decimal | undefined): readonly Actual[] =>
  value === undefined ? [] : [{ kind: 'number', value: value.toFixed() }];

/** A month late, or not done at all when the year is over by then. */
const late = (by: CivilDate, exercise: number): Actual => {
  const on = addDays(by, LATE_DAYS);
  return on <= lastDay(exercise) ? { kind: 'date', on } : { kind: 'not-yet' };
};

/** A quarter less or more, as round as the target itself and never beyond what its unit can be. */
function beside(target: Decimal, unit: Unit, side: 'below' | 'above'): Decimal | undefined {
  const sign = side === 'below' ? -1 : 1;
  const raw = target.isZero() ? new Decimal(zeroStep(unit)).times(sign) : target.plus(target.abs().times(sign * 0.25));
  const rounding = side === 'below' ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL;
  const value = raw.abs().greaterThanOrEqualTo(100)
    ? raw.toSignificantDigits(2, rounding)
    : raw.toDecimalPlaces(target.decimalPlaces(), rounding);
  if (value.isNegative() && !target.isNegative() && !value.isZero()) return undefined;
  const most = unit.kind === 'score' ? new Decimal(unit.outOf) : unit.kind === 'percent' ? HUNDRED : undefined;
  if (most === undefined || side === 'below' || value.lessThanOrEqualTo(most)) return value;
  // Over a hundred there are ratios that may be; a mark beyond its scale is not one.
  if (target.lessThan(most)) return most;
  return unit.kind === 'percent' && target.greaterThan(most) ? value : undefined;
}

const HUNDRED = new Decimal(100);
const zeroStep = (unit: Unit): number => (unit.kind === 'euro' ? 1000 : unit.kind === 'percent' ? 10 : 1);

function inside({ from, to, fromInclusive, toInclusive }: Band, unit: Unit): Decimal | undefined {
  if (from !== undefined && to !== undefined) return new Decimal(from).plus(to).dividedBy(2);
  if (from !== undefined) return fromInclusive ? new Decimal(from) : beside(new Decimal(from), unit, 'above');
  if (to === undefined) return undefined;
  return toInclusive ? new Decimal(to) : beside(new Decimal(to), unit, 'below');
}

/** Nothing changed, or for a level to keep a tenth on the wrong side; then the change as promised. */
function changes(reading: Extract<Reading, { kind: 'relative' }>, start: Decimal): readonly Actual[] {
  const change = new Decimal(reading.change);
  const by = reading.changeUnit === 'percent' ? start.times(change).dividedBy(100) : change;
  const worse = start.times(reading.direction === 'more-is-better' ? '0.9' : '1.1');
  return [...numeric(change.isZero() ? worse : start), ...numeric(start.plus(by))];
}

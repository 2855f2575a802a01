import { daysBetween } from '../calendar/civil-date.js';
import type { Policy } from '../policy.js';
import {
  add,
  divide,
  fromInteger,
  HUNDRED,
  isNegative,
  isZero,
  larger,
  multiply,
  type Rational,
  rational,
  roundedText,
  smaller,
  subtract,
  ZERO,
} from '../rational.js';
import { canonical } from '../targets/numbers.js';
import type { Accumulation, DecimalText, Reading, Unit } from '../targets/types.js';
import type { Assessor } from './assess.js';
import type { AssessmentInput } from './assessment-input.js';
import { numberOf } from './baseline.js';
import { firstDay, isCounted, isFinal, isWhole, lastDay } from './judge/elapsed.js';
import type { AssessmentPeriod } from './judge/types.js';
import type { Actual, TrafficLight } from './types.js';

/** How the value at the end of the year was made from an interim one. */
export type ForecastWay =
  /** What accumulates goes on as it has until now. */
  | { readonly way: 'pro-rata'; readonly elapsed: number; readonly total: number }
  /** A level stays what it is. */
  | { readonly way: 'level' }
  /** It moves from now to the end as it did in these exercises. */
  | { readonly way: 'earlier-years'; readonly years: readonly number[] };

/** What an indicator is on course for at the end of the year, and what that would come to. */
export interface Forecast {
  readonly indicator: string;
  readonly value: DecimalText;
  readonly how: ForecastWay;
  /** Percent, by the policy's rules for a final value; absent where they give none. */
  readonly achievement?: DecimalText;
  readonly light: TrafficLight;
}

/** The same indicator in an earlier exercise: at the same moment of the year, and at its end. */
export interface EarlierCourse {
  readonly exercise: number;
  readonly at: Actual;
  readonly end: Actual;
}

type Measured = Extract<Reading, { readonly unit: Unit }>;

/**
 * What an interim value is on course for at the end of the year, and how that is said: as earlier exercises went from the same
 * moment on, where they are on record; else by the days elapsed, for what accumulates, and unchanged for a level. Undefined of a
 * final value, of what is no number, of a term that is over, and where nobody said whether the measure accumulates.
 */
export function forecast(
  input: AssessmentInput,
  assessor: Pick<Assessor, 'assess' | 'policy'>,
  earlier: readonly EarlierCourse[] = [],
): Forecast | undefined {
  const { reading, actual, period } = input;
  if ('outcome' in reading || !measures(reading) || isFinal(period) || isTermOver(reading, period)) return undefined;
  const now = number(actual, reading.unit);
  const accumulation = accumulationOf(reading, assessor.policy);
  if (now === undefined || accumulation === undefined) return undefined;
  const { value, how } = course(now, accumulation, reading, period, earlier);
  const text = writtenIn(reading, bounded(value, now, reading.unit));
  const { achievement, light } = assessor.assess({
    ...input,
    actual: { kind: 'number', value: text },
    period: { ...period, at: lastDay(period.exercise) },
  });
  return { indicator: input.indicator, value: text, how, light, achievement };
}

const measures = (reading: Reading): reading is Measured =>
  reading.kind === 'threshold' || reading.kind === 'range' || reading.kind === 'bands' || reading.kind === 'relative';

const endOf = (reading: Measured, { exercise }: AssessmentPeriod) =>
  (reading.kind === 'threshold' ? reading.by : undefined) ?? lastDay(exercise);

const isTermOver = (reading: Measured, period: AssessmentPeriod): boolean => period.at >= endOf(reading, period);

function number(actual: Actual, unit: Unit): Rational | undefined {
  const text = numberOf(actual, unit);
  return text === undefined ? undefined : rational(text);
}

/** Where nobody said it, what the policy takes; it may take nothing, and then the interim value has no result either. */
function accumulationOf(reading: Measured, { interim }: Policy): Accumulation | undefined {
  if (reading.accumulation !== undefined) return reading.accumulation;
  if (interim.unknown === 'as-level') return 'level';
  return interim.unknown === 'as-accumulating' ? 'accumulates' : undefined;
}

function course(
  now: Rational,
  accumulation: Accumulation,
  reading: Measured,
  period: AssessmentPeriod,
  earlier: readonly EarlierCourse[],
): { readonly value: Rational; readonly how: ForecastWay } {
  const before = earlier.flatMap(({ exercise, at, end }) => {
    const [from, to] = [number(at, reading.unit), number(end, reading.unit)];
    return from === undefined || to === undefined ? [] : [{ exercise, from, to }];
  });
  const [from, to] = [before.map((one) => one.from), before.map((one) => one.to)].map((all) => all.reduce(add, ZERO));
  if (from !== undefined && to !== undefined && before.length > 0) {
    const how: ForecastWay = { way: 'earlier-years', years: before.map(({ exercise }) => exercise) };
    if (accumulation === 'level')
      return { value: add(now, divide(subtract(to, from), fromInteger(before.length))), how };
    if (!isZero(from)) return { value: divide(multiply(now, to), from), how };
  }
  if (accumulation === 'level') return { value: now, how: { way: 'level' } };
  const start = firstDay(period.exercise);
  const elapsed = daysBetween(start, period.at) + 1;
  const total = daysBetween(start, endOf(reading, period)) + 1;
  const value = divide(multiply(now, fromInteger(total)), fromInteger(elapsed));
  return { value, how: { way: 'pro-rata', elapsed, total } };
}

/** What has never been below nothing does not fall below it, nor does a share rise above the whole. */
function bounded(value: Rational, now: Rational, unit: Unit): Rational {
  const low = isNegative(now) ? value : larger(value, ZERO);
  const whole = unit.kind === 'percent' && !isNegative(subtract(HUNDRED, now));
  return whole ? smaller(low, HUNDRED) : low;
}

/** Of things counted a whole number; of the rest two decimals. */
function writtenIn(reading: Measured, value: Rational): DecimalText {
  const counts =
    reading.unit.kind === 'count' ||
    (reading.unit.kind === 'number' && reading.kind === 'threshold' && isWhole(rational(reading.value)));
  const decimals = counts && isCounted(reading.unit) ? 0 : 2;
  return canonical(roundedText(value, { decimals, mode: 'half-up' }));
}

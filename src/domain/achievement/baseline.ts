import { allIndicators, readingAt } from '../findings/walk.js';
import { agrees } from '../measured/read-value.js';
import type { Indicator, Plan } from '../plan.js';
import { divide, HUNDRED, isZero, multiply, rational } from '../rational.js';
import type { Baseline, DecimalText, Unit } from '../targets/types.js';
import { decimalText } from './format.js';
import { parseActual, type WrittenActual } from './parse-actual.js';
import type { Actual } from './types.js';

/** What was measured at the end of the exercise before: a code counts only where the name says it is the same measure. */
export type LastYear = ReadonlyMap<string, { readonly name: string; readonly actual: Actual }>;

/**
 * The values that the relative targets of a plan start from, by indicator. *Rispetto al 2015* is the result of 2015 that the
 * plan prints, or else what was measured at the end of that exercise; *rispetto al target precedente* is that target, where
 * it reads as one number. What the text only names, or does not say, is for somebody to say: such indicators are absent.
 */
export function baselinesOf(plan: Plan, lastYear: LastYear = new Map()): ReadonlyMap<string, DecimalText> {
  const found = new Map<string, DecimalText>();
  for (const { node } of allIndicators(plan)) {
    const { baseline } = baselineFor(node, plan.exercise, lastYear);
    if (baseline !== undefined) found.set(node.code, baseline);
  }
  return found;
}

/** As `baselinesOf`, of one indicator, as an assessment takes it. */
export function baselineFor(
  indicator: Indicator | undefined,
  exercise: number,
  lastYear: LastYear,
): { readonly baseline?: DecimalText } {
  const reading = indicator === undefined ? undefined : readingAt(indicator, exercise);
  if (indicator === undefined || reading?.kind !== 'relative') return {};
  const baseline = startOf(reading.baseline, indicator, exercise, reading.unit, lastYear);
  return { baseline };
}

/** An indicator's value to start from, as an assessment takes it. */
export function baselineIn(
  baselines: ReadonlyMap<string, DecimalText>,
  indicator: string,
): { readonly baseline?: DecimalText } {
  return { baseline: baselines.get(indicator) };
}

/**
 * The value a change starts from; undefined where neither the plan nor the end of the exercise before says it.
 * @param unit of the measure
 */
export function startOf(
  baseline: Baseline,
  indicator: Indicator,
  exercise: number,
  unit: Unit,
  lastYear: LastYear,
): DecimalText | undefined {
  if (baseline.kind === 'previous-target') {
    const before = readingAt(indicator, exercise - 1);
    return before?.kind === 'threshold' ? before.value : undefined;
  }
  if (baseline.kind !== 'year') return undefined;
  const printed = indicator.results?.find((result) => result.year === baseline.year)?.text.trim() ?? '';
  if (printed !== '') {
    const read = parseActual(printed);
    return read.ok && isInUnit(read.value, unit, indicator.name) ? numberOf(read.value.actual, unit) : undefined;
  }
  const measured = baseline.year === exercise - 1 ? lastYear.get(indicator.repeats ?? indicator.code) : undefined;
  return measured?.name === indicator.name ? numberOf(measured.actual, unit) : undefined;
}

/** Of a printed result only a noun that is another one makes it another measure: plans seldom print the unit twice alike. */
const isInUnit = (written: WrittenActual, unit: Unit, name: string): boolean =>
  written.unit === undefined ||
  (unit.kind === 'number' && written.unit.kind !== 'count') ||
  agrees(written.unit, unit, name);

/** A measured value as one number in a unit; undefined of what is none. */
export function numberOf(actual: Actual, unit: Unit): DecimalText | undefined {
  if (actual.kind === 'number') return actual.value;
  if (actual.kind !== 'ratio' || isZero(rational(actual.denominator))) return undefined;
  const quotient = divide(rational(actual.numerator), rational(actual.denominator));
  return decimalText(unit.kind === 'percent' ? multiply(quotient, HUNDRED) : quotient);
}

import { withUnit } from '../achievement/format.js';
import { absolute, add, compare, divide, HUNDRED, multiply, type Rational, rational } from '../rational.js';
import type { Reading } from '../targets/types.js';
import { type Measure, unitOf } from './measure.js';

type Relative = Extract<Reading, { kind: 'relative' }>;

/**
 * What is odd about the value of a measure that is to change: it is far from where it starts, or it is the change itself.
 * @param value in the measure's own unit
 */
export function offBaseline(value: Rational, measure: Measure): string | undefined {
  const { reading } = measure;
  if (reading?.kind !== 'relative') return undefined;
  const shown = (one: Rational): string => withUnit(one, unitOf(measure));
  const change = rational(reading.change);
  if (measure.baseline === undefined) {
    return mayBeChange(value, change, reading)
      ? `${shown(value)} sembra la variazione: serve il valore misurato`
      : undefined;
  }
  const start = rational(measure.baseline);
  const goal = goalFrom(start, change, reading);
  const [low, high] = compare(goal, start) < 0 ? [goal, start] : [start, goal];
  if (low.n > 0n && compare(multiply(value, TEN), low) <= 0) {
    return `${shown(value)} è al massimo un decimo del valore di partenza (${shown(start)}): serve il valore misurato, non la variazione`;
  }
  if (high.n > 0n && compare(value, multiply(high, TEN)) >= 0) {
    return `${shown(value)} è almeno dieci volte il valore di partenza (${shown(start)})`;
  }
  const twice = { n: 2n, d: 1n };
  const near = compare(multiply(value, twice), start) >= 0 && compare(value, multiply(start, twice)) <= 0;
  return change.n !== 0n && !near && compare(absolute(value), absolute(change)) === 0
    ? `${shown(value)} sembra la variazione: il valore di partenza è ${shown(start)}`
    : undefined;
}

const TEN: Rational = { n: 10n, d: 1n };

/** Without a value to start from: up to twice the change in percent of what is no percentage, or the change as promised. */
function mayBeChange(value: Rational, change: Rational, { changeUnit, unit }: Relative): boolean {
  if (change.n === 0n || value.n === 0n) return false;
  const most = changeUnit === 'percent' && unit.kind !== 'percent' ? multiply(change, { n: 2n, d: 1n }) : change;
  const side = compare(absolute(value), absolute(most));
  return most === change ? side === 0 : side <= 0;
}

function goalFrom(start: Rational, change: Rational, { changeUnit }: Relative): Rational {
  return add(start, changeUnit === 'percent' ? divide(multiply(start, change), HUNDRED) : change);
}

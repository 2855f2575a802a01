import { compare, isZero, ONE, type Rational, rational, subtract } from '../rational.js';
import { compareDecimals } from './numbers.js';
import type { Band, Unit } from './types.js';

/** What printed percentages and amounts are told apart by. */
const HUNDREDTH: Rational = { n: 1n, d: 100n };

/** Some value between two bands has no score: `>= 90: 100; 80-89: 70` leaves out 89,5 unless only whole numbers exist. */
export function hasHole(bands: readonly Band[], unit: Unit): boolean {
  const rising = [...bands].sort((a, b) =>
    a.from === undefined ? -1 : b.from === undefined ? 1 : compareDecimals(a.from, b.from),
  );
  return rising.slice(1).some((band, i) => {
    const below = rising[i];
    if (below?.to === undefined || band.from === undefined) return false;
    const gap = subtract(rational(band.from), rational(below.to));
    if (isZero(gap)) return !below.toInclusive && !band.fromInclusive;
    const whole = unit.kind !== 'percent' && unit.kind !== 'euro' && unit.kind !== 'score';
    return compare(gap, whole ? ONE : HUNDREDTH) > 0;
  });
}

export function overlap(a: Band, b: Band): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** `a` begins before `b` ends, or exactly where `b` still holds. */
function startsBeforeEnd(a: Band, b: Band): boolean {
  if (a.from === undefined || b.to === undefined) return true;
  const order = compareDecimals(a.from, b.to);
  return order < 0 || (order === 0 && a.fromInclusive && b.toInclusive);
}

import {
  absolute,
  add,
  compare,
  divide,
  HUNDRED,
  isZero,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from '../../rational.js';

/** A band with exact ends; an absent end is open. */
export interface ExactBand {
  readonly from?: Rational;
  readonly fromInclusive: boolean;
  readonly to?: Rational;
  readonly toInclusive: boolean;
  readonly score: Rational;
}

export function inBand(value: Rational, band: Omit<ExactBand, 'score'>): boolean {
  if (band.from !== undefined) {
    const side = compare(value, band.from);
    if (side < 0 || (side === 0 && !band.fromInclusive)) return false;
  }
  if (band.to !== undefined) {
    const side = compare(value, band.to);
    if (side > 0 || (side === 0 && !band.toInclusive)) return false;
  }
  return true;
}

/**
 * Bands: the value scores what its band says. Exactly one score must claim it: none is a hole in the plan, two are a
 * contradiction, and neither is a figure.
 */
export function bandScore(value: Rational, bands: readonly ExactBand[]): Rational | 'in-no-band' | 'in-several-bands' {
  const [first, ...others] = bands.filter((band) => inBand(value, band));
  if (first === undefined) return 'in-no-band';
  return others.every((band) => compare(band.score, first.score) === 0) ? first.score : 'in-several-bands';
}

/**
 * Range, proportional: 100 inside; outside, 100 less the distance from the nearer end as percent of that end, the
 * symmetric form of both sides. An end at zero has no proportion: outside it counts nothing.
 * Source: Infor CPM, absolute value types (1 − |actual − target| ÷ target), applied to the end that was missed.
 */
export function rangeProportional(value: Rational, from: Rational, to: Rational): Rational {
  const missed = compare(value, from) < 0 ? from : compare(value, to) > 0 ? to : undefined;
  if (missed === undefined) return HUNDRED;
  if (isZero(missed)) return ZERO;
  const distance = divide(absolute(subtract(value, missed)), absolute(missed));
  return subtract(HUNDRED, multiply(HUNDRED, distance));
}

/**
 * The threshold a relative target comes to: `+5%` of 200 is 210, `−10%` of 200 is 180, `+3` of 200 is 203.
 * A percent is taken on the size of the baseline, so that `+5%` of −100 is −95: plus is always upwards.
 */
export function relativeThreshold(baseline: Rational, change: Rational, asPercent: boolean): Rational {
  if (!asPercent) return add(baseline, change);
  return add(baseline, divide(multiply(absolute(baseline), change), HUNDRED));
}

/**
 * Relative to a baseline, progress: (actual − baseline) ÷ (threshold − baseline), the share made of the promised change.
 * Source: the usual progress measure of programme monitoring; it does not exist when no change was promised.
 */
export function shareOfChange(actual: Rational, baseline: Rational, threshold: Rational): Rational | 'no-change' {
  const promised = subtract(threshold, baseline);
  return isZero(promised) ? 'no-change' : multiply(HUNDRED, divide(subtract(actual, baseline), promised));
}

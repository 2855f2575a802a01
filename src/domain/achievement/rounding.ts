import type { Rounding } from '../policy.js';
import type { DecimalText } from '../target/types.js';
import { compare, HUNDRED, type Rational, rounded, subtract, unitsText } from './rational.js';

/** 99.99 with two decimals: the highest figure that does not say the target was reached. */
export const justBelowHundred = (decimals: number): Rational =>
  subtract(HUNDRED, { n: 1n, d: 10n ** BigInt(decimals) });

/**
 * A percentage rounded as the policy says, with one guard: what is under 100 is never printed as 100, because on that
 * figure people read "reached". 99.998 with two decimals is 99.99.
 */
export function roundedPercent(value: Rational, rounding: Rounding): Rational {
  const near = rounded(value, rounding);
  return compare(value, HUNDRED) < 0 && compare(near, HUNDRED) >= 0 ? justBelowHundred(rounding.decimals) : near;
}

/** `roundedPercent` as decimal text with all its decimals: `66.67`. */
export function percentText(value: Rational, rounding: Rounding): DecimalText {
  const { n, d } = roundedPercent(value, rounding);
  // The rounded value stands on 10^decimals, or on 1 when it came out of a whole subtraction.
  return unitsText((n * 10n ** BigInt(rounding.decimals)) / d, rounding.decimals);
}

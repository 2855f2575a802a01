import type { Rounding } from '../rational.js';
import { powerOfTen, type Rational, roundedUnits, unitsText } from '../rational.js';
import type { DecimalText } from '../targets/types.js';

/** 99.99 with two decimals: the highest figure that does not say the target was reached. */
export const justBelowHundred = (decimals: number): Rational => ({
  n: 100n * powerOfTen(decimals) - 1n,
  d: powerOfTen(decimals),
});

/**
 * A percentage rounded as the policy says, with one guard: what is under 100 is never printed as 100, because on that
 * figure people read "reached". 99.998 with two decimals is 99.99.
 */
export const roundedPercent = (value: Rational, rounding: Rounding): Rational => ({
  n: percentUnits(value, rounding),
  d: powerOfTen(rounding.decimals),
});

/** `roundedPercent` as decimal text with all its decimals: `66.67`. */
export const percentText = (value: Rational, rounding: Rounding): DecimalText =>
  unitsText(percentUnits(value, rounding), rounding.decimals);

/** `roundedPercent` as a whole number of units of the last decimal. */
export function percentUnits(value: Rational, { decimals, mode }: Rounding): bigint {
  const units = roundedUnits(value, decimals, mode);
  const hundred = 100n * powerOfTen(decimals);
  return units >= hundred && value.n < 100n * value.d ? hundred - 1n : units;
}

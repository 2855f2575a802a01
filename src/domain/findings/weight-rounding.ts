import {
  absolute,
  add,
  compare,
  decimalPlaces,
  divide,
  fromInteger,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  rounded,
  subtract,
  ZERO,
} from '../rational.js';
import type { DecimalText } from '../targets/types.js';

/**
 * Whether the parts miss the whole only because shares of it have no end: three of 33,33% in 100%, 66,66% and 33,33%, or
 * 12,5% and three of 29,17%. Whoever wrote them made no error, and the sum of what they meant is exact.
 */
export function isRounding(parts: readonly DecimalText[], whole: DecimalText): boolean {
  const values = parts.map((text) => ({ value: rational(text), places: decimalPlaces(rational(text)) ?? 0 }));
  const decimals = Math.max(0, ...values.map((v) => v.places));
  if (decimals === 0) return false;
  // What is written with fewer decimals was not rounded; the others share the rest.
  const exact = values.filter((v) => v.places < decimals).map((v) => v.value);
  const shares = values.filter((v) => v.places === decimals).map((v) => v.value);
  const rest = subtract(rational(whole), exact.reduce(add, ZERO));
  return shares.length > 1 && [shares.length, ...THIRDS].some((count) => areOf(shares, rest, count, decimals));
}

/** Shares that differ among them are told from an error only where they are thirds or sixths. */
const THIRDS = [3, 6] as const;

/** Whether each share is one or several of so many equal parts of the rest, cut or rounded to its decimals, and together they are all of them. */
function areOf(shares: readonly Rational[], rest: Rational, count: number, decimals: number): boolean {
  const part = divide(rest, fromInteger(count));
  const places = decimalPlaces(part);
  if (places !== undefined && places <= decimals) return false;
  const taken = shares.map((share) => rounded(divide(share, part), { decimals: 0, mode: 'half-up' }));
  const near = shares.every((share, i) => {
    const off = subtract(multiply(part, taken[i] ?? ZERO), share);
    return compare(absolute(off), { n: 1n, d: powerOfTen(decimals) }) < 0;
  });
  return near && compare(taken.reduce(add, ZERO), fromInteger(count)) === 0;
}

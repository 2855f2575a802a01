import { err, ok, type Result } from './result.js';
import type { DecimalText } from './targets/types.js';

/** An exact number: `n/d` with `d` above zero. Not always in lowest terms; compare with `compare`, never field by field. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
const TEN: Rational = { n: 10n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

const POWERS: readonly bigint[] = Array.from({ length: 19 }, (_, i) => 10n ** BigInt(i));

/** Ten to a small whole power. */
export const powerOfTen = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent);

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const FRACTION = /^([+-]?\d+)\/(\d+)$/;
/** Longer digits in what comes from outside mean a corrupt file, and exact arithmetic on them would take visible time. */
const MAX_LENGTH = 60;

/** Reads `12`, `-0.825` or `200/3` as it comes from outside; the error is an Italian sentence. */
export function parseRational(text: string): Result<Rational, string> {
  return text.length > MAX_LENGTH ? err(`il numero ha più di ${MAX_LENGTH} caratteri`) : readDigits(text);
}

/**
 * Reads a number that `fractionText` or `roundedText` once put on record, as long as it may be: for results that come back
 * from the register. Inside a computation numbers are carried, not read.
 * @throws RangeError on anything else
 */
export function recordedRational(text: string): Rational {
  const read = readDigits(text);
  if (!read.ok) throw new RangeError(read.error);
  return read.value;
}

function readDigits(text: string): Result<Rational, string> {
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) {
    const [, sign, whole = '', fraction = ''] = decimal;
    const digits = whole + fraction;
    // Up to fifteen digits a number is exact, and far quicker to convert than text.
    const n = BigInt(digits.length <= 15 ? Number(digits) : digits);
    return ok({ n: sign === '-' ? -n : n, d: powerOfTen(fraction.length) });
  }
  const [, numerator, denominator] = FRACTION.exec(text) ?? [];
  if (numerator === undefined || denominator === undefined) {
    return err(`«${text}» non è un numero decimale scritto con il punto`);
  }
  const d = BigInt(denominator);
  return d === 0n ? err(`«${text}» ha denominatore zero`) : ok({ n: BigInt(numerator), d });
}

/** As `parseRational`, for text already validated at the edge. @throws RangeError on anything else */
export function rational(text: DecimalText): Rational {
  const parsed = parseRational(text);
  if (!parsed.ok) throw new RangeError(parsed.error);
  return parsed.value;
}

export const fromInteger = (value: number): Rational => ({ n: BigInt(value), d: 1n });
export const isZero = (a: Rational): boolean => a.n === 0n;
export const isNegative = (a: Rational): boolean => a.n < 0n;
export const isWhole = (a: Rational): boolean => a.n % a.d === 0n;

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n - b.n, d: a.d } : { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });

/** @throws RangeError when `b` is zero: the caller has a rule for that case */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new RangeError('division by zero');
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: -a.d * b.n };
}

export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const absolute = (a: Rational): Rational => (a.n < 0n ? { n: -a.n, d: a.d } : a);

/** Negative, zero or positive as `a` is under, equal to or over `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equal = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
export const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const larger = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** In lowest terms. */
export function reduce(a: Rational): Rational {
  const divisor = greatestCommonDivisor(a.n, a.d);
  return divisor === 1n ? a : { n: a.n / divisor, d: a.d / divisor };
}

/** `200/3`, or `25` when whole: what `parseRational` reads back. */
export function fractionText(a: Rational): string {
  const { n, d } = reduce(a);
  return d === 1n ? String(n) : `${n}/${d}`;
}

/** The greatest whole number that is not above. */
export const floor = (a: Rational): bigint => a.n / a.d - (a.n < 0n && a.n % a.d !== 0n ? 1n : 0n);
/** The least whole number that is not below. */
export const ceiling = (a: Rational): bigint => -floor(negate(a));

/** How many decimals it takes to write it; undefined when there is no end to them. */
export function decimalPlaces(a: Rational): number | undefined {
  let { d } = reduce(a);
  let [twos, fives] = [0, 0];
  for (; d % 2n === 0n; twos += 1) d /= 2n;
  for (; d % 5n === 0n; fives += 1) d /= 5n;
  return d === 1n ? Math.max(twos, fives) : undefined;
}

/** Decimals kept of what has no end. */
const ENDLESS = 20;

/** In decimals, as many as it takes; twenty of what has no end. */
export function exactText(a: Rational): DecimalText {
  const decimals = decimalPlaces(a) ?? ENDLESS;
  return unitsText(roundedUnits(a, decimals, 'half-up'), decimals);
}

/** The value rounded to `decimals` as a whole number of units of the last decimal: 66.67 is 6667n. */
export function roundedUnits(a: Rational, decimals: number, mode: Rounding['mode']): bigint {
  const scaled = a.n * powerOfTen(decimals);
  const whole = scaled / a.d;
  const rest = scaled % a.d;
  if (rest === 0n || mode === 'down') return whole;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const away = scaled < 0n ? whole - 1n : whole + 1n;
  if (twice !== a.d) return twice > a.d ? away : whole;
  return mode === 'half-up' || whole % 2n !== 0n ? away : whole;
}

/** Units of the last decimal as decimal text with all its decimals: 6600n with 2 is `66.00`. */
export function unitsText(units: bigint, decimals: number): DecimalText {
  if (decimals === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export const roundedText = (a: Rational, rounding: Pick<Rounding, 'decimals' | 'mode'>): DecimalText =>
  unitsText(roundedUnits(a, rounding.decimals, rounding.mode), rounding.decimals);

export const rounded = (a: Rational, rounding: Pick<Rounding, 'decimals' | 'mode'>): Rational => ({
  n: roundedUnits(a, rounding.decimals, rounding.mode),
  d: powerOfTen(rounding.decimals),
});

/**
 * A binary number as its shortest decimal text gives it: 0.1 is a tenth.
 * @throws RangeError for one that is not finite
 */
export function ofNumber(value: number): Rational {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (whole === '') throw new RangeError(`${value} is not a finite number`);
  const digits = BigInt(whole + fraction);
  const power = Number(exponent) - fraction.length;
  const n = sign === '-' ? -digits : digits;
  return power < 0 ? { n, d: powerOfTen(-power) } : { n: n * powerOfTen(power), d: 1n };
}

/** Rounded to so many significant digits, a half away from zero. */
export function significant(a: Rational, digits: number): Rational {
  if (isZero(a)) return ZERO;
  let decimals = digits - 1;
  for (let one = absolute(a); compare(one, TEN) >= 0; one = divide(one, TEN)) decimals -= 1;
  for (let one = absolute(a); compare(one, ONE) < 0; one = multiply(one, TEN)) decimals += 1;
  if (decimals >= 0) return rounded(a, { decimals, mode: 'half-up' });
  const unit: Rational = { n: powerOfTen(-decimals), d: 1n };
  return multiply({ n: roundedUnits(divide(a, unit), 0, 'half-up'), d: 1n }, unit);
}

export interface Rounding {
  /** `half-up` moves a half away from zero, as offices do; `half-even` to the even digit; `down` cuts. */
  readonly mode: 'half-up' | 'half-even' | 'down';
  readonly decimals: number;
  /** `each-result`: an indicator's result is rounded before it counts in a total; `printed-only`: totals are exact. */
  readonly applied: 'each-result' | 'printed-only';
  /** Whether lights look at the exact value or at the rounded one. */
  readonly compare: 'exact' | 'rounded';
}

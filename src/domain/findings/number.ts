import {
  absolute,
  add,
  divide,
  exactText,
  fromInteger,
  isNegative,
  multiply,
  parseRational,
  powerOfTen,
  type Rational,
  rational,
  ZERO,
} from '../rational.js';
import type { DecimalText } from '../targets/types.js';

/** An exact sum of decimals written with a point. */
export const sum = (values: readonly DecimalText[]): Rational => values.map(rational).reduce(plus, ZERO);

/** Hundreds of amounts in cents stay in cents: a denominator grows only where it must. */
const plus = (total: Rational, { n, d }: Rational): Rational =>
  total.d % d === 0n ? { n: total.n + n * (total.d / d), d: total.d } : add(total, { n, d });

/** A number as printed in a table cell, with how finely it was written. */
export interface PrintedNumber {
  readonly value: Rational;
  /** Half of the last digit written: what rounding may hide. */
  readonly halfUnit: Rational;
}

/** Reads `17.171`, `99%`, `- 3.242,35`, `€ 182.400,00`; undefined for `nd`, `-`, words. */
export function printedNumber(cell: string): PrintedNumber | undefined {
  const match = /^(-?)\s*€?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*%?$/.exec(cell.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  const value = parseRational(`${sign}${whole.replaceAll('.', '')}${decimals === '' ? '' : `.${decimals}`}`);
  return value.ok ? { value: value.value, halfUnit: { n: 1n, d: 2n * powerOfTen(decimals.length) } } : undefined;
}

/** `12345.5` → `12.345,5`: Italian, at least `decimals` digits after the comma, none dropped. */
export function italian(value: Rational | DecimalText, decimals = 0): string {
  const exact = typeof value === 'string' ? rational(value) : value;
  const [whole = '0', fraction = ''] = exactText(absolute(exact)).split('.');
  const digits = fraction.padEnd(decimals, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${isNegative(exact) ? '-' : ''}${grouped}${digits === '' ? '' : `,${digits}`}`;
}

export const euro = (value: Rational | DecimalText): string => `${italian(value, 2)} euro`;
export const percent = (value: Rational | DecimalText): string => `${italian(value)}%`;

const DAYS: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 30 };
const HOURS = fromInteger(24);

/** A time in calendar days, months taken as thirty; undefined of what is no such time. */
export function inDays(unit: string, amount: Rational): Rational | undefined {
  const days = DAYS[unit];
  if (days !== undefined) return multiply(amount, fromInteger(days));
  return unit === 'hours' ? divide(amount, HOURS) : undefined;
}

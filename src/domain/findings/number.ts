import { Decimal } from 'decimal.js';
import type { DecimalText } from '../targets/types.js';

/** An exact sum of decimals written with a point. */
export function sum(values: readonly DecimalText[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0));
}

export function same(a: Decimal | DecimalText, b: Decimal | DecimalText): boolean {
  return new Decimal(a).equals(b);
}

/** A number as printed in a table cell, with how finely it was written. */
export interface PrintedNumber {
  readonly value: Decimal;
  /** Half of the last digit written: what rounding may hide. */
  readonly halfUnit: Decimal;
}

/** Reads `17.171`, `99%`, `- 3.242,35`, `€ 182.400,00`; undefined for `nd`, `-`, words. */
export function printedNumber(cell: string): PrintedNumber | undefined {
  const match = /^(-?)\s*€?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*%?$/.exec(cell.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  const digits = whole.replaceAll('.', '');
  return {
    value: new Decimal(`${sign}${digits}${decimals === '' ? '' : `.${decimals}`}`),
    halfUnit: new Decimal(10).pow(-decimals.length).div(2),
  };
}

/** `12345.5` → `12.345,5`: Italian, at least `decimals` digits after the comma, none dropped. */
export function italian(value: Decimal | DecimalText, decimals = 0): string {
  const exact = new Decimal(value);
  const [whole = '0', fraction = ''] = exact.abs().toFixed(Math.max(decimals, exact.decimalPlaces())).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${exact.isNegative() && !exact.isZero() ? '-' : ''}${grouped}${fraction === '' ? '' : `,${fraction}`}`;
}

export const euro = (value: Decimal | DecimalText): string => `${italian(value, 2)} euro`;
export const percent = (value: Decimal | DecimalText): string => `${italian(value)}%`;

const DAYS: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 30 };

/** A time in calendar days, months taken as thirty; undefined of what is no such time. */
export function inDays(unit: string, amount: DecimalText | number): Decimal | undefined {
  const days = DAYS[unit];
  if (days !== undefined) return new Decimal(amount).times(days);
  return unit === 'hours' ? new Decimal(amount).div(24) : undefined;
}

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

/** A limit that a name states in words: `entro 30 giorni`, `almeno l’80%`. */
export interface NamedLimit {
  readonly text: string;
  readonly value: DecimalText;
  readonly unit: 'days' | 'hours' | 'months' | 'percent';
  /** True of a limit not to be exceeded. */
  readonly most: boolean;
}

const LIMIT =
  /\b(entro|massimo|non (?:oltre|pi[uù] di|superiore a)|almeno|minimo|non inferiore a(?:l|ll['’])?)\s*(?:l['’]|il\s|i\s)?\s*(\d+)\s*(%|giorni|gg\.?|ore|mesi)(?![\p{L}\d])/iu;

const LIMIT_UNITS = { '%': 'percent', g: 'days', o: 'hours', m: 'months' } as const;

/** The limit a name states; undefined when it states none, or more than one. */
export function numberBeside(name: string): NamedLimit | undefined {
  const match = LIMIT.exec(name);
  if (match === null || LIMIT.test(name.slice(match.index + match[0].length))) return undefined;
  const [text, word = '', value = '', unit = ''] = match;
  const key = unit.charAt(0).toLowerCase();
  const kind = key === '%' || key === 'g' || key === 'o' || key === 'm' ? LIMIT_UNITS[key] : undefined;
  if (kind === undefined) return undefined;
  return { text, value, unit: kind, most: /^(entro|massimo|non (oltre|pi|superiore))/i.test(word) };
}

import type { DecimalText } from './types.js';

/** What a number's spelling may mean. More than one value, or a doubt, means a person must be asked. */
export interface NumberReading {
  /** Most plausible first; empty when the spelling is no number at all. */
  readonly values: readonly DecimalText[];
  readonly doubt?: 'decimal-point' | 'three-decimals' | 'foreign-grouping' | 'malformed';
  /** Digits were grouped by points or spaces: `2.355`. */
  readonly grouped: boolean;
  /** The groups stand apart, as two numbers would: `1 500`. */
  readonly spaced?: true;
}

const GROUPED = /^[1-9][0-9]{0,2}(\.[0-9]{3})+$/;
const PLAIN = /^[1-9][0-9]*$/;
const MAX_DIGITS = 15;

/**
 * Reads a number as Italian offices write it: `,` before decimals, `.` between thousands (`1.234,5`, `2.355`).
 * `1.5` and `1,234` could be foreign spelling: they come with a doubt and the values to propose.
 */
export function readNumber(raw: string): NumberReading {
  if (raw.length > MAX_DIGITS + 6) return malformed;
  // Most numbers are plain digits, and every rule that looks at a number reads it.
  if (PLAIN.test(raw)) return { values: [raw], grouped: false };
  if (raw.includes(' '))
    return { values: [canonical(raw.replaceAll(' ', '').replace(',', '.'))], grouped: true, spaced: true };
  const commas = raw.split(',').length - 1;
  const points = raw.split('.').length - 1;
  if (raw.includes("'"))
    return { values: [canonical(raw.replaceAll("'", '').replace(',', '.'))], doubt: 'foreign-grouping', grouped: true };
  if (commas === 0 && points === 0) return { values: [canonical(raw)], grouped: false };
  if (commas === 1 && points === 0) return withComma(raw);
  if (commas === 0) return withPoints(raw, points);
  const [whole = '', decimals = ''] = raw.split(',');
  if (commas === 1 && GROUPED.test(whole) && !decimals.includes('.')) {
    return { values: [canonical(`${whole.replaceAll('.', '')}.${decimals}`)], grouped: true };
  }
  if (/^[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$/.test(raw)) {
    return { values: [canonical(raw.replaceAll(',', ''))], doubt: 'foreign-grouping', grouped: true };
  }
  return malformed;
}

const malformed: NumberReading = { values: [], doubt: 'malformed', grouped: false };

function withComma(raw: string): NumberReading {
  const [whole = '', decimals = ''] = raw.split(',');
  const value = canonical(`${whole}.${decimals}`);
  // Three digits after the comma of a small number are as likely thousands written the English way.
  if (decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0')) {
    return { values: [value, canonical(`${whole}${decimals}`)], doubt: 'three-decimals', grouped: false };
  }
  return { values: [value], grouped: false };
}

function withPoints(raw: string, points: number): NumberReading {
  if (GROUPED.test(raw)) return { values: [canonical(raw.replaceAll('.', ''))], grouped: true };
  return points === 1 ? { values: [canonical(raw)], doubt: 'decimal-point', grouped: false } : malformed;
}

/** One spelling per value: a whole part always, no leading zeros, no trailing decimals, no `-0`. */
export function canonical(decimal: string): DecimalText {
  const negative = decimal.startsWith('-');
  const [whole = '', decimals = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const integer = whole === '' ? '0' : whole.replace(/^0+(?=[0-9])/, '');
  const fraction = trimZeros(decimals);
  const value = fraction === '' ? integer : `${integer}.${fraction}`;
  return negative && value !== '0' ? `-${value}` : value;
}

function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** Multiplies by a power of ten by moving the point: `9` × 10^6 → `9000000`. */
export function shift(value: DecimalText, places: number): DecimalText {
  const negative = value.startsWith('-');
  const [whole = '', decimals = ''] = (negative ? value.slice(1) : value).split('.');
  const padded = decimals.padEnd(places, '0');
  return canonical(`${negative ? '-' : ''}${whole}${padded.slice(0, places)}.${padded.slice(places)}`);
}

/** Divides by ten by moving the point. */
export function tenth(value: DecimalText): DecimalText {
  const negative = value.startsWith('-');
  const [whole = '', decimals = ''] = (negative ? value.slice(1) : value).split('.');
  return canonical(`${negative ? '-' : ''}${whole.slice(0, -1)}.${whole.slice(-1)}${decimals}`);
}

export const negate = (value: DecimalText): DecimalText =>
  canonical(value.startsWith('-') ? value.slice(1) : `-${value}`);

/** Compares two decimals exactly: negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareDecimals(a: DecimalText, b: DecimalText): number {
  const negativeA = a.startsWith('-');
  if (negativeA !== b.startsWith('-')) return negativeA ? -1 : 1;
  const [wholeA = '', fractionA = ''] = a.replace('-', '').split('.');
  const [wholeB = '', fractionB = ''] = b.replace('-', '').split('.');
  const width = Math.max(wholeA.length, wholeB.length);
  const left = wholeA.padStart(width, '0') + fractionA.padEnd(Math.max(fractionA.length, fractionB.length), '0');
  const right = wholeB.padStart(width, '0') + fractionB.padEnd(Math.max(fractionA.length, fractionB.length), '0');
  const order = left < right ? -1 : left > right ? 1 : 0;
  return negativeA ? -order : order;
}

/** `1062450.35` → `1.062.450,35`. */
export function italianDecimal(value: DecimalText): string {
  const negative = value.startsWith('-');
  const [whole = '', decimals] = (negative ? value.slice(1) : value).split('.');
  const grouped = whole.length <= 3 ? whole : whole.replace(/\B(?=([0-9]{3})+$)/g, '.');
  return `${negative ? '-' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

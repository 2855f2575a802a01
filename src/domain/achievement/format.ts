import { italianDecimal } from '../target/numbers.js';
import { isPlainNoun } from '../target/sentence.js';
import type { DecimalText, Unit } from '../target/types.js';
import { type Rational, reduce, rounded, roundedText, unitsText } from './rational.js';

/** More decimals than this are rounded, and the figure says so with `≈`. */
const PRINTED_DECIMALS = 6;
const ROUNDED_DECIMALS = 4;

/** An exact number for a trace: all its decimals when they are few, otherwise rounded and marked: `≈ 66,6667`. */
export function italianNumber(value: Rational): string {
  const { n, d } = reduce(value);
  const decimals = terminatingDecimals(d);
  if (decimals !== undefined) return italianDecimal(unitsText((n * 10n ** BigInt(decimals)) / d, decimals));
  const near = rounded(value, { decimals: ROUNDED_DECIMALS, mode: 'half-up' });
  return `≈ ${italianDecimal(unitsText(near.n, ROUNDED_DECIMALS))}`;
}

/** Decimal text of an exact number: all its decimals when they are few, otherwise rounded to six. */
export function decimalText(value: Rational): DecimalText {
  const { n, d } = reduce(value);
  const decimals = terminatingDecimals(d);
  if (decimals !== undefined) return unitsText((n * 10n ** BigInt(decimals)) / d, decimals);
  return roundedText(value, { decimals: PRINTED_DECIMALS, mode: 'half-up' });
}

export const italianPercent = (value: Rational): string => `${italianNumber(value)}%`;

/** A value with its unit: `25`, `82,5%`, `€ 120.000`, `10 giorni`. */
export function withUnit(value: Rational, unit: Unit | undefined): string {
  const number = italianNumber(value);
  switch (unit?.kind) {
    case 'percent':
      return `${number}%`;
    case 'percentage-points':
      return `${number} punti percentuali`;
    case 'euro':
      return `€ ${number}`;
    case 'days':
      return `${number} giorni`;
    case 'hours':
      return `${number} ore`;
    case 'months':
      return `${number} mesi`;
    case 'count':
      return isPlainNoun(unit.noun) ? `${number} ${unit.noun}` : `${number} «${unit.noun}»`;
    case 'score':
      return `${number}/${italianDecimal(unit.outOf)}`;
    case 'number':
    case undefined:
      return number;
  }
}

/** How many decimals write `1/d` exactly, when few do. */
function terminatingDecimals(d: bigint): number | undefined {
  for (let decimals = 0, power = 1n; decimals <= PRINTED_DECIMALS; decimals++, power *= 10n) {
    if (power % d === 0n) return decimals;
  }
  return undefined;
}

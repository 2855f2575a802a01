import {
  absolute,
  divide,
  HUNDRED,
  isZero,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  roundedText,
  unitsText,
} from '../rational.js';
import { canonical, italianDecimal } from '../targets/numbers.js';
import { isPlainNoun } from '../targets/sentence.js';
import type { DecimalText, Unit } from '../targets/types.js';
import { agreeingSuffix, noneSuffix, singularSuffix } from '../targets/units.js';
import type { Actual } from './types.js';

/** More decimals than this are rounded, and the figure says so with `≈`. */
const PRINTED_DECIMALS = 6;
const ROUNDED_DECIMALS = 4;
/** Of what two numbers come to, beside them: who wants all of it has both. */
const QUOTIENT_DECIMALS = 2;
/** What a plural does not follow. */
const ONES: ReadonlySet<string> = new Set(['1', '-1']);

/** An exact number for a trace: all its decimals when they are few, otherwise rounded and marked: `≈ 66,6667`. */
export function italianNumber(value: Rational): string {
  const written = shortDecimal(value);
  if (written !== undefined) return italianDecimal(written);
  return `≈ ${italianDecimal(roundedText(value, { decimals: ROUNDED_DECIMALS, mode: 'half-up' }))}`;
}

/** Decimal text of an exact number: all its decimals when they are few, otherwise rounded to six. */
export const decimalText = (value: Rational): DecimalText =>
  shortDecimal(value) ?? roundedText(value, { decimals: PRINTED_DECIMALS, mode: 'half-up' });

export const italianPercent = (value: Rational): string => `${italianNumber(value)}%`;

/** A value with its unit: `25`, `82,5%`, `€ 120.000`, `10 giorni`, `1 giorno`. */
export function withUnit(value: Rational, unit: Unit | undefined): string {
  const number = italianNumber(value);
  if (unit !== undefined && ONES.has(number) && (unit.kind === 'count' || singularSuffix(unit) !== undefined))
    return `${number}${agreeingSuffix(number, unit)}`;
  switch (unit?.kind) {
    case 'percent':
      return `${number}%`;
    case 'percentage-points':
      return `${number} punti percentuali`;
    case 'euro':
      return euroText(value);
    case 'days':
      return `${number} giorni`;
    case 'hours':
      return `${number} ore`;
    case 'months':
      return `${number} mesi`;
    case 'count': {
      const none = noneSuffix(number, unit);
      if (none !== undefined) return `${number}${none}`;
      return isPlainNoun(unit.noun) ? `${number} ${unit.noun}` : `${number} «${unit.noun}»`;
    }
    case 'score':
      return `${number}/${italianDecimal(unit.outOf)}`;
    case 'number':
    case undefined:
      return number;
  }
}

/** `€ 120.000`, `€ 1.200,40`, `-€ 12`: the sign before, cents both or none. */
function euroText(value: Rational): string {
  const written = shortDecimal(absolute(value));
  const number = written === undefined ? italianNumber(absolute(value)) : italianDecimal(withCents(written));
  return `${value.n < 0n ? '-' : ''}€ ${number}`;
}

const withCents = (decimal: DecimalText): string => (/\.\d$/.test(decimal) ? `${decimal}0` : decimal);

/**
 * ` (59,3%)`: what two numbers come to, to two decimals, in the unit the target speaks of. Nothing where nobody stated the
 * unit, or where there is nothing to divide by.
 */
export function quotientText(
  { numerator, denominator }: Extract<Actual, { kind: 'ratio' }>,
  unit: Unit | undefined,
): string {
  const below = rational(denominator);
  if (unit === undefined || isZero(below)) return '';
  const percent = unit.kind === 'percent';
  const quotient = divide(percent ? multiply(rational(numerator), HUNDRED) : rational(numerator), below);
  const text = canonical(roundedText(quotient, { decimals: QUOTIENT_DECIMALS, mode: 'half-up' }));
  return ` (${italianDecimal(text)}${percent ? '%' : ''})`;
}

/** The number with only the decimals it needs, when they are few. */
function shortDecimal({ n, d }: Rational): DecimalText | undefined {
  const scaled = n * powerOfTen(PRINTED_DECIMALS);
  if (scaled % d !== 0n) return undefined;
  let units = scaled / d;
  let decimals = PRINTED_DECIMALS;
  for (; decimals > 0 && units % 10n === 0n; decimals--) units /= 10n;
  return unitsText(units, decimals);
}

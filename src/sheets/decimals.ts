import { parseItalianNumber } from '../domain/achievement/parse-actual.js';
import { ok, type Result } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';

/** The same number with at least so many decimals: `6.00`. */
export function padded(value: DecimalText, decimals = 0): DecimalText {
  const [whole = '', fraction = ''] = value.split('.');
  return decimals <= fraction.length ? value : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/** An Italian number with the decimals it was written with: `6.00` of `6,00%`. A sign of percent or euro after it is left out. */
export function decimalAsWritten(shown: string): Result<DecimalText, string> {
  const plain = shown.replace(/(?<!\s)\s*[%€]\s*$/, '').trim();
  const number = parseItalianNumber(plain);
  return number.ok ? ok(padded(number.value, plain.split(',')[1]?.length)) : number;
}

/**
 * A weight as written, in percent: `2,50`, `6,00%`; undefined when it is none. What has two meanings (`1.5`) is none, and a point
 * before three digits parts thousands (`1.500`), which are no percentage.
 */
export function readWeight(shown: string): DecimalText | undefined {
  const weight = decimalAsWritten(shown.trim());
  return weight.ok && Number(weight.value) >= 0 && Number(weight.value) <= 100 ? weight.value : undefined;
}

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
  const plain = shown.replace(/\s*[%€]\s*$/, '').trim();
  const number = parseItalianNumber(plain);
  return number.ok ? ok(padded(number.value, plain.split(',')[1]?.length)) : number;
}

import { err, ok, type Result } from '../result.js';
import { negate, readNumber } from '../targets/numbers.js';
import type { DecimalText } from '../targets/types.js';
import { plainText } from './plain-text.js';

/** A number as it may begin a value: a sign, thousands parted by points or spaces, decimals after a comma. */
export const NUMBER = "[+-]? ?(?:\\d{1,3}(?: \\d{3})+(?:,\\d+)?|[\\d.,']*\\d)";

const WHOLE_TEXT = new RegExp(`^${NUMBER}$`);
/** More digits than any measure has, and than the register keeps. */
const MOST_DIGITS = 18;

/**
 * Reads one number the Italian way: of a measured value the comma is always the decimal sign (`89,996`), three digits
 * after a point are always thousands (`1.234`). A spelling with two meanings (`1.5`, `1,234.5`) is refused, never chosen.
 * @returns the number, or an Italian sentence that names what can not be read
 */
export function parseItalianNumber(text: string): Result<DecimalText, string> {
  const plain = plainText(text);
  if (!plain.ok) return plain;
  if (!WHOLE_TEXT.test(plain.value)) return err(`«${plain.value}» non è un numero${strayText(plain.value)}`);
  const [sign, digits] = /^[+-]/.test(plain.value)
    ? [plain.value[0], plain.value.slice(1).trimStart()]
    : ['', plain.value];
  // Where thousands are parted properly the points say nothing: only the rest can have two meanings.
  const written = digits.replace(
    /^([1-9]\d{0,2})((?:[. ]\d{3})+)(?=,\d+$|$)/,
    (_, first: string, rest: string) => first + rest.replace(/\D/g, ''),
  );
  if (written.replace(/\D/g, '').length > MOST_DIGITS) {
    return err(`«${plain.value}» ha più di ${MOST_DIGITS} cifre: controllare il numero`);
  }
  const { values, doubt } = readNumber(written);
  const [value] = values;
  if (value === undefined) return err(`«${plain.value}» non è un numero: le migliaia hanno tre cifre dopo ogni punto`);
  if (doubt !== undefined && doubt !== 'three-decimals') {
    return err(
      `«${plain.value}» si può leggere in due modi: scrivere i decimali con la virgola e le migliaia con il punto (1.234,5)`,
    );
  }
  return ok(sign === '-' ? negate(value) : value);
}

/** `: «½» non si può leggere`, of the first word or character that is of no number. */
export function strayText(plain: string): string {
  const stray = /\p{L}[\p{L}\p{M}.'-]*|[^\d\s.,'+-]/u.exec(plain)?.[0];
  return stray === undefined || stray === plain ? '' : `: «${stray}» non si può leggere`;
}

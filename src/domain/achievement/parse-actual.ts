import type { CivilDate } from '../calendar/types.js';
import { plainText } from '../measured/plain-text.js';
import { parseWrittenDate } from '../measured/written-date.js';
import { NUMBER, parseItalianNumber, strayText } from '../measured/written-number.js';
import { readWrittenUnit } from '../measured/written-unit.js';
import { err, ok, type Result } from '../result.js';
import type { Unit } from '../targets/types.js';
import type { Actual } from './types.js';

export { parseItalianNumber } from '../measured/written-number.js';

/** A measured value read from text, with what its writer put beside it. */
export interface WrittenActual {
  readonly actual: Actual;
  readonly unit?: Unit;
}

const YES = new Set(['sì', 'si', "si'", 'fatto', 'realizzato', 'vero']);
const NO = new Set(['no', 'falso', 'non fatto', 'non realizzato']);
const NOT_YET = new Set(['non ancora', 'non ancora realizzato', 'in corso']);
const MISSING = new Set(['mancante', 'non comunicato', 'n.d.', 'nd']);
const NOT_ASSESSABLE = /^non (?:rilevabile|valutabile)(?:\s*[:,-]\s*(.+))?$/i;
const REACHED = /^(.*\d.*?),? ?(?:\((?:il )?([^()]+)\)|(?:raggiunt[oiae] )?(?:il|al|in data) (.+))$/i;

/**
 * Reads a measured value as an officer writes it: `20`, `20 incontri`, `1.234,5`, `82,5%`, `85 per cento`, `-€ 120.000,00`,
 * `15 giorni`, `17/20`, `17 su 20`, `30/06/2016`, `30-giu-2016`, `sì`, `no`, `non ancora`, `non rilevabile: motivo`; and
 * `3 il 28/06/2016`, a number with the day on which it was reached. A full stop at the end says nothing.
 * A spelling with two meanings (`1.5`) is refused, never chosen.
 * @returns the value, or an Italian sentence that names what can not be read
 */
export function parseActual(text: string): Result<WrittenActual, string> {
  if (text.length > 400) return err('il valore è troppo lungo');
  const plainly = plainText(text);
  if (!plainly.ok) return plainly;
  const plain = plainly.value;
  const lower = plain.toLowerCase().replace(/(?<=\p{L}{2})\.$/u, '');
  if (plain === '') return err('il valore è vuoto: se manca, scrivere «mancante»');
  if (plain.length > 200) return err('il valore è troppo lungo');
  if (YES.has(lower)) return ok({ actual: { kind: 'yes-no', value: true } });
  if (NO.has(lower)) return ok({ actual: { kind: 'yes-no', value: false } });
  if (NOT_YET.has(lower)) return ok({ actual: { kind: 'not-yet' } });
  if (MISSING.has(lower)) return ok({ actual: { kind: 'missing' } });
  const notAssessable = NOT_ASSESSABLE.exec(plain);
  if (notAssessable !== null) {
    const reason = notAssessable[1];
    return reason === undefined
      ? err('per un valore non rilevabile serve il motivo: «non rilevabile: …»')
      : ok({ actual: { kind: 'not-assessable', reason } });
  }
  // `85%.` ends a sentence; the stop of `gg.` is part of it.
  const value = plain.replace(/(?<=[\d%€)]|\p{L}{4}) ?\.$/u, '');
  const day = parseWrittenDate(value);
  if (day !== undefined) return day.ok ? ok({ actual: { kind: 'date', on: day.value } }) : day;
  return parseReached(value) ?? parseAmount(value);
}

/** A value and the day on which it was reached; undefined where no day follows the value. */
function parseReached(plain: string): Result<WrittenActual, string> | undefined {
  const [, amount = '', inBrackets, spoken] = REACHED.exec(plain) ?? [];
  const day = parseWrittenDate(inBrackets ?? spoken ?? '');
  if (day === undefined) return undefined;
  if (!day.ok) return day;
  const read = parseAmount(amount);
  return read.ok ? ok({ ...read.value, actual: withReached(read.value.actual, day.value) }) : read;
}

/** The value with the day on which it was reached, where it is one that is reached. */
export function withReached(actual: Actual, reachedOn: CivilDate): Actual {
  return actual.kind === 'number' || actual.kind === 'ratio' ? { ...actual, reachedOn } : actual;
}

const parseAmount = (plain: string): Result<WrittenActual, string> => parseRatio(plain) ?? parseQuantity(plain);

function parseRatio(plain: string): Result<WrittenActual, string> | undefined {
  const [, above, below] = /^([\d., +-]*\d) ?(?:\/|su\b) ?([\d., ]*\d)$/i.exec(plain) ?? [];
  if (above === undefined || below === undefined) return undefined;
  const numerator = parseItalianNumber(above);
  if (!numerator.ok) return numerator;
  const denominator = parseItalianNumber(below);
  if (!denominator.ok) return denominator;
  return ok({ actual: { kind: 'ratio', numerator: numerator.value, denominator: denominator.value } });
}

/** A sign, a unit or `n.` before the number; after it, its unit or what is counted. */
const QUANTITY = new RegExp(
  `^([+-]?) ?(€|euro|eur|gg\\.?|mq|%|n\\.?|n[°º]|nr\\.?|num\\.?|numero)? ?(${NUMBER}) ?(\\D.*)?$`,
  'i',
);
const IS_COUNT_MARK = /^(?:n\.?|n[°º]|nr\.?|num\.?|numero)$/i;

function parseQuantity(plain: string): Result<WrittenActual, string> {
  const [, sign = '', mark = '', number = '', after = ''] = QUANTITY.exec(plain) ?? [];
  if (number === '') return err(`«${plain}» non è un valore${strayText(plain)}`);
  if (sign !== '' && /^[+-]/.test(number)) return err(`«${plain}» non è un valore: ha due segni`);
  const value = parseItalianNumber(`${sign}${number}`);
  if (!value.ok) return value;
  const actual: Actual = { kind: 'number', value: value.value };
  const before = IS_COUNT_MARK.test(mark) ? '' : mark;
  if (before !== '' && after !== '') return err(`«${plain}» non è un valore: oltre a «${before}» c’è «${after}»`);
  if (before === '' && after === '') return ok({ actual });
  const unit = readWrittenUnit(before === '' ? after : before);
  return unit.ok ? ok({ actual, unit: unit.value }) : err(`«${plain}» non è un valore: ${unit.error}`);
}

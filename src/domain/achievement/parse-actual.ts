import { civilDate, isValidDate } from '../calendar/civil-date.js';
import { parseMonth } from '../calendar/months.js';
import type { CivilDate } from '../calendar/types.js';
import { err, ok, type Result } from '../result.js';
import { negate, readNumber } from '../targets/numbers.js';
import type { DecimalText, Unit } from '../targets/types.js';
import type { Actual } from './types.js';

/** A measured value read from text, with the unit its writer put beside it. */
export interface WrittenActual {
  readonly actual: Actual;
  readonly unit?: Unit['kind'];
}

const YES = new Set(['sì', 'si', "si'", 'fatto', 'realizzato', 'vero']);
const NO = new Set(['no', 'falso', 'non fatto', 'non realizzato']);
const NOT_YET = new Set(['non ancora', 'non ancora realizzato', 'in corso']);
const MISSING = new Set(['mancante', 'non comunicato', 'n.d.', 'nd']);
const NOT_ASSESSABLE = /^non valutabile(?:\s*[:,-]\s*(.+))?$/i;

/**
 * Reads a measured value as an officer writes it: `20`, `1.234,5`, `82,5%`, `€ 120.000,00`, `15 giorni`, `17/20`,
 * `17 su 20`, `30/06/2016`, `30 giugno 2016`, `2016-06-30`, `sì`, `no`, `non ancora`, `non valutabile: motivo`.
 * A spelling with two meanings (`1.5`, `1,234`) is refused, never chosen.
 * @returns the value, or an Italian sentence that says what was expected
 */
export function parseActual(text: string): Result<WrittenActual, string> {
  const plain = text.normalize('NFC').replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim();
  const lower = plain.toLowerCase();
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
      ? err('per un valore non valutabile serve il motivo: «non valutabile: …»')
      : ok({ actual: { kind: 'not-assessable', reason } });
  }
  return parseDate(lower) ?? parseRatio(plain) ?? parseQuantity(plain);
}

/** Reads one number the Italian way; a spelling with two meanings is refused. */
export function parseItalianNumber(text: string): Result<DecimalText, string> {
  const [, sign = '', digits = ''] = /^([+−–-]?)\s?([\d.,']*\d)$/.exec(text.trim()) ?? [];
  if (digits === '') return err(`«${text}» non è un numero`);
  const { values, doubt } = readNumber(digits);
  const [value] = values;
  if (value === undefined) return err(`«${text}» non è un numero`);
  if (doubt !== undefined) {
    return err(
      `«${text}» si può leggere in due modi: scrivere i decimali con la virgola e le migliaia con il punto (1.234,5)`,
    );
  }
  return ok(sign === '' || sign === '+' ? value : negate(value));
}

function parseDate(lower: string): Result<WrittenActual, string> | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(lower);
  if (iso !== null) return dated(iso[1], iso[2], iso[3]);
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(lower);
  if (numeric !== null) return dated(numeric[3], numeric[2], numeric[1]);
  const spoken = /^(?:il )?(\d{1,2})[°º]? ([a-z]+) (\d{4})$/.exec(lower);
  if (spoken === null) return undefined;
  const month = parseMonth(spoken[2] ?? '');
  return month.ok ? dated(spoken[3], String(month.value), spoken[1]) : undefined;
}

function dated(year = '', month = '', day = ''): Result<WrittenActual, string> {
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  if (year.length !== 4) return err(`nella data l’anno va scritto con quattro cifre (${day}/${month}/${year})`);
  if (!isValidDate(parts)) return err(`il giorno ${day}/${month}/${year} non esiste`);
  const on: CivilDate = civilDate(parts.year, parts.month, parts.day);
  return ok({ actual: { kind: 'date', on } });
}

function parseRatio(plain: string): Result<WrittenActual, string> | undefined {
  const [, above, below] = /^([\d.,+−–-]+) ?(?:\/|su) ?([\d.,]+)$/.exec(plain) ?? [];
  if (above === undefined || below === undefined) return undefined;
  const numerator = parseItalianNumber(above);
  if (!numerator.ok) return numerator;
  const denominator = parseItalianNumber(below);
  if (!denominator.ok) return denominator;
  return ok({ actual: { kind: 'ratio', numerator: numerator.value, denominator: denominator.value } });
}

const UNITS: readonly { readonly pattern: RegExp; readonly unit: Unit['kind'] }[] = [
  { pattern: /^%$/, unit: 'percent' },
  { pattern: /^(?:punti percentuali|p\.p\.)$/i, unit: 'percentage-points' },
  { pattern: /^(?:€|euro)$/i, unit: 'euro' },
  { pattern: /^(?:giorni|giorno|gg\.?)$/i, unit: 'days' },
  { pattern: /^(?:ore|ora|h)$/i, unit: 'hours' },
  { pattern: /^(?:mesi|mese)$/i, unit: 'months' },
];

function parseQuantity(plain: string): Result<WrittenActual, string> {
  const [, before = '', number = '', after = ''] = /^(€|euro)? ?([+−–-]? ?[\d.,']+) ?(.*)$/i.exec(plain) ?? [];
  const expected = `«${plain}» non è un valore: attesi un numero (82,5), una frazione (17/20), una data (30/06/2016), sì, no o «non ancora»`;
  if (number === '') return err(expected);
  const value = parseItalianNumber(number);
  if (!value.ok) return value;
  const actual: Actual = { kind: 'number', value: value.value };
  const written = before === '' ? after : before;
  if (written === '') return ok({ actual });
  const known = UNITS.find(({ pattern }) => pattern.test(written));
  if (known === undefined || (before !== '' && after !== '')) return err(expected);
  return ok({ actual, unit: known.unit });
}

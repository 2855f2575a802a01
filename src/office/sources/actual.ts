import { parseActual, type WrittenActual } from '../../domain/achievement/parse-actual.js';
import type { Actual } from '../../domain/achievement/types.js';
import { parseCivilDate } from '../../domain/calendar/civil-date.js';
import { plainText } from '../../domain/measured/plain-text.js';
import { readDay } from '../../domain/measured/written-date.js';
import { never, ok, type Result } from '../../domain/result.js';
import { canonical, negate, shift } from '../../domain/targets/numbers.js';
import type { DecimalText, Unit } from '../../domain/targets/types.js';
import type { Source, SourceUnit } from '../../seeds/sources.js';
import { sourceWords } from '../../words/sources.js';
import { type Failure, failed } from './failure.js';
import type { FoundValue, RawValue } from './table.js';

const say = sourceWords.failed;

type Format = Pick<Source, 'unit' | 'decimals' | 'dates'>;

/**
 * The measured value that what was found stands for: one value, in the unit its source declares or with what it counts
 * written beside it, or a numerator and a denominator.
 */
export function toActual(found: readonly FoundValue[], format: Format): Result<WrittenActual, Failure> {
  const [first, second] = found;
  if (first === undefined) throw new Error('a source without a place for its value');
  if (second === undefined) return oneValue(first, format);
  const parts: DecimalText[] = [];
  for (const part of [first, second]) {
    const read = oneValue(part, { ...format, unit: 'number' });
    if (!read.ok) return read;
    const { actual } = read.value;
    if (actual.kind !== 'number') return unreadable(part, say.notNumeric);
    parts.push(actual.value);
  }
  const [numerator = '', denominator = ''] = parts;
  return ok({ actual: { kind: 'ratio', numerator, denominator } });
}

/**
 * Why a source's unit is not the indicator's, or undefined when it is, or when the indicator's is not known.
 */
export function refuseUnit(given: SourceUnit, wanted: Unit | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const same = given === 'fraction' ? 'percent' : given;
  const counts = (kind: string): boolean => kind === 'count' || kind === 'number';
  if (same === wanted.kind || (counts(same) && counts(wanted.kind))) return undefined;
  return say.unitWanted(
    sourceWords.units[given],
    wanted.kind === 'count' ? wanted.noun : sourceWords.units[wanted.kind],
  );
}

/** The unit a value is in because its source says so; of things counted or marked it does not say which. */
function declared(unit: SourceUnit): Unit | undefined {
  switch (unit) {
    case 'fraction':
      return { kind: 'percent' };
    case 'percent':
    case 'percentage-points':
    case 'euro':
    case 'days':
    case 'hours':
    case 'months':
      return { kind: unit };
    case 'number':
    case 'count':
    case 'score':
    case 'date':
    case 'yes-no':
      return undefined;
    default:
      return never(unit);
  }
}

function oneValue(found: FoundValue, format: Format): Result<WrittenActual, Failure> {
  const { value } = found;
  switch (format.unit) {
    case 'date':
      return alone(dateOf(found, format.dates ?? 'gg/mm/aaaa'));
    case 'yes-no':
      return alone(yesNoOf(found));
    default:
      if (typeof value === 'object' && 'number' in value) return numberOf(found, value, format.unit);
      return typeof value === 'string' ? writtenNumber(found, value, format) : unreadable(found, say.notNumeric);
  }
}

const alone = (read: Result<Actual, Failure>): Result<WrittenActual, Failure> =>
  read.ok ? ok({ actual: read.value }) : read;

function numberOf(
  found: FoundValue,
  { number, percent }: Extract<RawValue, { number: string }>,
  unit: SourceUnit,
): Result<WrittenActual, Failure> {
  if (percent === true && unit !== 'percent' && unit !== 'fraction') {
    return unreadable(found, say.unitWritten(`${number}%`, sourceWords.units[unit]));
  }
  const value = unit === 'fraction' && percent === undefined ? shift(number, 2) : number;
  return ok({ actual: { kind: 'number', value }, unit: declared(unit) });
}

/** `1.234,5` or `1,234.5`, by the decimals the source declares: which of the two a text is, is never guessed. */
const NUMBERS = {
  comma: { form: /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/, thousands: '.', point: ',', example: '1.234,5' },
  point: { form: /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/, thousands: ',', point: '.', example: '1234.5' },
} as const;

function writtenNumber(
  found: FoundValue,
  text: string,
  { unit, decimals = 'comma' }: Format,
): Result<WrittenActual, Failure> {
  const seen = plainText(text);
  if (!seen.ok) return unreadable(found, seen.error);
  const plain = seen.value
    .replace(/[ ']+/g, ' ')
    .replace(/(?<=[+-]) (?=\d)/, '')
    .replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/g, (thousands) => thousands.replaceAll(' ', ''))
    .trim();
  // Words, fractions and units are read as officers write them; of the number in them the source says the form.
  const [digits = ''] = /[+-]?\d[\d.,]*/.exec(plain) ?? [];
  const { form, thousands, point, example } = NUMBERS[decimals];
  const fraction = /\d ?(?:\/|su) ?\d/.test(plain);
  if (digits !== '' && !fraction && !form.test(digits))
    return unreadable(found, say.number(text.slice(0, 40), example));
  const exact = canonical(digits.replace('+', '').replaceAll(thousands, '').replace(point, '.'));
  // A whole number has one spelling: with it in the place of the written one only words and units are left to read.
  const read = parseActual(fraction || digits === '' ? plain : plain.replace(digits, '1'));
  if (!read.ok) return unreadable(found, fraction ? read.error : say.number(text.slice(0, 40), example));
  const { actual, unit: written } = read.value;
  if (actual.kind === 'date' || actual.kind === 'yes-no' || actual.kind === 'missing') {
    return unreadable(found, say.notNumeric);
  }
  if (written !== undefined && written.kind !== (unit === 'fraction' ? 'percent' : unit)) {
    return unreadable(found, say.unitWritten(text.slice(0, 40), sourceWords.units[unit]));
  }
  if (actual.kind !== 'number') return ok({ actual });
  // More figures beside the number (`5.000 100`) are part of no number the source writes.
  if (canonical(actual.value.replace('-', '')) !== '1')
    return unreadable(found, say.number(text.slice(0, 40), example));
  // `-€ 1.200`: the sign may stand before what comes first.
  const signed = actual.value.startsWith('-') && !exact.startsWith('-') ? negate(exact) : exact;
  const value = unit === 'fraction' && written === undefined ? shift(signed, 2) : signed;
  return ok({ actual: { kind: 'number', value }, unit: written ?? declared(unit) });
}

function dateOf(found: FoundValue, form: 'gg/mm/aaaa' | 'mm/gg/aaaa'): Result<Actual, Failure> {
  const { value } = found;
  if (typeof value === 'object' && 'date' in value) return ok({ kind: 'date', on: value.date });
  if (typeof value !== 'string') return unreadable(found, say.notADate);
  const text = value.trim();
  if (text.toLowerCase() === 'non ancora') return ok({ kind: 'not-yet' });
  const [, first = '', second = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const [day, month] = form === 'gg/mm/aaaa' ? [first, second] : [second, first];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // With its month in letters a day has one form; in figures the source says which.
  const date = /\p{L}{3}/u.test(text) ? (readDay(text) ?? parseCivilDate(iso)) : parseCivilDate(iso);
  return date.ok ? ok({ kind: 'date', on: date.value }) : unreadable(found, say.date(text.slice(0, 40), form));
}

function yesNoOf(found: FoundValue): Result<Actual, Failure> {
  const { value } = found;
  if (typeof value === 'boolean') return ok({ kind: 'yes-no', value });
  const text = typeof value === 'string' ? value.trim().toLowerCase() : 'number' in value ? value.number : '';
  if (text === '1' || text === 'true') return ok({ kind: 'yes-no', value: true });
  if (text === '0' || text === 'false') return ok({ kind: 'yes-no', value: false });
  const read = parseActual(text);
  if (read.ok && (read.value.actual.kind === 'yes-no' || read.value.actual.kind === 'not-yet'))
    return ok(read.value.actual);
  return unreadable(found, say.yesNo(text.slice(0, 40)));
}

const unreadable = ({ where }: FoundValue, reason: string): Result<never, Failure> =>
  failed(say.notUnderstood(where, reason));

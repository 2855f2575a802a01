import { parseActual, parseItalianNumber, type WrittenActual } from '../domain/achievement/parse-actual.js';
import type { Actual } from '../domain/achievement/types.js';
import { err, ok, type Result } from '../domain/result.js';
import { refuseActual, refuseText } from '../register/accept.js';
import { formWords as words } from '../words/forms.js';
import type { FormRow } from './form.js';

/** How an officer answers; `''` when nothing was chosen: then what was written tells. */
export type AnswerMode = 'value' | 'unchanged' | 'not-assessable' | '';

/** An answer as typed in the fields of a form, of a sheet or of a call; absent fields are `''`. */
export interface RawAnswer {
  readonly mode: AnswerMode;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly note: string;
  /** Why it can not be measured. */
  readonly reason: string;
}

export const EMPTY_ANSWER: RawAnswer = { mode: '', value: '', numerator: '', denominator: '', note: '', reason: '' };

/** What of a row an answer is read against. */
export type AnsweredRow = Pick<FormRow, 'entry' | 'unit' | 'unitText' | 'reading' | 'unchanged'>;

const MAX_TEXT = 4_000;
const MAX_VALUE = 200;
const UNCHANGED = /^(?:nessuna variazione|invariat[oa]|nessun[oa]? cambiamento)\.?$/i;
const NOT_MEASURABLE = /^non (?:rilevabile|valutabile)(?:\s*[:,;–-]\s*(.+))?$/i;
/** Written in a field with one number less than a whole percent, without the sign. */
const BELOW_ONE = /^[+−–-]?0*[.,]\d*[1-9]\d*$/;

/**
 * Reads an answer against what its indicator asks.
 * @returns the value; `'empty'` when nothing was answered; or an Italian sentence with what was written and what was expected
 */
export function readAnswer(row: AnsweredRow, raw: RawAnswer): Result<Actual | 'empty', string> {
  const value = raw.value.trim();
  const fraction = [raw.numerator.trim(), raw.denominator.trim()] as const;
  const reason = raw.reason.trim();
  const written = value !== '' || fraction.some((part) => part !== '');
  switch (modeOf(raw.mode, written, reason)) {
    case 'nothing':
      return ok('empty');
    case 'contradiction':
      return err(words.valueAndReason);
    case 'unchanged':
      return unchanged(row);
    case 'not-assessable':
      return notAssessable(reason);
    case 'value':
      if (!written) return err(words.valueMissing(expected(row)));
      if (fraction.every((part) => part === '')) return readValue(row, value);
      return value === '' ? readFraction(row, fraction) : err(words.valueAndFraction);
  }
}

/** A note as kept: trimmed, `undefined` when there is none, an Italian sentence when it can not be kept. */
export function readNote(text: string): Result<string | undefined, string> {
  const note = text.trim();
  if (note === '') return ok(undefined);
  if (note.length > MAX_TEXT) return err(words.tooLong(note.length, MAX_TEXT));
  const unreadable = refuseText(note);
  return unreadable === undefined ? ok(note) : err(unreadable);
}

/** What a row expects, for a hint beside the field and for errors: `una percentuale, per esempio 82,5`. */
export const expected = (row: Pick<FormRow, 'entry' | 'unitText'>): string => words.expected(row.entry, row.unitText);

/**
 * Checks a value against what the row asks, with the unit its writer put beside it.
 * @param shown the value as its writer sees it
 */
export function acceptWritten(
  row: AnsweredRow,
  { actual, unit }: WrittenActual,
  shown: string,
): Result<Actual, string> {
  const asks = row.unit?.kind;
  if (unit !== undefined && asks !== undefined && unit !== asks) return err(words.otherUnit(shown, expected(row)));
  if (actual.kind === 'missing') return err(words.missing);
  const refused = refuseActual(actual, {
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    ...(row.reading === undefined ? {} : { reading: row.reading }),
  });
  return refused === undefined ? ok(actual) : err(words.refused(shown, refused, expected(row)));
}

type Mode = 'nothing' | 'contradiction' | 'unchanged' | 'not-assessable' | 'value';

function modeOf(mode: AnswerMode, written: boolean, reason: string): Mode {
  if (mode !== '') return mode;
  if (written) return reason === '' ? 'value' : 'contradiction';
  return reason === '' ? 'nothing' : 'not-assessable';
}

function unchanged(row: AnsweredRow): Result<Actual, string> {
  return row.unchanged === undefined ? err(words.noUnchanged) : ok(row.unchanged);
}

function notAssessable(text: string): Result<Actual, string> {
  const reason = readNote(text);
  if (!reason.ok) return reason;
  return reason.value === undefined ? err(words.reasonMissing) : ok({ kind: 'not-assessable', reason: reason.value });
}

function readValue(row: AnsweredRow, text: string): Result<Actual, string> {
  if (text.length > MAX_VALUE) return err(words.tooLong(text.length, MAX_VALUE));
  const unreadable = refuseText(text);
  if (unreadable !== undefined) return err(unreadable);
  if (UNCHANGED.test(text)) return unchanged(row);
  const stated = NOT_MEASURABLE.exec(text);
  if (stated !== null) return notAssessable(stated[1] ?? '');
  // On a field in percent `0,82` may be less than one percent, or eighty-two.
  if (row.unit?.kind === 'percent' && BELOW_ONE.test(text)) return err(words.belowOne(text));
  const written = parseActual(text);
  if (written.ok) return acceptWritten(row, written.value, text);
  // Where there are digits the reader of values says what is wrong with them.
  return err(/\d/.test(text) ? words.doubtful(written.error, expected(row)) : words.unreadable(text, expected(row)));
}

function readFraction(row: AnsweredRow, [above, below]: readonly [string, string]): Result<Actual, string> {
  if (above === '' || below === '') return err(words.halfFraction(above === ''));
  const shown = `${above} su ${below}`;
  if (!row.entry.fraction) return err(words.noFraction(shown, expected(row)));
  const numerator = readPart(words.numerator, above);
  if (!numerator.ok) return numerator;
  const denominator = readPart(words.denominator, below);
  if (!denominator.ok) return denominator;
  const actual: Actual = { kind: 'ratio', numerator: numerator.value, denominator: denominator.value };
  return acceptWritten(row, { actual }, shown);
}

function readPart(name: string, text: string): Result<string, string> {
  const number = text.length > MAX_VALUE ? err(words.tooLong(text.length, MAX_VALUE)) : parseItalianNumber(text);
  return number.ok ? number : err(words.part(name, number.error));
}

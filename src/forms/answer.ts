import { parseActual, withReached } from '../domain/achievement/parse-actual.js';
import type { Actual } from '../domain/achievement/types.js';
import { LONGEST_ANSWER } from '../domain/measured/longest.js';
import type { Measure } from '../domain/measured/measure.js';
import { oddities } from '../domain/measured/odd.js';
import { plainText } from '../domain/measured/plain-text.js';
import { takeWritten } from '../domain/measured/read-value.js';
import { readDay } from '../domain/measured/written-date.js';
import { parseItalianNumber } from '../domain/measured/written-number.js';
import { err, ok, type Result } from '../domain/result.js';
import { sameValue } from '../domain/same-value.js';
import { refuseText } from '../register/accept.js';
import { formWords as words } from '../words/forms.js';
import { actualText } from '../words/measure.js';
import type { FormRow, OfficerForm } from './form.js';
import type { AnswerMode, RawAnswer } from './raw-answer.js';

export const EMPTY_ANSWER: RawAnswer = {
  mode: '',
  value: '',
  numerator: '',
  denominator: '',
  reachedOn: '',
  note: '',
  reason: '',
};

/** What of a row an answer is read against. */
export type AnsweredRow = Pick<
  FormRow,
  | 'name'
  | 'entry'
  | 'unit'
  | 'unitText'
  | 'target'
  | 'reading'
  | 'unchanged'
  | 'last'
  | 'current'
  | 'baseline'
  | 'provisional'
>;

/** What of a form an answer is read against: which part of which exercise it is about, and the day of the answer. */
export type Occasion = Pick<OfficerForm, 'exercise' | 'period' | 'today'>;

const UNCHANGED = /^(?:nessuna variazione|invariat[oa]|nessun[oa]? cambiamento)\.?$/i;
const NOT_MEASURABLE = /^non (?:rilevabile|valutabile)(?:\s*[:,;-]\s*(.+))?$/i;

/**
 * Reads an answer against what its indicator asks. What is odd about it, `weigh` says.
 * @returns the value; `'empty'` when nothing was answered; or an Italian sentence with what was written and what was expected
 */
export function readAnswer(row: AnsweredRow, raw: RawAnswer, occasion: Occasion): Result<Actual | 'empty', string> {
  const value = raw.value.trim();
  const fraction = [raw.numerator.trim(), raw.denominator.trim()] as const;
  const reason = raw.reason.trim();
  const written = value !== '' || fraction.some((part) => part !== '');
  const need = expected(row, occasion);
  switch (modeOf(raw.mode, written, reason)) {
    case 'nothing':
      return raw.reachedOn.trim() === '' ? ok('empty') : err(words.valueMissing(need));
    case 'contradiction':
      return err(words.valueAndReason);
    case 'unchanged':
      return unchanged(row);
    case 'not-assessable':
      return notAssessable(reason);
    case 'value': {
      if (!written) return err(words.valueMissing(need));
      const measure = measureOf(row, occasion);
      const reached = raw.reachedOn.trim();
      if (fraction.every((part) => part === '')) return readTyped(row, value, reached, measure, need);
      return value === '' ? readFraction(row, fraction, reached, measure, need) : err(words.valueAndFraction);
    }
  }
}

/** An answer with what is still to be asked about it before it is taken: Italian sentences, each with the value in it. */
interface Weighed {
  /** With what was asked and confirmed, when nothing is left to ask. */
  readonly actual: Actual;
  readonly questions: readonly string[];
}

/**
 * Looks for what is odd about an answer. What was confirmed of the same value before is not asked about again.
 * @param confirmed whether who answers has been asked, and says that it is right
 */
export function weigh(row: AnsweredRow, actual: Actual, occasion: Occasion, confirmed = false): Weighed {
  const odd = [...oddities(actual, measureOf(row, occasion)), ...correction(row, actual)];
  if (odd.length === 0) return { actual, questions: [] };
  const before = [row.last, row.current].flatMap((standing) => standing?.actual.confirmed ?? []);
  return confirmed || odd.every((question) => before.includes(question))
    ? { actual: { ...actual, confirmed: odd }, questions: [] }
    : { actual, questions: odd };
}

/** A final value that is not the provisional one is asked about: it changes a result people have already seen. */
function correction({ provisional, last, unit }: AnsweredRow, { confirmed: _, ...actual }: Actual): readonly string[] {
  if (provisional === undefined || last === undefined) return [];
  const { confirmed: __, ...before } = last.actual;
  return sameValue(before, actual) ? [] : [words.corrects(actualText(actual, unit), actualText(before, unit))];
}

/** A note as kept: trimmed, `undefined` when there is none, an Italian sentence when it can not be kept. */
export function readNote(text: string): Result<string | undefined, string> {
  const note = text.trim();
  if (note === '') return ok(undefined);
  if (note.length > LONGEST_ANSWER.text) return err(words.tooLong(note.length, LONGEST_ANSWER.text));
  const unreadable = refuseText(note);
  return unreadable === undefined ? ok(note) : err(unreadable);
}

/** What a row expects, for a hint beside the field and for errors: `una percentuale, per esempio 82,5`. */
export const expected = (
  row: Pick<FormRow, 'entry' | 'unitText' | 'reading'>,
  { exercise }: Pick<Occasion, 'exercise'>,
): string => words.expected(row.entry, row.unitText, exercise, row.reading);

const measureOf = (row: AnsweredRow, { exercise, period, today }: Occasion): Measure => ({
  ...row,
  moment: { exercise, at: period.to, today },
});

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

function readTyped(
  row: AnsweredRow,
  text: string,
  reached: string,
  measure: Measure,
  need: string,
): Result<Actual, string> {
  if (text.length > LONGEST_ANSWER.value) return err(words.tooLong(text.length, LONGEST_ANSWER.value));
  const unreadable = refuseText(text);
  if (unreadable !== undefined) return err(unreadable);
  const plain = plainText(text);
  if (!plain.ok) return plain;
  if (UNCHANGED.test(plain.value)) return unchanged(row);
  const stated = NOT_MEASURABLE.exec(plain.value);
  if (stated !== null) return notAssessable(stated[1] ?? '');
  const written = parseActual(text);
  // Where there are digits the reader of values says what is wrong with them.
  if (!written.ok) {
    return err(/\d/.test(text) ? words.refused(written.error, need) : words.unreadable(plain.value, need));
  }
  if (written.value.actual.kind === 'missing') return err(words.missing);
  const value = withDay(takeWritten(written.value, plain.value, measure), plain.value, reached, measure);
  return value.ok ? value : err(words.refused(value.error, need));
}

function readFraction(
  row: AnsweredRow,
  [above, below]: readonly [string, string],
  reached: string,
  measure: Measure,
  need: string,
): Result<Actual, string> {
  if (above === '' || below === '') return err(words.halfFraction(above === ''));
  const shown = `${above} su ${below}`;
  if (!row.entry.fraction) return err(words.noFraction(shown, need));
  const numerator = readPart(words.numerator, above);
  if (!numerator.ok) return numerator;
  const denominator = readPart(words.denominator, below);
  if (!denominator.ok) return denominator;
  const actual: Actual = { kind: 'ratio', numerator: numerator.value, denominator: denominator.value };
  const value = withDay(takeWritten({ actual }, shown, measure), shown, reached, measure);
  return value.ok ? value : err(words.refused(value.error, need));
}

/** A value with the day that stands in the field beside it. */
function withDay(
  value: Result<Actual, string>,
  shown: string,
  reached: string,
  measure: Measure,
): Result<Actual, string> {
  if (!value.ok || reached === '') return value;
  const day = readDay(reached);
  if (day === undefined) return err(words.notADay(reached, measure.moment?.exercise));
  return day.ok ? takeWritten({ actual: withReached(value.value, day.value) }, shown, measure) : day;
}

function readPart(name: string, text: string): Result<string, string> {
  const number =
    text.length > LONGEST_ANSWER.value
      ? err(words.tooLong(text.length, LONGEST_ANSWER.value))
      : parseItalianNumber(text);
  return number.ok ? number : err(words.part(name, number.error));
}

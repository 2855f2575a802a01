import type { Actual } from '../../../../domain/achievement/types.js';
import { err, ok, type Result } from '../../../../domain/result.js';
import { sameValue } from '../../../../domain/same-value.js';
import { EMPTY_ANSWER, type Occasion, readAnswer, readNote, weigh } from '../../../../forms/answer.js';
import type { FormRow } from '../../../../forms/form.js';
import type { RawAnswer } from '../../../../forms/raw-answer.js';
import { officerWords as words } from '../../../../words/officer.js';
import { hasFraction, isUnconfirmed, prefilled, type Typed } from './typed.js';

/** A field of an indicator that an error can be about. */
export type FieldName =
  | 'choice'
  | 'value'
  | 'numerator'
  | 'reachedOn'
  | 'reason'
  | 'confirm'
  | 'note'
  | 'cause'
  | 'next'
  | 'files';

/** What is wrong in one field, in Italian. */
export interface FieldError {
  readonly code: string;
  readonly field: FieldName;
  readonly message: string;
}

/** What an officer answers for one indicator, ready to be sent. */
export interface Answered {
  readonly row: FormRow;
  readonly actual: Actual;
  /** What is odd about it and its officer has not yet said to be right. */
  readonly questions: readonly string[];
  readonly note?: string;
  readonly cause?: string;
  readonly next?: string;
  /** Hashes of files in the register. */
  readonly evidence: readonly string[];
}

/**
 * Reads the fields of an indicator.
 * @returns what is answered; `'empty'` when nothing is, or a value collected by itself still waits for its tick; or what is wrong, field by field
 */
export function readTyped(
  row: FormRow,
  typed: Typed,
  occasion: Occasion,
): Result<Answered | 'empty', readonly FieldError[]> {
  const problems: FieldError[] = [];
  const say = (field: FieldName, message: string): void => void problems.push({ code: row.code, field, message });
  const [note, cause, next] = [readNote(typed.note), readNote(typed.cause), readNote(typed.next)];
  if (!note.ok) say('note', note.error);
  if (!cause.ok) say('cause', cause.error);
  if (!next.ok) say('next', next.error);
  const raw = rawOf(row, typed);
  const actual = raw.ok ? readAnswer(row, raw.value, occasion) : raw;
  if (!actual.ok) {
    const value = raw.ok ? readAnswer(row, { ...raw.value, reachedOn: '' }, occasion) : raw;
    say(value.ok ? 'reachedOn' : fieldAtFault(row, typed), actual.error);
  }
  if (problems.length > 0 || !actual.ok || !note.ok || !cause.ok || !next.ok) return err(problems);
  if (actual.value === 'empty' || isUnconfirmed(row, typed)) return ok('empty');
  const { questions } = weigh(row, actual.value, occasion);
  const marked = questions.length > 0 && typed.confirmed === markOf(questions);
  return ok({
    row,
    ...weigh(row, actual.value, occasion, marked),
    evidence: typed.evidence,
    note: note.value,
    cause: cause.value,
    next: next.value,
  });
}

/** Whether an answer says something the register does not have yet: only that is sent. */
export function isNew({ row, actual, note, cause, next, evidence }: Answered): boolean {
  const { current, returned } = row;
  const standing = current ?? (returned === undefined ? undefined : { actual: returned.actual, evidence: [] });
  if (standing === undefined) return true;
  return (
    !sameActual(standing.actual, actual) ||
    (current?.note ?? '') !== (note ?? '') ||
    (current?.cause ?? '') !== (cause ?? '') ||
    (current?.next ?? '') !== (next ?? '') ||
    standing.evidence.join() !== evidence.join()
  );
}

/** A returned value that its officer left as it was: it has not been answered. */
export const leftAsReturned = (answered: Answered): boolean =>
  answered.row.current === undefined && answered.row.returned !== undefined && !isNew(answered);

/** That it was asked about makes it no other value. */
const sameActual = ({ confirmed: _a, ...a }: Actual, { confirmed: _b, ...b }: Actual): boolean => sameValue(a, b);

/** What marking a question sends back: the questions themselves, so that a value changed meanwhile is asked about again. */
export const markOf = (questions: readonly string[]): string => questions.join(' ');

/** The choice and the fields of the page as every channel answers. */
function rawOf(row: FormRow, typed: Typed): Result<RawAnswer, string> {
  const { choice, value, numerator, denominator, reachedOn, reason } = typed;
  switch (choice) {
    case 'yes':
    case 'no':
    case 'not-yet':
    case 'unchanged': {
      const stray = strayText(row, typed, ['value', 'numerator', 'denominator', 'reason']);
      if (stray !== undefined) return err(words.errors.stray(stray, words.choiceName[choice]));
      if (choice === 'unchanged') return ok({ ...EMPTY_ANSWER, mode: 'unchanged' });
      return ok({ ...EMPTY_ANSWER, mode: 'value', value: SPOKEN[choice] });
    }
    case 'not-assessable': {
      const stray = strayText(row, typed, ['value', 'numerator', 'denominator']);
      if (stray !== undefined) return err(words.errors.stray(stray, words.choiceName[choice]));
      return ok({ ...EMPTY_ANSWER, mode: 'not-assessable', reason });
    }
    // Marked from the beginning: an officer who only writes a reason means the reason.
    case 'value':
    case '':
      return ok({ ...EMPTY_ANSWER, value, numerator, denominator, reachedOn, reason });
  }
}

const SPOKEN = { yes: 'sì', no: 'no', 'not-yet': 'non ancora' } as const;

/** What was typed by hand in fields that the choice leaves out; what the page itself had put there does not count. */
function strayText(
  row: FormRow,
  typed: Typed,
  fields: readonly ('value' | 'numerator' | 'denominator' | 'reason')[],
): string | undefined {
  const before = prefilled(row);
  const field = fields.find((name) => typed[name].trim() !== '' && typed[name].trim() !== before[name]);
  return field === undefined ? undefined : typed[field].trim().slice(0, 60);
}

function fieldAtFault(row: FormRow, typed: Typed): FieldName {
  const written = [typed.value, typed.numerator, typed.denominator].some((text) => text.trim() !== '');
  if (typed.choice === 'not-assessable' && !written) return 'reason';
  if (row.entry.kind === 'yes-no') return 'choice';
  if (typed.choice !== 'value' && typed.choice !== '') return 'choice';
  const fraction = typed.numerator.trim() !== '' || typed.denominator.trim() !== '';
  return hasFraction(row.entry) && (fraction || (row.entry.kind === 'ratio' && typed.value.trim() === ''))
    ? 'numerator'
    : 'value';
}

import { err, ok, type Result } from '../../domain/result.js';
import { EMPTY_ANSWER, readAnswer, readNote, weigh } from '../../forms/answer.js';
import type { FormRow, OfficerForm } from '../../forms/form.js';
import type { AnswerMode, RawAnswer } from '../../forms/raw-answer.js';
import type { Receipt, SubmissionRefusal } from '../../register/measurements.js';
import { apiWords } from '../../words/api.js';
import { keyOf } from '../digest.js';
import { type ReadAnswer, type Sending, type Submit, sendByPrincipal } from './sending.js';

/** An answer as another program writes it; what is not a text stands for the text a person would have typed. */
export interface WrittenAnswer {
  readonly indicator: string;
  readonly value?: string | number | boolean | undefined;
  readonly numerator?: string | number | undefined;
  readonly denominator?: string | number | undefined;
  readonly mode?: AnswerMode | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** Of a value far from its target: why, and what is to be done next. */
  readonly cause?: string | undefined;
  readonly next?: string | undefined;
  /** The day on which the target was reached, where it has a term of its own. */
  readonly reachedOn?: string | undefined;
  /** Whether its sender has been asked about what is odd in it, and says that it is right. */
  readonly confirmed?: boolean | undefined;
}

/** What is wrong with one of the answers, in Italian. */
interface AnswerProblem {
  /** Its place among the answers, from 0. */
  readonly at: number;
  readonly indicator: string;
  readonly message: string;
}

const words = apiWords.problems;

/** Reads answers against what a form asks: those that are right, and what is wrong with the others. */
export function readWritten(
  form: OfficerForm,
  written: readonly WrittenAnswer[],
): { readonly answers: readonly ReadAnswer[]; readonly problems: readonly AnswerProblem[] } {
  const rows = new Map(form.rows.map((row) => [row.code, row]));
  const seen = new Set<string>();
  const problems: AnswerProblem[] = [];
  const answers: ReadAnswer[] = [];
  for (const [at, answer] of written.entries()) {
    const { indicator } = answer;
    const row = rows.get(indicator);
    const read = row === undefined ? err(words.notAsked(indicator)) : readOne(row, answer, form);
    if (seen.has(indicator)) problems.push({ at, indicator, message: words.twice(indicator) });
    else if (read.ok) answers.push(read.value);
    else problems.push({ at, indicator, message: read.error });
    seen.add(indicator);
  }
  return { answers, problems };
}

function readOne(row: FormRow, written: WrittenAnswer, form: OfficerForm): Result<ReadAnswer, string> {
  const raw: RawAnswer = {
    ...EMPTY_ANSWER,
    mode: written.mode ?? '',
    value: typed(written.value),
    numerator: typed(written.numerator),
    denominator: typed(written.denominator),
    reachedOn: written.reachedOn ?? '',
    reason: written.reason ?? '',
    note: written.note ?? '',
  };
  const actual = readAnswer(row, raw, form);
  if (!actual.ok) return actual;
  if (actual.value === 'empty') return err(words.nothing(row.code));
  const weighed = weigh(row, actual.value, form, written.confirmed);
  if (weighed.questions.length > 0) return err(words.odd(weighed.questions));
  const [note, cause, next] = [readNote(raw.note), readNote(written.cause ?? ''), readNote(written.next ?? '')];
  if (!note.ok) return note;
  if (!cause.ok) return cause;
  if (!next.ok) return next;
  return ok({ code: row.code, actual: weighed.actual, note: note.value, cause: cause.value, next: next.value });
}

/** The answers of a sheet that can be taken, and what is to be asked about the others. */
export function askOdd<A extends ReadAnswer>(
  form: OfficerForm,
  answers: readonly A[],
  confirmed: boolean,
): { readonly answers: readonly A[]; readonly asked: readonly { readonly answer: A; readonly message: string }[] } {
  const rows = new Map(form.rows.map((row) => [row.code, row]));
  const [taken, asked]: [A[], { answer: A; message: string }[]] = [[], []];
  for (const answer of answers) {
    const row = rows.get(answer.code);
    if (row === undefined) continue;
    const { actual, questions } = weigh(row, answer.actual, form, confirmed);
    if (questions.length > 0) asked.push({ answer, message: words.odd(questions) });
    else taken.push({ ...answer, actual });
  }
  return { answers: taken, asked };
}

/** As a person would type it: `82,5` of 82.5. */
function typed(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'string') return value;
  return String(value).replace('.', ',');
}

interface KeyedSending extends Omit<Sending, 'keyOf'> {
  /** Chosen by the sender: together with who sends it, to what, it names one sending. */
  readonly key: string;
}

/** As `sendByPrincipal`, for who names their sending by a key of their own. */
export function sendAnswers(
  submit: Submit,
  { key, ...sending }: KeyedSending,
): Promise<Result<readonly Receipt[], SubmissionRefusal>> {
  const { channel, form, officer } = sending;
  return sendByPrincipal(submit, {
    ...sending,
    keyOf: (actingFor) => keyOf([channel, form.cycle, form.checkpoint, officer, actingFor, key]),
  });
}

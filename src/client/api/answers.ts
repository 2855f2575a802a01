import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../domain/result.js';
import { type AnswerMode, EMPTY_ANSWER, type RawAnswer, readAnswer, readNote } from '../../forms/answer.js';
import type { FormRow, OfficerForm } from '../../forms/form.js';
import type { Receipt, SubmissionRefusal } from '../../register/measurements.js';
import { apiWords } from '../../words/api.js';
import { type ReadAnswer, type Sending, type Submit, sendByPrincipal } from '../sending.js';

/** An answer as another program writes it; what is not a text stands for the text a person would have typed. */
export interface WrittenAnswer {
  readonly indicator: string;
  readonly value?: string | number | boolean | undefined;
  readonly numerator?: string | number | undefined;
  readonly denominator?: string | number | undefined;
  readonly mode?: AnswerMode | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

/** What is wrong with one of the answers, in Italian. */
export interface AnswerProblem {
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
    const read = row === undefined ? err(words.notAsked(indicator)) : readOne(row, answer);
    if (seen.has(indicator)) problems.push({ at, indicator, message: words.twice(indicator) });
    else if (read.ok) answers.push(read.value);
    else problems.push({ at, indicator, message: read.error });
    seen.add(indicator);
  }
  return { answers, problems };
}

function readOne(row: FormRow, written: WrittenAnswer): Result<ReadAnswer, string> {
  const raw: RawAnswer = {
    ...EMPTY_ANSWER,
    mode: written.mode ?? '',
    value: typed(written.value),
    numerator: typed(written.numerator),
    denominator: typed(written.denominator),
    reason: written.reason ?? '',
    note: written.note ?? '',
  };
  const actual = readAnswer(row, raw);
  if (!actual.ok) return actual;
  if (actual.value === 'empty') return err(words.nothing(row.code));
  const note = readNote(raw.note);
  if (!note.ok) return note;
  return ok({ code: row.code, actual: actual.value, ...(note.value === undefined ? {} : { note: note.value }) });
}

/** As a person would type it: `82,5` of 82.5. A number of three decimals gets one more, or it would be read as thousands. */
function typed(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'string') return value;
  const italian = String(value).replace('.', ',');
  return /,\d{3}$/.test(italian) ? `${italian}0` : italian;
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

/** Nobody else's sending can have it. */
const keyOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

import { randomUUID } from 'node:crypto';
import type { ReadAnswer } from '../../acts/checkpoint/sending.js';
import { askOdd, readWritten, sendAnswers, type WrittenAnswer } from '../../acts/checkpoint/written-answers.js';
import { loadConfig } from '../../config.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { BYTES_TYPE } from '../../files/media-types.js';
import type { OfficerForm } from '../../forms/form.js';
import { formOf } from '../../forms/form-of.js';
import { presentIn } from '../../register/clock.js';
import type { Register } from '../../register/database.js';
import { submitMeasurements } from '../../register/measurements.js';
import { readOfficerSheet } from '../../sheets/read-officer-sheet.js';
import { apiWords } from '../../words/api.js';
import { fileWords } from '../../words/files.js';
import { partsOf } from '../api/problem.js';
import { submissionBody } from '../api/schemas.js';
import { withRegister } from '../system/with-register.js';
import { requireCycle, requirePerson, requireStep } from './act/acting.js';

const words = apiWords.cli.submit;

/** Values for one checkpoint, as rows or as the bytes of a sheet. */
export interface ToSubmit {
  readonly entity: string;
  readonly exercise: number;
  readonly checkpoint: string;
  readonly content: { readonly rows: readonly WrittenAnswer[] } | { readonly sheet: Uint8Array };
  readonly lateReason?: string;
  readonly key?: string;
  readonly partial: boolean;
  /** What is odd in the values is right. */
  readonly confirm: boolean;
}

/** How it ended. `code` is the command's: 0 taken, 1 refused, 2 not to be sent as it is, 3 nobody there. */
export type Submitted =
  | {
      readonly ok: true;
      readonly code: 0;
      readonly submissions: readonly number[];
      readonly indicators: readonly string[];
      readonly left: readonly string[];
    }
  | { readonly ok: false; readonly code: 1 | 2 | 3; readonly message: string; readonly problems: readonly string[] };

const no = (code: 1 | 2 | 3, message: string, problems: readonly string[] = []): Submitted => ({
  ok: false,
  code,
  message,
  problems,
});

/** Straight into the register; the checkpoint's workflow is woken by the worker's sweep. */
export async function withDatabase(what: ToSubmit, space: string | undefined, person: string): Promise<Submitted> {
  return await withRegister(loadConfig(), space, what.entity, (register) => intoRegister(what, register, person));
}

async function intoRegister(what: ToSubmit, register: Register, officer: string): Promise<Submitted> {
  const { db } = register;
  await requireStep(db, await requireCycle(register, what.entity, what.exercise), what.checkpoint);
  await requirePerson(db, what.entity, officer);
  const now = await presentIn(db);
  const ref = { cycle: cycleId(what), checkpoint: what.checkpoint };
  const form = await formOf(db, ref, officer, romeDate(now));
  if (form === undefined || form.rows.length === 0) return no(1, words.noForm);
  if (form.state === 'closed') return no(1, words.closed);
  const read = await answersOf(what, form);
  if (!('answers' in read)) return read;
  const { answers, left } = read;
  if (answers.length === 0 || (left.length > 0 && !what.partial)) return no(1, '', left);
  const sent = await sendAnswers((submission) => submitMeasurements(db, { ...submission, cycle: ref.cycle, at: now }), {
    form,
    officer,
    channel: 'terminal',
    key: what.key ?? randomUUID(),
    answers,
    lateReason: what.lateReason,
  });
  if (!sent.ok)
    return no(
      1,
      sent.error.message,
      sent.error.rows.map((row) => `${row.indicator}: ${row.message}`),
    );
  return {
    ok: true,
    code: 0,
    submissions: sent.value.map((receipt) => receipt.submission),
    indicators: sent.value.flatMap((receipt) => [...receipt.indicators]),
    left,
  };
}

interface ReadContent {
  readonly answers: readonly ReadAnswer[];
  readonly left: readonly string[];
}

async function answersOf(
  { content, lateReason, confirm }: ToSubmit,
  form: OfficerForm,
): Promise<ReadContent | Submitted> {
  if ('sheet' in content) {
    const read = await readOfficerSheet(content.sheet, form);
    if (!read.ok) return no(2, read.error);
    const { errors, more } = read.value;
    const { answers, asked } = askOdd(form, read.value.answers, confirm);
    const left = [
      ...errors.map((error) => error.message),
      ...(more === 0 ? [] : [fileWords.more(more)]),
      ...asked.map(({ answer, message }) => `${answer.code}: ${message}`),
    ];
    return { answers, left };
  }
  const checked = submissionBody.safeParse({
    rows: rowsOf(content.rows, confirm),
    lateReason,
  });
  if (!checked.success) {
    return no(
      2,
      '',
      partsOf(checked.error).map((part) => `${nameOf(part.pointer, content.rows)}${part.detail}`),
    );
  }
  const { answers, problems } = readWritten(form, checked.data.rows);
  return { answers, left: problems.map((problem) => `${problem.indicator}: ${problem.message}`) };
}

const rowsOf = (rows: readonly WrittenAnswer[], confirm: boolean): readonly WrittenAnswer[] =>
  confirm ? rows.map((row) => ({ ...row, confirmed: true })) : rows;

/** `A-1: ` of `/rows/0/value`. */
function nameOf(pointer: string, rows: readonly WrittenAnswer[]): string {
  const place = /^\/rows\/(\d+)/.exec(pointer)?.[1];
  const code = place === undefined ? undefined : rows[Number(place)]?.indicator;
  return code === undefined ? '' : `${code}: `;
}

/** Through the API of a console, with a token. */
export async function overApi(what: ToSubmit, url: string, token: string): Promise<Submitted> {
  const below = 'sheet' in what.content ? `sheets?partial=${what.partial}&confirmed=${what.confirm}` : 'submissions';
  const place = [what.entity, what.exercise, 'checkpoints', what.checkpoint].map((p) => encodeURIComponent(p));
  const address = `${url.replace(/\/+$/, '')}/api/v1/cycles/${place.join('/')}/${below}`;
  if (!URL.canParse(address)) return no(2, words.unreachable(url, ''));
  const headers = new Headers({
    authorization: `Bearer ${token}`,
    'content-type': 'sheet' in what.content ? BYTES_TYPE : 'application/json',
  });
  if (what.key !== undefined) headers.set('idempotency-key', what.key);
  let answer: Response;
  try {
    answer = await fetch(address, {
      method: 'POST',
      // A console that sends elsewhere is not the one the token was given for.
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
      headers,
      body:
        'sheet' in what.content
          ? new Uint8Array(what.content.sheet)
          : JSON.stringify({
              rows: rowsOf(what.content.rows, what.confirm),
              lateReason: what.lateReason,
            }),
    });
  } catch (cause) {
    return no(3, words.unreachable(url, cause instanceof Error ? cause.message : String(cause)));
  }
  return submittedOf(answer, what);
}

async function submittedOf(answer: Response, { content }: ToSubmit): Promise<Submitted> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.status === 201) {
    return {
      ok: true,
      code: 0,
      submissions: listIn(body, 'submissions').map(Number),
      indicators: listIn(body, 'indicators').map(String),
      left: partsIn(body, 'left').map(({ detail }) => detail),
    };
  }
  if (answer.status >= 500 || body === undefined) return no(3, words.strange(answer.status));
  const rows = 'rows' in content ? content.rows : [];
  const problems = partsIn(body, 'errors').map(({ pointer, detail }) => `${nameOf(pointer, rows)}${detail}`);
  return no(1, textIn(body, 'detail'), problems);
}

const fieldIn = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;

const textIn = (body: unknown, name: string): string => {
  const value = fieldIn(body, name);
  return typeof value === 'string' ? value : '';
};

const listIn = (body: unknown, name: string): readonly unknown[] => {
  const value = fieldIn(body, name);
  return Array.isArray(value) ? value : [];
};

const partsIn = (body: unknown, name: string): readonly { readonly pointer: string; readonly detail: string }[] =>
  listIn(body, name).map((part) => ({ pointer: textIn(part, 'pointer'), detail: textIn(part, 'detail') }));

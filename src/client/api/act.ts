import { randomUUID } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ReadAnswer } from '../../acts/checkpoint/sending.js';
import { askOdd, readWritten, sendAnswers } from '../../acts/checkpoint/written-answers.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { err, ok, type Result } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import { firstOf } from '../../files/messages.js';
import { expected } from '../../forms/answer.js';
import type { FormRow, OfficerForm } from '../../forms/form.js';
import { formOf } from '../../forms/form-of.js';
import type { Db } from '../../register/database.js';
import { measurementsOf, type Receipt, type SubmissionRefusal } from '../../register/measurements.js';
import { readOfficerSheet } from '../../sheets/read-officer-sheet.js';
import { apiWords } from '../../words/api.js';
import { fileWords } from '../../words/files.js';
import type { Site } from '../pages/kit/site.js';
import { notFoundProblem, type ProblemResponse, problem } from './problem.js';
import { routes } from './routes.js';

const { problems } = apiWords;

const STATUS: Readonly<Record<SubmissionRefusal['reason'], 404 | 409 | 422>> = {
  closed: 409,
  'unknown-checkpoint': 404,
  invalid: 422,
  empty: 422,
};

/** What another program may do in the place of its person. */
export function mountActing(api: OpenAPIHono, { deps }: Site): void {
  const { register, actions } = deps;
  const space = register.schema;

  /** @param placeOf where in what was sent an indicator stands */
  async function sending(
    c: Context,
    { form, officer, key, answers, lateReason }: Sent,
    placeOf: (code: string) => string,
  ): Promise<Result<Recorded, ProblemResponse>> {
    const ref = { space, entity: form.entity.id, exercise: form.exercise };
    const sent = await sendAnswers((submission) => actions.submit(ref, submission), {
      form,
      officer,
      channel: 'api',
      key: key ?? randomUUID(),
      answers,
      lateReason,
    });
    if (!sent.ok) {
      const { reason, message, rows } = sent.error;
      const title = reason === 'closed' ? problems.closed.title : problems.invalid.title;
      const all = rows.map((row) => ({ pointer: placeOf(row.indicator), detail: row.message }));
      const errors = firstOf(all, (more) => ({ pointer: '', detail: fileWords.more(more) }));
      return err(
        problem(c, STATUS[reason], { title, detail: message, errors: errors.length === 0 ? undefined : errors }),
      );
    }
    if (key !== undefined && !(await holds(register.db, sent.value, answers))) {
      return err(problem(c, 422, { title: problems.otherContent.title, detail: problems.otherContent.text }));
    }
    return ok({
      submissions: sent.value.map((receipt) => receipt.submission),
      indicators: sent.value.flatMap((receipt) => [...receipt.indicators]),
    });
  }

  api.openapi(routes.form, async (c) => {
    const { entity, exercise, checkpoint } = c.req.valid('param');
    const ref = { cycle: cycleId({ entity, exercise: Number(exercise) }), checkpoint };
    const form = await formOf(register.db, ref, c.get('caller').person.id, romeDate(deps.clock()));
    return form === undefined ? notFoundProblem(c, problems.noCheckpoint) : c.json(publicForm(form), 200);
  });

  api.openapi(routes.submit, async (c) => {
    const { entity, exercise, checkpoint } = c.req.valid('param');
    const { rows, lateReason } = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const officer = c.get('caller').person.id;
    const ref = { cycle: cycleId({ entity, exercise: Number(exercise) }), checkpoint };
    const form = await formOf(register.db, ref, officer, romeDate(deps.clock()));
    if (form === undefined) return notFoundProblem(c, problems.noCheckpoint);
    if (form.rows.length === 0) return problem(c, 403, { title: problems.forbidden.title, detail: problems.noForm });
    const read = readWritten(form, rows);
    if (read.problems.length > 0) {
      const errors = read.problems.map(({ at, message }) => ({ pointer: `/rows/${at}`, detail: message }));
      return problem(c, 422, { title: problems.invalid.title, detail: problems.invalid.text, errors });
    }
    const sent = await sending(
      c,
      { form, officer, key, answers: read.answers, lateReason },
      (code) => `/rows/${at(rows, code)}`,
    );
    return sent.ok ? c.json(sent.value, 201) : sent.error;
  });

  api.openapi(routes.sheet, async (c) => {
    const { entity, exercise, checkpoint } = c.req.valid('param');
    const key = c.req.valid('header')['idempotency-key'];
    const officer = c.get('caller').person.id;
    const ref = { cycle: cycleId({ entity, exercise: Number(exercise) }), checkpoint };
    const form = await formOf(register.db, ref, officer, romeDate(deps.clock()));
    if (form === undefined) return notFoundProblem(c, problems.noCheckpoint);
    if (form.rows.length === 0) return problem(c, 403, { title: problems.forbidden.title, detail: problems.noForm });
    const { title } = problems.invalid;
    const read = await readOfficerSheet(new Uint8Array(await c.req.arrayBuffer()), form);
    if (!read.ok) return problem(c, 422, { title, detail: read.error });
    const { errors, more } = read.value;
    const { answers, asked } = askOdd(form, read.value.answers, c.req.valid('query').confirmed === 'true');
    const left = [
      ...errors.map(({ cell, message }) => ({ pointer: cell, detail: message })),
      ...(more > 0 ? [{ pointer: '', detail: fileWords.more(more) }] : []),
      ...asked.map(({ answer, message }) => ({ pointer: String(answer.row), detail: `${answer.code}: ${message}` })),
    ];
    if (answers.length === 0 || (left.length > 0 && c.req.valid('query').partial !== 'true')) {
      const detail = left.length === 0 ? problems.emptySheet : problems.invalid.text;
      return problem(c, 422, { title, detail, errors: left.length === 0 ? undefined : left });
    }
    const cells = new Map(answers.map((answer) => [answer.code, String(answer.row)]));
    const sent = await sending(c, { form, officer, key, answers }, (code) => cells.get(code) ?? code);
    return sent.ok ? c.json({ ...sent.value, left }, 201) : sent.error;
  });
}

interface Sent {
  readonly form: OfficerForm;
  readonly officer: string;
  readonly key: string | undefined;
  readonly answers: readonly ReadAnswer[];
  readonly lateReason?: string | undefined;
}

interface Recorded {
  readonly submissions: number[];
  readonly indicators: string[];
}

const at = (rows: readonly { readonly indicator: string }[], code: string): number =>
  rows.findIndex((row) => row.indicator === code);

/** Whether what is on record under these receipts is what was sent now: a key used again for something else is not. */
async function holds(db: Db, receipts: readonly Receipt[], answers: readonly ReadAnswer[]): Promise<boolean> {
  const kept = await measurementsOf(
    db,
    receipts.map((receipt) => receipt.submission),
  );
  const sent = new Map(answers.map((answer) => [answer.code, answer]));
  return (
    kept.length === answers.length &&
    kept.every((row) => {
      const answer = sent.get(row.indicator);
      return answer !== undefined && (answer.note ?? null) === row.note && sameValue(answer.actual, row.actual);
    })
  );
}

const publicForm = (form: OfficerForm) => ({
  checkpoint: form.checkpoint,
  title: form.title,
  state: form.state,
  period: form.period,
  dueOn: form.dueOn,
  rows: form.rows.map((row) => publicRow(row, form)),
});

const publicRow = (row: FormRow, form: Pick<OfficerForm, 'exercise'>) => ({
  indicator: row.code,
  name: row.name,
  office: row.office,
  target: row.target,
  entry: row.entry.kind,
  unit: row.unitText,
  expected: expected(row, form),
  actingFor: row.actingFor,
  reading: row.readingSentence,
  last: row.last?.actual,
  current: row.current?.actual,
  returned: row.returned === undefined ? undefined : { actual: row.returned.actual, remark: row.returned.remark },
  proposed: row.proposed?.actual,
});

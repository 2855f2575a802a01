import { randomUUID } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { parseCivilDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import type { Decision } from '../../domain/decision.js';
import { expected } from '../../forms/answer.js';
import type { FormRow, OfficerForm } from '../../forms/form.js';
import { formOf } from '../../forms/form-of.js';
import { cycleId } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';
import type { Receipt, SubmissionRefusal } from '../../register/measurements.js';
import { stepOf } from '../../register/steps.js';
import { apiWords } from '../../words/api.js';
import type { Site } from '../console/site.js';
import { type ReadAnswer, readWritten, sendAnswers } from './answers.js';
import { notFoundProblem, problem } from './problem.js';
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

  api.openapi(routes.form, async (c) => {
    const { entity, exercise, checkpoint } = c.req.valid('param');
    const ref = { cycle: cycleId(entity, Number(exercise)), checkpoint };
    const form = await formOf(register.db, ref, c.get('caller').person.id, romeDate(deps.clock()));
    return form === undefined ? notFoundProblem(c, problems.noCheckpoint) : c.json(publicForm(form), 200);
  });

  api.openapi(routes.submit, async (c) => {
    const { entity, exercise, checkpoint } = c.req.valid('param');
    const { rows, lateReason } = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const officer = c.get('caller').person.id;
    const ref = { cycle: cycleId(entity, Number(exercise)), checkpoint };
    const form = await formOf(register.db, ref, officer, romeDate(deps.clock()));
    if (form === undefined) return notFoundProblem(c, problems.noCheckpoint);
    if (form.rows.length === 0) return problem(c, 403, { title: problems.forbidden.title, detail: problems.noForm });
    const read = readWritten(form, rows);
    if (read.problems.length > 0) {
      const errors = read.problems.map(({ at, message }) => ({ pointer: `/rows/${at}`, detail: message }));
      return problem(c, 422, { title: problems.invalid.title, detail: problems.invalid.text, errors });
    }
    const sent = await sendAnswers(
      (submission) => actions.submit({ space, entity, exercise: Number(exercise) }, submission),
      {
        form,
        officer,
        channel: 'api',
        key: key ?? randomUUID(),
        answers: read.answers,
        ...(lateReason === undefined ? {} : { lateReason }),
      },
    );
    if (!sent.ok) {
      const { reason, message, rows: wrong } = sent.error;
      const title = reason === 'closed' ? problems.closed.title : problems.invalid.title;
      const errors = wrong.map((row) => ({ pointer: `/rows/${at(rows, row.indicator)}`, detail: row.message }));
      return problem(c, STATUS[reason], { title, detail: message, ...(errors.length === 0 ? {} : { errors }) });
    }
    if (key !== undefined && !(await holds(register.db, sent.value, read.answers))) {
      return problem(c, 422, { title: problems.otherContent.title, detail: problems.otherContent.text });
    }
    return c.json(
      {
        submissions: sent.value.map((receipt) => receipt.submission),
        indicators: sent.value.flatMap((receipt) => [...receipt.indicators]),
      },
      201,
    );
  });

  api.openapi(routes.decide, async (c) => {
    const { entity, exercise, step } = c.req.valid('param');
    const { votes, ...body } = c.req.valid('json');
    const { person, capacities } = c.get('caller');
    const planned = (await stepOf(register.db, cycleId(entity, Number(exercise)), step))?.planned;
    if (planned === undefined) return notFoundProblem(c);
    const capacity = capacities.find((held) => held.role === planned.recorder);
    if (capacity === undefined)
      return problem(c, 403, { title: problems.forbidden.title, detail: problems.forbidden.text });
    const key = `api/${entity}/${person.id}/${c.req.valid('header')['idempotency-key'] ?? randomUUID()}`;
    const decided = await actions.decide({ space, entity, exercise: Number(exercise) }, step, {
      key,
      outcome: body.outcome,
      decidedBy: person.id,
      ...(capacity.actingFor === undefined ? {} : { actingFor: capacity.actingFor }),
      documentHash: body.documentHash,
      ...given('actNumber', body.actNumber),
      ...given('actDate', dayOf(body.actDate)),
      ...given('remarks', body.remarks),
      ...given('deferredTo', dayOf(body.deferredTo)),
      ...given('votes', votes),
    });
    if (!decided.ok) return problem(c, 409, { title: problems.refused.title, detail: decided.error });
    const { outcome, round, repeated } = decided.value;
    return c.json({ outcome, round, repeated: repeated === true }, 201);
  });
}

const at = (rows: readonly { readonly indicator: string }[], code: string): number =>
  rows.findIndex((row) => row.indicator === code);

function given<K extends keyof Decision>(name: K, value: Decision[K] | undefined): Partial<Pick<Decision, K>> {
  // One property of a known name and type: a computed key widens it.
  return value === undefined ? {} : ({ [name]: value } as Partial<Pick<Decision, K>>);
}

/** A date the schema has found well formed. */
function dayOf(text: string | undefined): CivilDate | undefined {
  const parsed = text === undefined ? undefined : parseCivilDate(text);
  return parsed?.ok === true ? parsed.value : undefined;
}

/** Whether what is on record under these receipts is what was sent now: a key used again for something else is not. */
async function holds(db: Db, receipts: readonly Receipt[], answers: readonly ReadAnswer[]): Promise<boolean> {
  const kept = await db
    .selectFrom('measurements')
    .select(['indicator', 'actual', 'note'])
    .where(
      'submission',
      'in',
      receipts.map((receipt) => receipt.submission),
    )
    .execute();
  const sent = new Map(answers.map((answer) => [answer.code, answer]));
  return (
    kept.length === answers.length &&
    kept.every((row) => {
      const answer = sent.get(row.indicator);
      return (
        answer !== undefined && (answer.note ?? null) === row.note && canonical(answer.actual) === canonical(row.actual)
      );
    })
  );
}

const canonical = (value: object): string => JSON.stringify(Object.entries(value).sort());

const publicForm = (form: OfficerForm) => ({
  checkpoint: form.checkpoint,
  title: form.title,
  state: form.state,
  period: form.period,
  dueOn: form.dueOn,
  rows: form.rows.map(publicRow),
});

const publicRow = (row: FormRow) => ({
  indicator: row.code,
  name: row.name,
  office: row.office,
  target: row.target,
  entry: row.entry.kind,
  unit: row.unitText,
  expected: expected(row),
  ...(row.actingFor === undefined ? {} : { actingFor: row.actingFor }),
  ...(row.readingSentence === undefined ? {} : { reading: row.readingSentence }),
  ...(row.last === undefined ? {} : { last: row.last.actual }),
  ...(row.current === undefined ? {} : { current: row.current.actual }),
  ...(row.returned === undefined ? {} : { returned: { actual: row.returned.actual, remark: row.returned.remark } }),
  ...(row.proposed === undefined ? {} : { proposed: row.proposed.actual }),
});

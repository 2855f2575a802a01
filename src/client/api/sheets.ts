import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { SeenSheet } from '../../access/seen-sheet.js';
import { sheetInSight, sheetsInSight } from '../../access/sheets-in-sight.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { SheetSummary } from '../../register/reading/sheets.js';
import { apiWords } from '../../words/api.js';
import type { Site } from '../pages/kit/site.js';
import { needs } from './bearer.js';
import { notFoundProblem } from './problem.js';
import * as schemas from './schemas.js';

const words = apiWords.operations;
const SHEETS = '/cycles/{entity}/{exercise}/sheets';

const summary = z
  .object({
    sheet: z.number().int(),
    person: z.string(),
    group: z.string(),
    from: z.string(),
    to: z.string(),
    stage: z.string(),
    since: z.string(),
  })
  .openapi('Sheet');

const judgement = z.object({ of: z.string(), value: z.string(), sentence: z.string() });

/** What the caller may not see is absent. */
const whole = summary
  .extend({
    objectives: z
      .array(z.object({ id: z.string(), title: z.string(), weight: z.string(), kind: z.string(), of: z.string() }))
      .optional(),
    selfEvaluation: z.array(judgement).optional(),
    evaluation: z.array(judgement).optional(),
    score: z
      .object({ score: z.string(), coverage: z.string(), band: z.string(), pay: z.string() })
      .partial()
      .optional(),
    passages: z.array(
      z.object({ passage: z.string(), at: z.string(), actor: z.string(), text: z.string(), outcome: z.string() }),
    ),
  })
  .openapi('SeenSheet');

const reading = <P extends string, Q extends z.ZodObject, T extends z.ZodType>(
  path: P,
  params: Q,
  schema: T,
  said: string,
) =>
  createRoute({
    method: 'get',
    path,
    tags: [apiWords.tags.reading],
    summary: said,
    security: [{ bearer: [] }],
    // Two: that the token reads, and that it was made to read what is of single persons.
    middleware: [needs('read'), needs('read-individual')] as const,
    request: { params },
    responses: {
      200: { description: said, content: { 'application/json': { schema } } },
      default: {
        description: apiWords.problems.refused.title,
        content: { 'application/problem+json': { schema: schemas.problemSchema } },
      },
    },
  });

const listRoute = reading(SHEETS, schemas.cycleParams, z.array(summary), words.sheets);
const oneRoute = reading(
  `${SHEETS}/{sheet}`,
  schemas.cycleParams.extend({ sheet: z.string().regex(/^\d{1,9}$/) }),
  whole,
  words.oneSheet,
);

/** What another program may read of people's evaluation: what its person may see, and no more. */
export function mountSheets(api: OpenAPIHono, { deps }: Site): void {
  const { db } = deps.register;
  api.openapi(listRoute, async (c) => {
    const { entity, exercise } = c.req.valid('param');
    const asking = { person: c.get('caller').person.id, on: romeDate(deps.clock()) };
    const seen = await sheetsInSight(db, { ...asking, cycle: cycleId({ entity, exercise: Number(exercise) }) });
    return c.json(seen.map(inShort), 200);
  });
  api.openapi(oneRoute, async (c) => {
    const { entity, exercise, sheet } = c.req.valid('param');
    const asking = { person: c.get('caller').person.id, on: romeDate(deps.clock()) };
    const seen = await sheetInSight(
      db,
      { ...asking, cycle: cycleId({ entity, exercise: Number(exercise) }) },
      Number(sheet),
    );
    return seen === undefined ? notFoundProblem(c) : c.json(inFull(seen), 200);
  });
}

const inShort = ({ id, person, group, from, to, stage, since }: SheetSummary) => ({
  sheet: id,
  person,
  group,
  from,
  to,
  stage,
  since,
});

const inFull = (seen: SeenSheet) => ({
  ...inShort(seen),
  objectives:
    seen.objectives === undefined
      ? undefined
      : seen.objectives.map(({ id, title, weight, result }) => ({
          ...{ id, title, weight, kind: result.kind },
          of: result.kind === 'own' ? result.expected : result.code,
        })),
  selfEvaluation: seen.own === undefined ? undefined : [...seen.own],
  evaluation: seen.given === undefined ? undefined : [...seen.given],
  score: seen.score === undefined ? undefined : { ...seen.score, band: seen.score.band?.id },
  passages: seen.passages.map(({ passage, at, actor, text, outcome }) => ({
    ...{ passage, at, actor, text },
    outcome: outcome ?? '',
  })),
});

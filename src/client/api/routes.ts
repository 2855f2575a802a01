import { createRoute, z } from '@hono/zod-openapi';
import type { Scope } from '../../domain/token.js';
import { BYTES_TYPE } from '../../files/media-types.js';
import { apiWords } from '../../words/api.js';
import { needs } from './bearer.js';
import * as schemas from './schemas.js';

const words = apiWords.operations;
const READING = [apiWords.tags.reading];
const ACTING = [apiWords.tags.acting];
const BEARER = [{ bearer: [] }];

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** Every operation may end so; the document says it of each. */
const failures = {
  default: {
    description: apiWords.problems.refused.title,
    content: { 'application/problem+json': { schema: schemas.problemSchema } },
  },
};

function reading<P extends string, Q extends z.ZodObject, T extends z.ZodType>(
  path: P,
  params: Q,
  schema: T,
  summary: string,
  scope?: Scope,
) {
  return createRoute({
    method: 'get',
    path,
    tags: READING,
    summary,
    security: BEARER,
    request: { params },
    middleware: scope === undefined ? undefined : needs(scope),
    responses: { 200: json(schema, summary), ...failures },
  });
}

const CYCLE = '/cycles/{entity}/{exercise}';

/** The operations of the API, as its document tells them. */
export const routes = {
  me: reading('/me', z.object({}), schemas.meSchema, words.me),
  cycles: reading('/cycles', z.object({}), z.array(schemas.cycleSchema), words.cycles, 'read'),
  cycle: reading(CYCLE, schemas.cycleParams, schemas.cycleStatusSchema, words.cycle, 'read'),
  steps: reading(`${CYCLE}/steps`, schemas.cycleParams, z.array(schemas.stepSchema), words.steps, 'read'),
  step: reading(`${CYCLE}/steps/{step}`, schemas.stepParams, schemas.stepSchema, words.step, 'read'),
  scorecard: reading(`${CYCLE}/scorecard`, schemas.cycleParams, schemas.scorecardSchema, words.scorecard, 'read'),
  readings: reading(
    `${CYCLE}/plan/readings`,
    schemas.cycleParams,
    z.array(schemas.readingSchema),
    words.readings,
    'read',
  ),
  assessment: reading(
    `${CYCLE}/checkpoints/{checkpoint}/assessment`,
    schemas.checkpointParams,
    schemas.assessmentSchema,
    words.assessment,
    'read',
  ),
  form: reading(
    `${CYCLE}/checkpoints/{checkpoint}/form`,
    schemas.checkpointParams,
    schemas.formSchema,
    words.form,
    'submit',
  ),
  submit: createRoute({
    method: 'post',
    path: `${CYCLE}/checkpoints/{checkpoint}/submissions`,
    tags: ACTING,
    summary: words.submit,
    security: BEARER,
    middleware: needs('submit'),
    request: {
      params: schemas.checkpointParams,
      headers: schemas.sendHeaders,
      body: { required: true, ...json(schemas.submissionBody, words.submit) },
    },
    responses: { 201: json(schemas.receiptSchema, apiWords.sent), ...failures },
  }),
  sheet: createRoute({
    method: 'post',
    path: `${CYCLE}/checkpoints/{checkpoint}/sheets`,
    tags: ACTING,
    summary: words.sheet,
    security: BEARER,
    middleware: needs('submit'),
    request: {
      params: schemas.checkpointParams,
      headers: schemas.sendHeaders,
      query: schemas.sheetQuery,
      body: {
        required: true,
        description: words.sheet,
        content: { [BYTES_TYPE]: { schema: { type: 'string', format: 'binary' } } },
      },
    },
    responses: { 201: json(schemas.sheetReceiptSchema, apiWords.sent), ...failures },
  }),
} as const;

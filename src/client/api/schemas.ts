import { z } from '@hono/zod-openapi';
import { LONGEST_ANSWER } from '../../domain/measured/longest.js';
import { refuseText } from '../../register/accept.js';
import { apiWords } from '../../words/api.js';

const { fields, problems } = apiWords;

const MOST_TEXT = LONGEST_ANSWER.text;
const MOST_ROWS = 1_000;

/** A text the register can keep. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((written) => refuseText(written) === undefined, { error: problems.expected.unwritable });

/** Ids as data files write them; anything else names nothing. */
export const id = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/);
/** The same with slashes in it, `gestione/4`. */
export const slashedId = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*(\/[A-Za-z0-9_.-]+)*$/);
const day = z.iso.date();

export const cycleParams = z.object({
  entity: id.openapi({ description: fields.entity, example: 'ccms' }),
  exercise: z
    .string()
    .regex(/^\d{4}$/)
    .openapi({ description: fields.exercise, example: '2016' }),
});
export const stepParams = cycleParams.extend({
  step: id.openapi({ description: fields.step, example: 'piano-approvazione' }),
});
export const checkpointParams = cycleParams.extend({
  checkpoint: id.openapi({ description: fields.checkpoint, example: 'monitoraggio-1' }),
});
export const sendHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, problems.key)
    .optional()
    .openapi({ description: fields.idempotencyKey, example: '2016-monitoraggio-1-isr' }),
});

export const problemSchema = z
  .object({
    type: z.string(),
    status: z.number().int(),
    title: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem');

export const meSchema = z
  .object({
    entity: z.string(),
    person: z.object({ id: z.string(), name: z.string() }),
    capacities: z.array(z.object({ role: z.string(), actingFor: z.string().optional() })),
    accessRoles: z.array(z.string()),
    scopes: z.array(z.string()),
    tokenExpiresAt: z.string(),
  })
  .openapi('Me');

export const readingSchema = z
  .object({
    version: z.number().int(),
    inForce: z.boolean(),
    indicator: z.string(),
    key: z.string(),
    name: z.string(),
    target: z.string(),
    outcome: z.string(),
    readings: z.array(z.string()),
    confirmed: z.string().optional(),
    followers: z.array(z.string()),
  })
  .openapi('Reading');

export const cycleSchema = z
  .object({
    entity: z.string(),
    exercise: z.number().int(),
    status: z.enum(['planned', 'running', 'closed', 'cancelled']),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    simulated: z.boolean(),
  })
  .openapi('Cycle');

export const cycleStatusSchema = cycleSchema
  .extend({
    steps: z.object({
      total: z.number().int(),
      done: z.number().int(),
      open: z.number().int(),
      late: z.number().int(),
      waiting: z.number().int(),
    }),
  })
  .openapi('CycleStatus');

export const stepSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    phase: z.string(),
    kind: z.string(),
    status: z.string(),
    opensOn: day,
    dueOn: day,
    openedAt: z.string().nullable(),
    completedAt: z.string().nullable(),
    run: z.number().int().openapi({ description: fields.run }),
    round: z.number().int().openapi({ description: fields.round }),
    owners: z.array(z.string()),
    waitingFor: z.array(z.string()),
    norm: z.string(),
  })
  .openapi('Step');

const light = z.enum(['green', 'yellow', 'red', 'none']);
const percent = z.string().openapi({ description: fields.achievement, example: '92.31' });

const rollupSchema = z
  .object({
    node: z.string(),
    title: z.string(),
    parent: z.string().optional().openapi({ description: fields.parent }),
    weight: z.string(),
    achievement: percent.optional(),
    coverage: percent,
    worst: percent,
    best: percent,
    light,
  })
  .openapi('Rollup');

export const assessmentSchema = z
  .object({
    checkpoint: z.string(),
    at: z.string(),
    planVersion: z.number().int(),
    policyVersion: z.string(),
    simulated: z.boolean(),
    indicators: z.array(
      z.object({
        indicator: z.string(),
        state: z.string(),
        achievement: percent.optional(),
        light,
        formula: z.string().optional(),
        trace: z.array(z.object({ label: z.string(), value: z.string() })),
      }),
    ),
    rollups: z.array(rollupSchema),
  })
  .openapi('Assessment');

export const scorecardSchema = assessmentSchema.omit({ indicators: true }).openapi('Scorecard');

const actual = z
  .object({
    kind: z.string(),
    value: z.union([z.string(), z.boolean()]).optional(),
    numerator: z.string().optional(),
    denominator: z.string().optional(),
    on: day.optional(),
    reachedOn: day.optional().openapi({ description: fields.reachedOn }),
    reason: z.string().optional(),
    confirmed: z.array(z.string()).readonly().optional().openapi({ description: fields.confirmedQuestions }),
  })
  .openapi('Actual');

export const formSchema = z
  .object({
    checkpoint: z.string(),
    title: z.string(),
    state: z.enum(['collecting', 'closed']),
    period: z.object({ from: day, to: day }),
    dueOn: day,
    rows: z.array(
      z.object({
        indicator: z.string(),
        name: z.string(),
        office: z.string(),
        actingFor: z.string().optional(),
        target: z.string(),
        reading: z.string().optional(),
        entry: z.string(),
        unit: z.string(),
        expected: z.string(),
        last: actual.optional(),
        current: actual.optional(),
        returned: z.object({ actual, remark: z.string() }).optional(),
        proposed: actual.optional(),
      }),
    ),
  })
  .openapi('Form');

const number = z.union([text(200), z.number()]);

export const submissionBody = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          indicator: text(100),
          value: z
            .union([text(200), z.number(), z.boolean()])
            .optional()
            .openapi({ description: fields.value, example: '82,5%' }),
          numerator: number.optional().openapi({ description: fields.numerator }),
          denominator: number.optional().openapi({ description: fields.denominator }),
          mode: z.enum(['value', 'unchanged', 'not-assessable']).optional().openapi({ description: fields.mode }),
          reason: text(MOST_TEXT).optional().openapi({ description: fields.reason }),
          note: text(MOST_TEXT).optional().openapi({ description: fields.note }),
          reachedOn: text(200).optional().openapi({ description: fields.reachedOn, example: '28/06/2016' }),
          confirmed: z.boolean().optional().openapi({ description: fields.confirmed }),
        }),
      )
      .min(1)
      .max(MOST_ROWS),
    lateReason: text(MOST_TEXT).optional().openapi({ description: fields.lateReason }),
  })
  .openapi('Submission');

export const receiptSchema = z
  .object({ submissions: z.array(z.number().int()), indicators: z.array(z.string()) })
  .openapi('Receipt');

export const sheetQuery = z.object({
  confirmed: z.enum(['true', 'false']).optional().openapi({ description: fields.confirmed }),
  partial: z.enum(['true', 'false']).optional().openapi({ description: fields.partial }),
});

export const sheetReceiptSchema = receiptSchema
  .extend({ left: z.array(z.object({ pointer: z.string(), detail: z.string() })) })
  .openapi('SheetReceipt');

export const awaitedSchema = z
  .object({ state: z.literal('waiting'), address: z.string(), detail: z.string() })
  .openapi('AwaitedAct');

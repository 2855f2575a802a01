import { z } from 'zod';
import { planWords } from '../words/plan.js';
import { roleName } from './entity-schema.js';
import { civilDate, expected, group, id, list, nonEmptyList, oneOf, text } from './fields.js';

const itemId = z
  .string(expected(planWords.fields.id))
  .regex(/^[a-z0-9]+([-/][a-z0-9]+)*$/, expected(planWords.fields.id));
const months = z
  .number(expected('un numero di mesi da 1 a 60'))
  .int(expected('un numero di mesi da 1 a 60'))
  .min(1, expected('un numero di mesi da 1 a 60'))
  .max(60, expected('un numero di mesi da 1 a 60'));

/** The shape of `body.yaml`: what a body says of itself beside its exercises. */
export const bodySchema = group({
  mission: text.optional(),
  vision: text.optional(),
  source: text.optional(),
  chapters: list(group({ id, title: text, owner: roleName.optional(), tables: nonEmptyList(id) })).optional(),
  stakeholders: list(text).optional(),
  about: list(
    group({
      kind: oneOf(['organ', 'seat', 'service', 'participation']),
      id,
      title: text,
      details: list(text).optional(),
      count: z
        .number(expected('un numero intero'))
        .int(expected('un numero intero'))
        .min(0, expected('un numero intero'))
        .optional(),
      hours: text.optional(),
      source: text.optional(),
    }),
  ).optional(),
  obligations: list(
    group({
      id: itemId,
      owner: roleName.optional(),
      every: months.optional(),
      due: civilDate.optional(),
      norm: text.optional(),
      validTo: civilDate.optional(),
    }),
  ).optional(),
  improvement: list(group({ id: itemId, owner: roleName.optional(), due: civilDate.optional() })).optional(),
});

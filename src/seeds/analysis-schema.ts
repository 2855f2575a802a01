import { z } from 'zod';
import { parseFormula } from '../domain/finance/formula.js';
import { REGISTER_CHECKS } from '../domain/oiv/checklist.js';
import { expected, group, id, nonEmptyList, oneOf, text } from './fields.js';
import { reference } from './series-schema.js';

const formula = text.transform((written, context) => {
  const read = parseFormula(written);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.error });
  return z.NEVER;
});

const DECIMALS = 'un numero di decimali da 0 a 6';
const YES_NO = 'true o false';

const named = { id, group: text, title: text, series: reference.optional() };

/** The shape of `indices.yaml`: accounts, indices and value added of a financial analysis. */
export const indicesSchema = group({
  version: text,
  source: text,
  accounts: nonEmptyList(group({ ...named, formula: formula.optional() })),
  indices: nonEmptyList(
    group({
      ...named,
      formula,
      unit: oneOf(['percent', 'ratio', 'euro']),
      decimals: z
        .number(expected(DECIMALS))
        .int(expected(DECIMALS))
        .min(0, expected(DECIMALS))
        .max(6, expected(DECIMALS)),
      better: oneOf(['more', 'less']).optional(),
      reading: text.optional(),
    }),
  ),
  valueAdded: nonEmptyList(group({ ...named, formula, total: z.boolean(expected(YES_NO)).optional() })),
});

/** The shape of `check-up.yaml`: the questionnaire by which a body looks at its own cycle. */
export const checkUpSchema = group({
  version: text,
  source: text,
  degrees: nonEmptyList(group({ id, title: text, gap: z.boolean(expected(YES_NO)) })),
  requirements: nonEmptyList(group({ id, area: text, text, norm: text, evidence: text })),
});

const SAMPLE = 'un numero di indicatori da 1 a 50';

/** The shape of `validation.yaml`: what the OIV looks at before it validates a Relazione. */
export const checklistSchema = group({
  version: text,
  sample: z.number(expected(SAMPLE)).int(expected(SAMPLE)).min(1, expected(SAMPLE)).max(50, expected(SAMPLE)),
  requirements: nonEmptyList(
    group({ id, criterion: text, question: text, norm: text, register: oneOf(REGISTER_CHECKS).optional() }),
  ),
});

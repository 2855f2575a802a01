import { z } from 'zod';
import type { RowReference } from '../domain/series.js';
import { planWords } from '../words/plan.js';
import {
  civilDate,
  decimal,
  expected,
  group,
  id,
  list,
  nonEmptyList,
  oneOf,
  percent,
  text,
  verbatim,
  year,
} from './fields.js';

/** `table/row`, `table/row@subject`, `-table/row`. */
export const reference = z
  .string(expected(planWords.fields.reference))
  .regex(/^-?[a-z0-9-]+\/[a-z0-9-]+(@[a-z0-9-]+)?$/, expected(planWords.fields.reference))
  .transform((written): RowReference => {
    const negative = written.startsWith('-');
    const [cell = '', subject] = written.slice(negative ? 1 : 0).split('@');
    const [table = '', row = ''] = cell.split('/');
    return subject === undefined ? { negative, table, row } : { negative, table, row, subject };
  });

const references = nonEmptyList(reference);

const table = group({
  id,
  title: text,
  source: text,
  unit: text.optional(),
  headings: group({ group: text.optional(), row: text.optional() }).optional(),
  note: text.optional(),
  benchmark: group({ subject: id, title: text }).optional(),
  columns: nonEmptyList(group({ subject: id, year })),
  rows: nonEmptyList(
    group({
      id,
      name: text,
      group: text.optional(),
      unit: text.optional(),
      definition: text.optional(),
      better: oneOf(['more', 'less']).optional(),
      cells: list(verbatim),
    }),
  ),
  charts: nonEmptyList(nonEmptyList(id)).optional(),
});

const kinds = ['equation', 'composition', 'not-above', 'never-falls', 'positive', 'steady', 'classes'] as const;

const relation = z.discriminatedUnion(
  'kind',
  [
    group({
      kind: z.literal('equation'),
      left: references,
      right: list(reference),
      constant: decimal.optional(),
      tolerance: decimal.optional(),
    }),
    group({ kind: z.literal('composition'), rows: references }),
    group({ kind: z.literal('not-above'), rows: references, ceiling: references }),
    group({ kind: z.literal('never-falls'), row: reference }),
    group({ kind: z.literal('positive'), row: reference }),
    group({ kind: z.literal('steady'), rows: references, percent, title: text.optional() }),
    group({ kind: z.literal('classes'), rows: references }),
  ],
  expected(planWords.fields.oneOf(kinds)),
);

/** One file of historical tables, with the relations that must hold in them. */
export const seriesSchema = group({ tables: nonEmptyList(table), relations: list(relation).optional() });

export const transparencySchema = group({
  asOf: civilDate,
  groups: nonEmptyList(
    group({ id, title: text, source: text, obligations: nonEmptyList(group({ number: text, text, state: verbatim })) }),
  ),
});

export const improvementSchema = group({
  improvement: nonEmptyList(group({ subject: text, source: text, actions: nonEmptyList(text) })),
});

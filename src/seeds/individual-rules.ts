import { z } from 'zod';
import { rulesProblems } from '../domain/individual/check-rules.js';
import { individualRulesWords as words } from '../words/individual-rules.js';
import { expected, group, id, list, nonEmptyList, oneOf, percent, text } from './fields.js';
import { present } from './present.js';

const days = z.number(expected(words.days)).int(expected(words.days)).min(0, expected(words.days));

const dictionary = group({
  id,
  title: text,
  behaviours: nonEmptyList(group({ id, title: text, descriptor: text, weight: percent })),
  scale: nonEmptyList(group({ id, title: text, descriptor: text, score: percent })),
});

const part = z.discriminatedUnion(
  'kind',
  [
    group({ kind: z.literal('organisational'), weight: percent, of: oneOf(['entity', 'office']) }),
    group({ kind: z.literal('objectives'), weight: percent }),
    group({ kind: z.literal('behaviours'), weight: percent, dictionary: id }),
  ],
  expected(words.part),
);

const evaluatedGroup = group({
  id,
  title: text,
  who: z.discriminatedUnion(
    'kind',
    [group({ kind: z.literal('role'), role: id }), group({ kind: z.literal('everybody-else') })],
    expected(words.who),
  ),
  evaluator: z.discriminatedUnion(
    'kind',
    [group({ kind: z.literal('superior') }), group({ kind: z.literal('board'), proposes: id, decides: id })],
    expected(words.evaluator),
  ),
  secondInstance: id,
  conciliation: id,
  parts: nonEmptyList(part),
  bands: nonEmptyList(group({ id, title: text, from: percent, pay: percent })),
  inPlan: z.boolean(expected(words.inPlan)),
  terms: group({
    acceptance: days,
    selfEvaluation: days,
    observations: days,
    secondInstance: days,
    conciliation: days,
  }),
});

/** How people are evaluated, in the file of the body's rules. */
export const individualRulesSchema = group({
  dictionaries: list(dictionary),
  groups: nonEmptyList(evaluatedGroup),
  partYear: group({ minimumDays: days, pay: oneOf(['by-days', 'whole']), countedAbsences: list(text) }),
  differentiation: group({ group: id, band: id, atMost: percent }).optional(),
}).superRefine((rules, ctx) => {
  for (const { path, message } of rulesProblems(present(rules)))
    ctx.addIssue({ code: 'custom', path: [...path], message });
});

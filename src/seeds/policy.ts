import { z } from 'zod';
import { lightProblems } from '../domain/achievement/lights.js';
import type { DecreasingRule, FormulaName, IncreasingRule, Policy, StepsRule } from '../domain/policy.js';
import { compare, HUNDRED, rational } from '../domain/rational.js';
import type { Result } from '../domain/result.js';
import { achievementWords } from '../words/achievement.js';
import { civilDate, decimal, expected, flag, group, id, list, nonEmptyList, oneOf, percent, text } from './fields.js';
import { individualRulesSchema } from './individual-rules.js';
import { present } from './present.js';
import { readOnce } from './read-once.js';
import { type Located, parseYaml, readYaml, type SeedError } from './read-yaml.js';

const words = achievementWords.policy;

const plain = <const F extends FormulaName>(formula: F) => group({ formula: z.literal(formula) });

const linear = group({
  formula: z.literal('linear'),
  floorPercent: percent.optional(),
  floorValue: decimal.optional(),
}).superRefine((rule, ctx) => {
  if ((rule.floorPercent === undefined) === (rule.floorValue === undefined)) complain(ctx, [], words.oneFloor);
});

const steps = group({
  formula: z.literal('steps'),
  of: oneOf(['increasing-ratio', 'decreasing-ratio', 'decreasing-symmetric']),
  steps: nonEmptyList(group({ from: percent, score: percent })),
}).superRefine((rule, ctx) => {
  rule.steps.forEach((step, i) => {
    const before = rule.steps[i - 1];
    if (before === undefined) {
      if (rational(step.from).n !== 0n) complain(ctx, ['steps', 0, 'from'], words.stepsStart);
      return;
    }
    const rises = compare(rational(step.from), rational(before.from)) > 0;
    if (!rises || compare(rational(step.score), rational(before.score)) < 0) {
      complain(ctx, ['steps', i], words.stepsRise);
    }
  });
});

const byDateDegrading = group({ formula: z.literal('by-date-degrading'), pointsPerDay: decimal });
const withinPeriodDegrading = group({ formula: z.literal('within-period-degrading'), pointsPerUnit: decimal });

const increasing = rules([plain('increasing-ratio'), linear, steps, plain('all-or-nothing')]);
const decreasing = rules([
  plain('decreasing-ratio'),
  plain('decreasing-symmetric'),
  linear,
  steps,
  plain('all-or-nothing'),
]);

/** One formula with its numbers, of any kind: an exception of the policy, or the formula of one line of `achieve`. */
export const formulaRuleSchema = rules([
  plain('increasing-ratio'),
  plain('decreasing-ratio'),
  plain('decreasing-symmetric'),
  plain('all-or-nothing'),
  linear,
  steps,
  plain('by-date'),
  byDateDegrading,
  plain('within-period'),
  withinPeriodDegrading,
  plain('range'),
  plain('range-proportional'),
  plain('relative-level'),
  plain('relative-progress'),
  plain('throughout'),
  plain('yes-no'),
  plain('bands'),
]);

const formulas = group({
  increasing: increasing.superRefine((rule, ctx) => checkGeneral(present(rule), ['increasing-ratio'], 'under', ctx)),
  decreasing: decreasing.superRefine((rule, ctx) =>
    checkGeneral(present(rule), ['decreasing-ratio', 'decreasing-symmetric'], 'over', ctx),
  ),
  byDate: rules([plain('by-date'), byDateDegrading]),
  withinPeriod: rules([
    plain('within-period'),
    withinPeriodDegrading,
    plain('decreasing-ratio'),
    plain('decreasing-symmetric'),
  ]),
  throughout: plain('throughout'),
  yesNo: plain('yes-no'),
  bands: plain('bands'),
  range: rules([plain('range'), plain('range-proportional')]),
  relative: rules([plain('relative-level'), plain('relative-progress')]),
});

const adoption = z.discriminatedUnion(
  'status',
  [
    group({ status: z.literal('adopted'), act: text, on: civilDate }),
    group({ status: z.literal('not-adopted'), note: text }),
  ],
  expected(words.status),
);

const workingDays = z.number(expected(words.days)).int(expected(words.days)).min(0, expected(words.days));
const decimals = z
  .number(expected(words.decimals))
  .int(expected(words.decimals))
  .min(0, expected(words.decimals))
  .max(6, expected(words.decimals));

const lightBand = group({
  light: oneOf(['green', 'yellow', 'red']),
  from: percent.optional(),
  fromInclusive: flag.default(true),
  to: percent.optional(),
  toInclusive: flag.default(false),
});

/** The shape of `seeds/policies/*.yaml`. Numbers are written the Italian way, as in every data file. */
export const policySchema = group({
  id,
  version: text,
  title: text,
  adoption,
  validFrom: civilDate,
  validTo: civilDate.optional(),
  formulas,
  exceptions: list(group({ indicator: text, rule: formulaRuleSchema, reason: text, act: text })).default([]),
  cap: percent,
  floor: percent,
  strictEquality: oneOf(['just-below', 'met']),
  targetZero: oneOf(['all-or-nothing', 'not-assessable']),
  rounding: group({
    mode: oneOf(['half-up', 'half-even', 'down']),
    decimals,
    applied: oneOf(['each-result', 'printed-only']),
    compare: oneOf(['exact', 'rounded']),
  }),
  missing: oneOf(['stays-out', 'counts-as-floor', 'blocks']),
  notAssessable: oneOf(['leaves-card', 'leaves-to-siblings']),
  interim: group({
    accumulating: oneOf(['pro-rata', 'full-target']),
    unknown: oneOf(['doubtful', 'as-level', 'as-accumulating']),
  }),
  lights: group({ bands: nonEmptyList(lightBand), minimumCoverage: percent }),
  notices: group({
    reminders: list(workingDays),
    dueToday: flag,
    late: list(workingDays),
    escalateToManager: workingDays.optional(),
    escalateToHead: workingDays.optional(),
  }),
  decisionsByToken: oneOf(['refused', 'allowed']).optional(),
  receiptsByMail: oneOf(['sent', 'not-sent']).optional(),
  individual: individualRulesSchema.optional(),
}).superRefine((policy, ctx) => {
  if (compare(rational(policy.cap), HUNDRED) < 0) complain(ctx, ['cap'], words.capUnderHundred);
  if (compare(rational(policy.floor), rational(policy.cap)) >= 0) complain(ctx, ['floor'], words.floorOverCap);
  if (policy.validTo !== undefined && policy.validTo < policy.validFrom) complain(ctx, ['validTo'], words.validity);
  for (const { index, message } of lightProblems(present(policy.lights.bands))) {
    complain(ctx, ['lights', 'bands', index], message);
  }
  policy.exceptions.forEach(({ indicator }, i) => {
    const first = policy.exceptions.findIndex((e) => e.indicator === indicator);
    if (first !== i) complain(ctx, ['exceptions', i, 'indicator'], words.twice(indicator));
  });
  const { reminders, late } = policy.notices;
  if (reminders.some((n, i) => i > 0 && n >= (reminders[i - 1] ?? n))) {
    complain(ctx, ['notices', 'reminders'], words.remindersFall);
  }
  if (late.some((n, i) => i > 0 && n <= (late[i - 1] ?? n))) complain(ctx, ['notices', 'late'], words.latesRise);
});

/**
 * Reads one version of a body's rules.
 * @returns the policy with the lines of its fields, or every error with file, line, field and what was expected
 */
export const loadPolicy = readOnce((file) => asPolicy(readYaml(file, policySchema)));

/** As `loadPolicy`, on text already in memory. */
export function parsePolicy(file: string, content: string): Result<Located<Policy>, readonly SeedError[]> {
  return asPolicy(parseYaml(file, content, policySchema));
}

function asPolicy(
  read: Result<Located<z.output<typeof policySchema>>, readonly SeedError[]>,
): Result<Located<Policy>, readonly SeedError[]> {
  return read.ok ? { ok: true, value: { ...read.value, value: present(read.value.value) } } : read;
}

/** A choice among formulas that names those possible when none fits. */
function rules<const R extends readonly [z.ZodObject, ...z.ZodObject[]]>(options: R) {
  const names = options.map((option) =>
    String(option.shape.formula instanceof z.ZodLiteral ? option.shape.formula.value : ''),
  );
  return z.discriminatedUnion('formula', options, {
    error: ({ input }) => words.formulas(names, formulaIn(input)),
  });
}

function formulaIn(input: unknown): string {
  return typeof input === 'object' && input !== null && 'formula' in input ? String(input.formula) : '';
}

/** What only an indicator of its own can have, or what points the wrong way for a whole direction. */
function checkGeneral(
  rule: IncreasingRule | DecreasingRule,
  ratios: readonly StepsRule['of'][],
  side: 'under' | 'over',
  ctx: z.RefinementCtx,
): void {
  if (rule.formula === 'steps' && !ratios.includes(rule.of)) complain(ctx, ['of'], words.stepsOf(ratios));
  if (rule.formula !== 'linear') return;
  if (rule.floorPercent === undefined) {
    complain(ctx, ['floorValue'], words.absoluteFloor);
  } else if (compare(rational(rule.floorPercent), HUNDRED) * (side === 'under' ? 1 : -1) >= 0) {
    complain(ctx, ['floorPercent'], words.floorSide(side));
  }
}

function complain(ctx: z.RefinementCtx, path: (string | number)[], message: string): void {
  ctx.addIssue({ code: 'custom', path, message });
}

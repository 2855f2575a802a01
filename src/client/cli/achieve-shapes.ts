import { z } from 'zod';
import { parseItalianNumber } from '../../domain/achievement/parse-actual.js';
import type { Actual } from '../../domain/achievement/types.js';
import type { FormulaRule } from '../../domain/policy.js';
import { parseRational } from '../../domain/rational.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { DecimalText, Reading } from '../../domain/targets/types.js';
import { civilDate } from '../../seeds/fields.js';
import { formulaRuleSchema } from '../../seeds/policy.js';
import { present } from '../../seeds/present.js';
import { achievementWords } from '../../words/achievement.js';

const words = achievementWords.line;

/** A JSON number, or decimal text with a point, exact: what a program writes. */
const decimal = z.union([z.number(), z.string()]).transform((value, ctx): DecimalText => {
  const text = typeof value === 'number' ? decimalOfNumber(value) : parseRational(value).ok ? value : undefined;
  if (text !== undefined) return text;
  ctx.addIssue({ code: 'custom', message: words.expectedNumber });
  return z.NEVER;
});

const operator = z.enum(['>=', '>', '<=', '<', '=']);
const direction = z.enum(['more-is-better', 'less-is-better']);
const what = z.string().optional();

const unit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['number', 'percent', 'percentage-points', 'euro', 'days', 'hours', 'months']) }),
  z.strictObject({ kind: z.literal('count'), noun: z.string() }),
  z.strictObject({ kind: z.literal('score'), outOf: decimal }),
]);

const baseline = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('year'), year: z.int() }),
  z.strictObject({ kind: z.enum(['previous-target', 'unknown']) }),
  z.strictObject({ kind: z.literal('named'), what: z.string() }),
]);

const band = z.strictObject({
  from: decimal.optional(),
  fromInclusive: z.boolean(),
  to: decimal.optional(),
  toInclusive: z.boolean(),
  score: decimal,
});

/** A reading as `ciclo target --stdin` answers it. */
const readingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('threshold'),
    operator,
    value: decimal,
    unit,
    direction,
    accumulation: z.enum(['accumulates', 'level']).optional(),
    by: civilDate.optional(),
    what,
  }),
  z.strictObject({ kind: z.literal('range'), from: decimal, to: decimal, unit }),
  z.strictObject({ kind: z.literal('bands'), unit, bands: z.array(band).min(1) }),
  z.strictObject({ kind: z.literal('by-date'), by: civilDate, strict: z.boolean(), what }),
  z.strictObject({
    kind: z.literal('within-period'),
    amount: z.number().nonnegative(),
    unit: z.enum(['working-days', 'hours', 'days', 'weeks', 'months']),
    event: z.string(),
    what,
  }),
  z.strictObject({ kind: z.literal('throughout'), from: civilDate, to: civilDate }),
  z.strictObject({
    kind: z.literal('relative'),
    operator,
    change: decimal,
    changeUnit: z.enum(['percent', 'percentage-points', 'absolute']),
    baseline,
    direction,
    unit,
  }),
  z.strictObject({ kind: z.literal('yes-no'), expected: z.boolean(), what }),
]);

const actualSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: decimal }),
  z.strictObject({ kind: z.literal('ratio'), numerator: decimal, denominator: decimal }),
  z.strictObject({ kind: z.literal('date'), on: civilDate }),
  z.strictObject({ kind: z.literal('yes-no'), value: z.boolean() }),
  z.strictObject({ kind: z.enum(['not-yet', 'missing']) }),
  z.strictObject({ kind: z.literal('not-assessable'), reason: z.string().min(1) }),
]);

export function readReading(value: unknown): Result<Reading, string> {
  const parsed = readingSchema.safeParse(value);
  return parsed.success ? ok(present(parsed.data)) : err(places(parsed.error, inItalian));
}

export function readActualObject(value: unknown): Result<Actual, string> {
  const parsed = actualSchema.safeParse(value);
  return parsed.success ? ok(present(parsed.data)) : err(places(parsed.error, inItalian));
}

/** A formula by name, or an object with its numbers: `{"formula": "linear", "floorPercent": 50}`. */
export function readFormula(value: unknown): Result<FormulaRule, string> {
  const parsed = formulaRuleSchema.safeParse(typeof value === 'string' ? { formula: value } : asWritten(value));
  return parsed.success ? ok(present(parsed.data)) : err(places(parsed.error));
}

/** A JSON number exactly as written, or undefined where JSON can not carry it (more than 15 digits, exponents). */
export function decimalOfNumber(value: number): DecimalText | undefined {
  const text = String(value);
  return /^-?\d{1,15}(\.\d+)?$/.test(text) && text.length <= 17 ? text : undefined;
}

/** A number given as JSON or as Italian text. */
export function readNumberField(value: unknown): Result<DecimalText, string> {
  if (typeof value === 'string') return parseItalianNumber(value);
  const text = typeof value === 'number' ? decimalOfNumber(value) : undefined;
  return text === undefined ? err(words.expectedNumber) : ok(text);
}

const PERCENTS = new Set(['floorPercent', 'from', 'score']);

/** JSON numbers in a formula as the policy file writes them: 50 → `50%`, 2.5 → `2,5`. */
function asWritten(value: unknown, key = ''): unknown {
  if (typeof value === 'number') return `${String(value).replace('.', ',')}${PERCENTS.has(key) ? '%' : ''}`;
  if (Array.isArray(value)) return value.map((item) => asWritten(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, asWritten(v, k)]));
}

type Issue = z.core.$ZodIssue;

const places = (error: z.ZodError, say: (issue: Issue) => string = (issue) => issue.message): string =>
  error.issues.map((i) => (i.path.length === 0 ? say(i) : `${i.path.map(String).join('.')}: ${say(i)}`)).join('; ');

/** The shapes above are for programs and carry no sentences of their own, except where a number is expected. */
function inItalian(issue: Issue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_value':
      return words.oneOf(issue.values.map(String));
    case 'unrecognized_keys':
      return words.unknownField(issue.keys.join(', '));
    default:
      return words.wrongValue;
  }
}

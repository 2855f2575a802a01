import type { AssessmentInput } from '../../domain/achievement/assessment-input.js';
import type { Actual } from '../../domain/achievement/types.js';
import { addDays, parseCivilDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { Measure } from '../../domain/measured/measure.js';
import { oddities } from '../../domain/measured/odd.js';
import { readValue } from '../../domain/measured/read-value.js';
import { refuseActual } from '../../domain/measured/refuse-actual.js';
import type { FormulaRule } from '../../domain/policy.js';
import { err, ok, type Result } from '../../domain/result.js';
import { candidatesOf, remarksOn, type TargetOutcome } from '../../domain/targets/outcome.js';
import { parseTarget } from '../../domain/targets/parse.js';
import type { Reading } from '../../domain/targets/types.js';
import { achievementWords } from '../../words/achievement.js';
import { decimalOfNumber, readActualObject, readFormula, readNumberField, readReading } from './achieve-shapes.js';

const words = achievementWords.line;

/** One question to `achieve`, understood. */
export interface AchieveRequest {
  readonly input: AssessmentInput & { readonly reading: Reading | TargetOutcome };
  /** What an officer would be asked about the value before it is taken. */
  readonly odd: readonly string[];
  readonly rule?: FormulaRule;
  /** File or id of the policy; absent for the default. */
  readonly policy?: string;
}

/** What is wrong with a question, and what was expected. Both in Italian. */
export interface Refusal {
  readonly error: string;
  readonly expected: string;
}

const FIELDS = [
  'target',
  'text',
  'reading',
  'actual',
  'name',
  'year',
  'previous',
  'at',
  'formula',
  'policy',
  'baseline',
  'event',
  'accumulation',
  'indicator',
] as const;
type Fields = Partial<Record<(typeof FIELDS)[number], unknown>>;

/** The exercise taken when nothing says another: the one of the default policy. */
const DEFAULT_YEAR = 2016;
const MAX_LINE = 100_000;

/** Understands one line of `--stdin`. */
export function readLine(line: string): Result<AchieveRequest, Refusal> {
  if (line.length > MAX_LINE) return refuse(words.tooLong, words.expectedLength(MAX_LINE));
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refuse(words.notJson, words.expectedObject);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(words.notObject, words.expectedObject);
  }
  return readFields(value);
}

/** Understands the fields of one question. */
export function readFields(fields: Fields): Result<AchieveRequest, Refusal> {
  const unknown = Object.keys(fields).find((key) => !FIELDS.some((f) => f === key));
  if (unknown !== undefined) return refuse(words.unknownField(unknown), words.expectedFields(FIELDS));
  for (const key of ['name', 'previous', 'policy', 'indicator'] as const) {
    const value = fields[key];
    if (value !== undefined && typeof value !== 'string') return refuse(words.text(key), words.text(key));
  }
  const at = readDate(fields, 'at');
  if (!at.ok) return at;
  const event = readDate(fields, 'event');
  if (!event.ok) return event;
  const year = fields.year ?? (at.value === undefined ? DEFAULT_YEAR : Number(at.value.slice(0, 4)));
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1900 || year > 2200) {
    return refuse(words.year, words.expectedYear);
  }
  const formula = fields.formula === undefined ? ok(undefined) : readFormula(fields.formula);
  if (!formula.ok) return refuse(words.formula, formula.error);
  const target = readTarget(fields, year);
  if (!target.ok) return target;
  const reading = chosenBy(formula.value, target.value);
  const lastDay = at.value ?? addDays(firstOf(year + 1), -1);
  const measure = measureOf(reading, fields, year, lastDay);
  const actual = readActual(fields.actual, measure);
  if (!actual.ok) return actual;
  const baseline = fields.baseline === undefined ? ok(undefined) : readNumberField(fields.baseline);
  if (!baseline.ok) return refuse(words.baseline, baseline.error);
  const { accumulation } = fields;
  if (accumulation !== undefined && accumulation !== 'accumulates' && accumulation !== 'level') {
    return refuse(words.accumulation, words.expectedAccumulation);
  }
  return ok({
    input: {
      indicator: typeof fields.indicator === 'string' ? fields.indicator : '',
      reading,
      actual: actual.value,
      period: { exercise: year, at: lastDay },
      baseline: baseline.value,
      eventOn: event.value,
      accumulation,
    },
    odd: oddities(actual.value, { ...measure, baseline: baseline.value }),
    rule: formula.value,
    policy: textIn(fields.policy),
  });
}

function readTarget(fields: Fields, year: number): Result<Reading | TargetOutcome, Refusal> {
  const given = [fields.target, fields.text, fields.reading].filter((v) => v !== undefined);
  const [target] = given;
  if (given.length > 1) return refuse(words.twoTargets, words.expectedTarget);
  if (typeof target === 'string') {
    return ok(
      parseTarget(target, {
        year,
        name: textIn(fields.name),
        previous: textIn(fields.previous),
      }),
    );
  }
  if (typeof target !== 'object' || target === null) return refuse(words.target, words.expectedTarget);
  const reading = readReading(target);
  return reading.ok ? reading : refuse(words.reading, reading.error);
}

function readActual(value: unknown, measure: Measure): Result<Actual, Refusal> {
  if (value === undefined) return refuse(words.actual, words.expectedActual);
  if (value === null) return ok({ kind: 'missing' });
  if (typeof value === 'string') {
    const read = readValue(value, measure);
    return read.ok ? read : refuse(read.error, words.expectedActual);
  }
  const actual = actualOf(value);
  if (!actual.ok || actual.value.kind === 'missing') return actual;
  const refused = refuseActual(actual.value, measure);
  return refused === undefined ? actual : refuse(refused, words.expectedActual);
}

/** A value that a program writes as such, not as a person would. */
function actualOf(value: unknown): Result<Actual, Refusal> {
  if (typeof value === 'boolean') return ok({ kind: 'yes-no', value });
  if (typeof value === 'number') {
    const text = decimalOfNumber(value);
    return text === undefined ? refuse(words.tooPrecise, words.expectedNumber) : ok({ kind: 'number', value: text });
  }
  const actual = readActualObject(value);
  return actual.ok ? actual : refuse(actual.error, words.expectedActual);
}

const measureOf = (target: Reading | TargetOutcome, fields: Fields, exercise: number, at: CivilDate): Measure => {
  const reading = 'outcome' in target ? (target.outcome === 'parsed' ? target.reading : undefined) : target;
  return {
    moment: { exercise, at },
    name: textIn(fields.name),
    reading,
  };
};

/** When the target is proposed or leaves several readings and the formula given fits exactly one, the formula has decided. */
function chosenBy(rule: FormulaRule | undefined, target: Reading | TargetOutcome): Reading | TargetOutcome {
  if (rule === undefined || !('outcome' in target) || target.outcome === 'parsed') return target;
  const fitting = candidatesOf(target).filter(({ reading }) => decides(rule, reading));
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return target;
  const decided = { code: 'formula-decides', message: words.formulaDecides };
  return { outcome: 'parsed', text: target.text, ...only, notes: [...remarksOn(target), decided] };
}

function decides(rule: FormulaRule, reading: Reading): boolean {
  switch (rule.formula) {
    case 'increasing-ratio':
      return reading.kind === 'threshold' && reading.direction === 'more-is-better';
    case 'decreasing-ratio':
    case 'decreasing-symmetric':
      return reading.kind === 'threshold' && reading.direction === 'less-is-better';
    case 'by-date':
    case 'by-date-degrading':
      return reading.kind === 'by-date';
    default:
      return false;
  }
}

function readDate(fields: Fields, key: 'at' | 'event'): Result<CivilDate | undefined, Refusal> {
  const value = fields[key];
  if (value === undefined) return ok(undefined);
  const date = typeof value === 'string' ? parseCivilDate(value) : err('');
  return date.ok ? date : refuse(words.date(key), words.expectedDate);
}

// The year has been checked to have four digits.
const firstOf = (year: number): CivilDate => `${year}-01-01` as CivilDate;

const refuse = (error: string, expected: string): Result<never, Refusal> => err({ error, expected });

const textIn = (written: unknown): string | undefined => (typeof written === 'string' ? written : undefined);

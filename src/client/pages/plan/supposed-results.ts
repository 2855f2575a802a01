import { createAssessor } from '../../../domain/achievement/assess.js';
import { actualAtTarget } from '../../../domain/achievement/at-target.js';
import type { Actual } from '../../../domain/achievement/types.js';
import { allIndicators, readingAt } from '../../../domain/findings/walk.js';
import type { Indicator, Plan } from '../../../domain/plan.js';
import {
  type ChangedResult,
  changedResults,
  type MeasuredSoFar,
  type PlanResults,
  resultsOf,
} from '../../../domain/plan-effect.js';
import { compare, HUNDRED, rational } from '../../../domain/rational.js';
import type { Override } from '../../../domain/scorecard/types.js';
import type { DecimalText } from '../../../domain/targets/types.js';
import { planningWords } from '../../../words/planning.js';

const words = planningWords.results;

/** What is supposed of the values that are missing. */
export type Supposition = 'no' | 'target' | 'none';

/** A result supposed where no value is: the value, or the percentage when the target does not say one. */
type SupposedValue = { readonly value: Actual } | { readonly percent: DecimalText };

/** Results as they are and as they would be. */
export interface SupposedResults {
  readonly before: PlanResults;
  readonly after: PlanResults;
  /** What was supposed of missing values, by indicator. */
  readonly supposed: ReadonlyMap<string, SupposedValue>;
}

/**
 * Judges a plan as it is and as it would be, with the engine of the checkpoints.
 * @param then the plan with hypotheses in it; values typed by hand come before what is supposed of those missing
 */
export function supposeResults(
  now: Plan,
  then: Plan,
  measured: MeasuredSoFar,
  values: ReadonlyMap<string, Actual>,
  supposition: Supposition,
): SupposedResults {
  const before = resultsOf(now, measured);
  const actuals = new Map([...measured.actuals, ...values]);
  const supposed = new Map<string, SupposedValue>();
  const overrides: Override[] = [...measured.overrides];
  if (supposition !== 'no') {
    const typed = resultsOf(then, { ...measured, actuals });
    const decided = new Set(overrides.map((o) => o.indicator));
    for (const { node } of allIndicators(then)) {
      if (typed.indicators.get(node.code)?.state !== 'missing' || decided.has(node.code) || supposed.has(node.code))
        continue;
      // A row that repeats another is judged on its measurement: supposing the one supposes both.
      if (node.repeats !== undefined && actuals.has(node.repeats)) continue;
      const value = supposition === 'target' ? provenAtTarget(then, node, measured) : undefined;
      if (value !== undefined) {
        supposed.set(node.code, { value });
        actuals.set(node.repeats ?? node.code, value);
        continue;
      }
      const percent = extreme(supposition, measured);
      supposed.set(node.code, { percent });
      overrides.push({ ...HYPOTHESIS, on: measured.period.at, indicator: node.code, kind: 'forced', value: percent });
    }
  }
  return { before, after: resultsOf(then, { ...measured, actuals, overrides }), supposed };
}

const HYPOTHESIS = { by: words.by, reason: words.by, act: words.by } as const;

/** A value at the target, once the engine itself agrees that it reaches it. */
function provenAtTarget(plan: Plan, indicator: Indicator, { policy, period }: MeasuredSoFar): Actual | undefined {
  const reading = readingAt(indicator, plan.exercise);
  const actual = reading === undefined ? undefined : actualAtTarget(reading);
  if (reading === undefined || actual === undefined) return undefined;
  const judged = createAssessor(policy).count({ indicator: indicator.code, reading, actual, period });
  return judged.state === 'assessed' && compare(judged.limited, HUNDRED) >= 0 ? actual : undefined;
}

/** All or nothing, within what the policy lets a result be. */
function extreme(supposition: Exclude<Supposition, 'no'>, { policy }: MeasuredSoFar): DecimalText {
  if (supposition === 'none') return policy.floor;
  return compare(rational(policy.cap), HUNDRED) < 0 ? policy.cap : '100';
}

/** An indicator whose result would be another. */
export interface ResultChange extends ChangedResult {
  readonly supposed: SupposedValue | undefined;
}

/** The indicators whose result, or what it rests on, would change; in the order of the plan, each once. */
export const resultChanges = (
  plan: Plan,
  { before, after, supposed }: SupposedResults,
  named: ReadonlySet<string>,
): readonly ResultChange[] =>
  changedResults(plan, before, after, (code) => named.has(code) || supposed.has(code)).map((change) => ({
    ...change,
    supposed: supposed.get(change.indicator.code),
  }));

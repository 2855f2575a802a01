import { createAssessor } from './achievement/assess.js';
import { baselineIn, baselinesOf, type LastYear } from './achievement/baseline.js';
import type { AssessmentPeriod } from './achievement/judge/types.js';
import type { Actual, IndicatorAssessment } from './achievement/types.js';
import { judgedIn } from './confirmed-readings.js';
import { allIndicators } from './findings/walk.js';
import type { Indicator, Plan } from './plan.js';
import type { Policy } from './policy.js';
import { rollUp } from './scorecard/roll-up.js';
import type { Override, ScorecardNode } from './scorecard/types.js';

/** The data a plan is judged on: what was measured by a date, under a policy. */
export interface MeasuredSoFar {
  readonly actuals: ReadonlyMap<string, Actual>;
  readonly period: AssessmentPeriod;
  readonly policy: Policy;
  /** What was measured at the end of the exercise before, for the targets that start from it. */
  readonly lastYear?: LastYear;
  /** Decisions over results; those on what a plan does not have are left out. */
  readonly overrides: readonly Override[];
}

/** What the results would be with a plan, on data that are there. Nothing is recorded. */
export interface PlanResults {
  readonly entity: ScorecardNode;
  readonly indicators: ReadonlyMap<string, IndicatorAssessment>;
}

/** The results of a plan on the data measured so far, of the readings it has confirmed. A row that repeats an indicator is judged on its measurement. */
export function resultsOf(plan: Plan, { actuals, period, policy, overrides, lastYear }: MeasuredSoFar): PlanResults {
  const assessor = createAssessor(policy);
  const baselines = baselinesOf(plan, lastYear);
  const rows = allIndicators(plan).map(({ node }) => node);
  const assessments = rows.map((indicator) =>
    assessor.assess({
      indicator: indicator.code,
      reading: judgedIn(indicator, plan.exercise),
      actual: actuals.get(indicator.repeats ?? indicator.code) ?? { kind: 'missing' },
      ...baselineIn(baselines, indicator.code),
      period,
    }),
  );
  const known = new Set(rows.map((i) => i.code));
  const card = rollUp(
    plan,
    assessments,
    policy,
    overrides.filter((o) => known.has(o.indicator)),
  );
  if (!card.ok) throw new Error(`overrides on record do not hold: ${JSON.stringify(card.error)}`);
  return { entity: card.value.entity, indicators: new Map(assessments.map((a) => [a.indicator, a])) };
}

/** An indicator whose result would be another. */
export interface ChangedResult {
  readonly indicator: Indicator;
  readonly before: IndicatorAssessment | undefined;
  readonly after: IndicatorAssessment | undefined;
}

/**
 * The indicators whose result would change; in the order of the plan, each once.
 * @param also codes of those wanted whatever becomes of them
 */
export function changedResults(
  plan: Plan,
  before: PlanResults,
  after: PlanResults,
  also: (code: string) => boolean = () => false,
): readonly ChangedResult[] {
  const seen = new Set<string>();
  return allIndicators(plan).flatMap(({ node }) => {
    if (seen.has(node.code)) return [];
    seen.add(node.code);
    const [was, is] = [before.indicators.get(node.code), after.indicators.get(node.code)];
    const same = was?.state === is?.state && was?.achievement === is?.achievement && was?.light === is?.light;
    return same && !also(node.code) ? [] : [{ indicator: node, before: was, after: is }];
  });
}

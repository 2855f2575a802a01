import type { Assessor } from '../domain/achievement/assess.js';
import type { AssessmentInput } from '../domain/achievement/assessment-input.js';
import { type EarlierCourse, type Forecast, forecast } from '../domain/achievement/forecast.js';
import { individualOf } from '../domain/findings/walk.js';
import type { Plan } from '../domain/plan.js';

interface Judged {
  readonly indicator: string;
  readonly name: string;
  /** The indicator whose measurement it is judged on. */
  readonly measuredAs: string;
  readonly input: AssessmentInput;
}

/**
 * What interim values are on course for. Not of individual objectives: what somebody is on course for is nowhere kept.
 * @param earlier how indicators went in the exercises before, by code and then by name
 */
export function forecastsOf(
  plan: Plan,
  judged: readonly Judged[],
  assessor: Assessor,
  earlier: ReadonlyMap<string, ReadonlyMap<string, readonly EarlierCourse[]>>,
): readonly Forecast[] {
  const individual = new Set(individualOf(plan).flatMap(({ node }) => node.indicators.map(({ code }) => code)));
  return judged.flatMap(({ indicator, name, measuredAs, input }) =>
    individual.has(indicator) ? [] : (forecast(input, assessor, earlier.get(measuredAs)?.get(name)) ?? []),
  );
}

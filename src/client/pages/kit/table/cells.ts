import { type Cell, day, number, percent } from '../../../../documents/content.js';
import type {
  Actual,
  AssessmentState,
  IndicatorAssessment,
  TrafficLight,
} from '../../../../domain/achievement/types.js';
import type { AppliedOverride } from '../../../../domain/scorecard/types.js';
import type { DecimalText, Unit } from '../../../../domain/targets/types.js';
import { consoleWords } from '../../../../words/console.js';
import { actualText } from '../../../../words/measure.js';
import { overrideWords } from '../../../../words/overrides.js';

/** A measured value that a spreadsheet can count with, where it is a figure or a day. */
export function measuredCell(actual: Actual, unit: Unit | undefined): Cell {
  if (actual.kind === 'number') return unit?.kind === 'percent' ? percent(actual.value) : number(actual.value);
  return actual.kind === 'date' ? day(actual.on) : actualText(actual, unit);
}

/** A result as it counts: overridden, what the act says of it. */
export interface Counted {
  readonly state: AssessmentState;
  readonly achievement: DecimalText | undefined;
  readonly light: TrafficLight;
  readonly override: AppliedOverride | undefined;
}

/** The result of an assessment as it counts. */
export function countedOf(assessment: IndicatorAssessment, override: AppliedOverride | undefined): Counted {
  const { state, achievement, light } = assessment;
  if (override === undefined) return { state, achievement, light, override };
  return {
    state,
    achievement: override.override.kind === 'forced' ? override.override.value : undefined,
    light: override.light,
    override,
  };
}

/** The percentage, or the word for why there is none. */
export const achievementCell = ({ achievement, state, override }: Counted): Cell => {
  if (achievement !== undefined) return percent(achievement);
  return override === undefined ? consoleWords.assessmentState[state] : overrideWords.notCounted;
};

/** The light of a result that has one; of a forced one, that it is. */
export function lightText({ achievement, light, override }: Counted): string | undefined {
  if (achievement === undefined) return undefined;
  const { [light]: word } = consoleWords.light;
  return override === undefined ? word : `${word} (${overrideWords.forced})`;
}

/** The light of a total that has a figure. */
export const lightOf = (
  total: { readonly achievement?: DecimalText | undefined; readonly light: TrafficLight } | undefined,
): string | undefined => (total?.achievement === undefined ? undefined : consoleWords.light[total.light]);

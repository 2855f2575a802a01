import { type AssessmentPeriod, createAssessor } from '../domain/achievement/assess.js';
import type { AssessmentInput } from '../domain/achievement/assessment-input.js';
import { type Forecast, forecast } from '../domain/achievement/forecast.js';
import { lightName } from '../domain/achievement/lights.js';
import { stateName } from '../domain/achievement/trace.js';
import type { Actual, IndicatorAssessment } from '../domain/achievement/types.js';
import { judgedAs } from '../domain/confirmed-readings.js';
import type { Policy } from '../domain/policy.js';
import type { Unit } from '../domain/targets/types.js';
import { italianPercent } from '../words/format.js';
import type { FormRow } from './form.js';

/** What a value would give, before it is sent. */
export interface Preview {
  /** The value as it was understood. */
  readonly actual: Actual;
  readonly assessment: IndicatorAssessment;
  /** `92,31%`, or why there is no figure yet: `non ancora dovuto`. */
  readonly achievement: string;
  /** `verde`, `giallo`, `rosso`, `nessuno`. */
  readonly light: string;
  /** The trace as sentences: `Formula: …`. */
  readonly sentences: readonly string[];
  /** What it is on course for at the end of the year, counted in `unit`. */
  readonly forecast: Forecast | undefined;
  readonly unit: Unit | undefined;
}

/**
 * The achievement an answer would have, computed exactly as the checkpoint will, and the forecast it would keep.
 * @param period as `periodOf(form.period)` gives it
 */
export function previewOf(
  row: Pick<FormRow, 'code' | 'name' | 'target' | 'reading' | 'baseline' | 'unit' | 'earlier'>,
  actual: Actual,
  policy: Policy,
  period: AssessmentPeriod,
): Preview {
  const assessor = createAssessor(policy);
  const input: AssessmentInput = {
    indicator: row.code,
    reading: judgedAs(row.reading, row.target, { name: row.name, year: period.exercise }),
    actual,
    baseline: row.baseline,
    period,
  };
  const assessment = assessor.assess(input);
  return {
    actual,
    assessment,
    achievement:
      assessment.achievement === undefined ? stateName(assessment.state) : italianPercent(assessment.achievement),
    light: lightName(assessment.light),
    sentences: assessment.trace.map(({ label, value }) => `${label}: ${value}`),
    forecast: row.earlier === undefined ? undefined : forecast(input, assessor, row.earlier),
    unit: row.unit,
  };
}

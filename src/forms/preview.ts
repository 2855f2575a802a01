import { type AssessmentPeriod, createAssessor } from '../domain/achievement/assess.js';
import { lightName } from '../domain/achievement/lights.js';
import { stateName } from '../domain/achievement/trace.js';
import type { Actual, IndicatorAssessment } from '../domain/achievement/types.js';
import { judgedAs } from '../domain/confirmed-readings.js';
import type { Policy } from '../domain/policy.js';
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
}

/**
 * The achievement an answer would have, computed exactly as the checkpoint will.
 * @param period as `periodOf(form.period)` gives it
 */
export function previewOf(
  row: Pick<FormRow, 'code' | 'name' | 'target' | 'reading' | 'baseline'>,
  actual: Actual,
  policy: Policy,
  period: AssessmentPeriod,
): Preview {
  const assessment = createAssessor(policy).assess({
    indicator: row.code,
    reading: judgedAs(row.reading, row.target, { name: row.name, year: period.exercise }),
    actual,
    baseline: row.baseline,
    period,
  });
  return {
    actual,
    assessment,
    achievement:
      assessment.achievement === undefined ? stateName(assessment.state) : italianPercent(assessment.achievement),
    light: lightName(assessment.light),
    sentences: assessment.trace.map(({ label, value }) => `${label}: ${value}`),
  };
}

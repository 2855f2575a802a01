import type { IndicatorAssessment } from '../../domain/achievement/types.js';
import type { AppliedOverride } from '../../domain/scorecard/types.js';
import type { Unit } from '../../domain/targets/types.js';
import type { Assessment } from '../assessments.js';
import type { CurrentMeasurement } from '../measurements.js';

/** What a checkpoint knows of indicators, by code. */
export interface Results {
  readonly measured: ReadonlyMap<string, CurrentMeasurement>;
  readonly units: ReadonlyMap<string, Unit | undefined>;
  readonly assessed: ReadonlyMap<string, IndicatorAssessment>;
  readonly overrides: ReadonlyMap<string, AppliedOverride>;
}

/** The overrides at work in a result, by the indicator they are on. */
export const overridesByIndicator = ({ overrides }: Assessment): ReadonlyMap<string, AppliedOverride> =>
  new Map(overrides.map((applied) => [applied.override.indicator, applied]));

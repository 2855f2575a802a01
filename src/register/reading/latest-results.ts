import { type Assessment, assessmentOf } from '../assessments.js';
import { frozenIndicators } from '../checkpoints.js';
import type { Db } from '../database.js';
import { currentMeasurements } from '../measurements.js';
import { type ComputedCheckpoint, computedCheckpoints } from './checkpoint.js';
import type { Results } from './results.js';
import { overridesByIndicator } from './results.js';

/** The results a page about the plan shows: those of the latest computed checkpoint. */
export interface LatestResults {
  readonly checkpoint: ComputedCheckpoint;
  readonly assessment: Assessment;
}

/** Two queries; undefined before the first checkpoint is computed. */
export async function latestResults(db: Db, cycle: string): Promise<LatestResults | undefined> {
  const [checkpoint] = await computedCheckpoints(db, cycle);
  if (checkpoint === undefined) return undefined;
  const assessment = await assessmentOf(db, { cycle, checkpoint: checkpoint.checkpoint });
  return assessment === undefined ? undefined : { checkpoint, assessment };
}

/** Values, units and results of indicators at that checkpoint, by code. Two queries, none without results. */
export async function resultsByIndicator(db: Db, cycle: string, latest: LatestResults | undefined): Promise<Results> {
  if (latest === undefined) return { measured: new Map(), units: new Map(), assessed: new Map(), overrides: new Map() };
  const ref = { cycle, checkpoint: latest.checkpoint.checkpoint };
  const [frozen, current] = await Promise.all([frozenIndicators(db, ref), currentMeasurements(db, ref)]);
  return {
    measured: new Map(current.map((m) => [m.indicator, m])),
    units: new Map(frozen.map((f) => [f.indicator, f.unit])),
    assessed: new Map(latest.assessment.indicators.map((a) => [a.indicator, a])),
    overrides: overridesByIndicator(latest.assessment),
  };
}

import { type Assessment, assessmentOf } from '../../../register/assessments.js';
import type { Db } from '../../../register/database.js';
import { type ComputedCheckpoint, computedCheckpoints } from './checkpoint.js';

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

import { type Assessment, assessmentOf } from '../assessments.js';
import type { Db } from '../database.js';
import { type ComputedCheckpoint, scorecardTree } from './checkpoint.js';
import type { CycleName } from './cycles.js';

/** The results on record of a cycle at one checkpoint, with the tree of the plan version they stand on. */
export interface ResultsAt {
  readonly cycle: CycleName;
  readonly checkpoint: ComputedCheckpoint;
  readonly assessment: Assessment;
  readonly tree: NonNullable<Awaited<ReturnType<typeof scorecardTree>>>;
}

/** Two queries; undefined where the checkpoint has no results. */
export async function resultsAt(
  db: Db,
  cycle: CycleName,
  checkpoint: ComputedCheckpoint,
): Promise<ResultsAt | undefined> {
  const assessment = await assessmentOf(db, { cycle: cycle.id, checkpoint: checkpoint.checkpoint });
  if (assessment === undefined) return undefined;
  const tree = await scorecardTree(db, cycle.entity, cycle.exercise, assessment.planVersion);
  return tree === undefined ? undefined : { cycle, checkpoint, assessment, tree };
}

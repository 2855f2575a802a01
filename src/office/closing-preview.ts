import type { Instant } from '../domain/calendar/types.js';
import type { CheckpointOutcome } from '../domain/checkpoint-progress.js';
import { type Db, inTransaction } from '../register/database.js';
import { entityOf } from '../register/entities.js';
import type { StepRecord } from '../register/steps.js';
import { computeCheckpoint } from './compute-checkpoint.js';

/** What a checkpoint would come to if it closed now, with the values that are there. */
export async function closingPreview(
  db: Db,
  ref: { readonly entity: string; readonly exercise: number },
  step: StepRecord,
  at: Instant,
): Promise<CheckpointOutcome> {
  const entity = await entityOf(db, ref.entity);
  if (entity === undefined) throw new Error(`no body ${ref.entity}`);
  const { cycle, planned } = step;
  let outcome: CheckpointOutcome | undefined;
  try {
    // The very computation of a closing, taken back: two ways of computing would one day say two things.
    await inTransaction(db, async (tx) => {
      outcome = await computeCheckpoint(tx, {
        cycle,
        step: planned,
        entity,
        exercise: ref.exercise,
        at,
        name: 'preview',
      });
      throw new TakenBack();
    });
  } catch (cause) {
    if (!(cause instanceof TakenBack)) throw cause;
  }
  if (outcome === undefined) throw new Error(`checkpoint ${step.id} of ${cycle} was not computed`);
  return outcome;
}

class TakenBack extends Error {}

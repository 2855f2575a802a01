import { Context } from '@temporalio/activity';
import { latestComputed } from '../register/assessments.js';
import { checkpointOf } from '../register/checkpoints.js';
import { type Db, inTransaction } from '../register/database.js';
import { entityOf } from '../register/entities.js';
import type { OverrideRecord } from '../register/overrides.js';
import { stepOf } from '../register/steps.js';
import type { CycleRef } from '../workflows/messages.js';
import { tellFailure, tellNotComputed } from './computation-notices.js';
import { computeCheckpoint } from './compute-checkpoint.js';
import type { Deps } from './deps.js';
import { idOf } from './record.js';
import type { RemoteActivities } from './types.js';

/** Computes a closed checkpoint with the overrides in force, records and reports the results. */
export function assessing(deps: Deps): Pick<RemoteActivities, 'assess'> {
  const { register, bodies } = deps;
  return {
    assess: async (ref, step, at) => {
      const outcome = await inTransaction(register.db, (tx) =>
        computeCheckpoint(tx, {
          cycle: idOf(ref),
          step,
          entity: bodies.entity(ref.entity),
          exercise: ref.exercise,
          at,
          name: at,
        }),
      ).catch(async (cause: unknown) => {
        if (Context.current().info.attempt >= TOLD_AT_ATTEMPT) await tellFailure(deps, { ref, step, at }, cause);
        throw cause;
      });
      await tellNotComputed(deps, { ref, step, at });
      return outcome;
    },
  };
}

/** A register that was away for a moment is back by then; what still fails wants a person. */
const TOLD_AT_ATTEMPT = 3;

/**
 * Makes an override or a withdrawal show where people look: computes the latest checkpoint with results once more. One
 * that is open again is computed when it closes; earlier ones stay as they were reported.
 * @param tx the transaction that records it
 * @returns the checkpoint computed, undefined when none had to be
 */
export async function assessAgain(tx: Db, ref: CycleRef, override: OverrideRecord): Promise<string | undefined> {
  const latest = await latestComputed(tx, idOf(ref));
  if (latest === undefined) return undefined;
  const [checkpoint, step, entity] = await Promise.all([
    checkpointOf(tx, latest),
    stepOf(tx, latest.cycle, latest.checkpoint),
    entityOf(tx, ref.entity),
  ]);
  if (checkpoint?.state !== 'closed') return undefined;
  if (step === undefined || entity === undefined)
    throw new Error(`${latest.checkpoint} of ${latest.cycle} is not whole`);
  await computeCheckpoint(tx, {
    cycle: latest.cycle,
    step: step.planned,
    entity,
    exercise: ref.exercise,
    at: override.at,
    name: `${override.at}/override-${override.id}`,
  });
  return latest.checkpoint;
}

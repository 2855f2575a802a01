import { Context } from '@temporalio/activity';
import type { CycleRef } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import type { CheckpointOutcome } from '../domain/checkpoint-progress.js';
import { cycleId } from '../domain/cycle-id.js';
import { tellFailure, tellNotComputed } from '../office/computation-notices.js';
import { computeCheckpoint } from '../office/compute-checkpoint.js';
import type { Deps } from '../office/deps.js';
import { writeReports } from '../office/report.js';
import { inTransaction } from '../register/database.js';
import { entityOf } from '../register/entities.js';
import type { RemoteActivities } from './types.js';

/** Computes a closed checkpoint with the overrides in force, records and reports the results. */
export function assessing(deps: Deps): Pick<RemoteActivities, 'assess'> {
  const { register, bodies } = deps;
  return {
    assess: async (ref, step, at) => {
      const outcome = await computed(ref, step, at).catch(async (cause: unknown) => {
        if (Context.current().info.attempt >= TOLD_AT_ATTEMPT) await tellFailure(deps, { ref, step, at }, cause);
        throw cause;
      });
      await tellNotComputed(deps, { ref, step, at });
      return outcome;
    },
  };

  async function computed(ref: CycleRef, step: DatedStep, at: Instant): Promise<CheckpointOutcome> {
    const cycle = cycleId(ref);
    const outcome = await inTransaction(register.db, async (tx) =>
      computeCheckpoint(tx, {
        cycle,
        step,
        entity: (await entityOf(tx, ref.entity)) ?? bodies.entity(ref.entity),
        exercise: ref.exercise,
        at,
        name: at,
      }),
    );
    await writeReports(register.db, { cycle, checkpoint: step.id });
    return outcome;
  }
}

/** A register that was away for a moment is back by then; what still fails wants a person. */
const TOLD_AT_ATTEMPT = 3;

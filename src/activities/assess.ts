import { Context } from '@temporalio/activity';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { assessmentOf, latestComputed } from '../register/assessments.js';
import { type CheckpointRef, checkpointOf } from '../register/checkpoints.js';
import { type Db, inTransaction } from '../register/database.js';
import { entityOf } from '../register/entities.js';
import { stepOf } from '../register/steps.js';
import type { CycleRef } from '../workflows/messages.js';
import { tellFailure, tellNotComputed } from './computation-notices.js';
import { computeCheckpoint } from './compute-checkpoint.js';
import type { Deps } from './deps.js';
import { idOf } from './record.js';
import { writeReports } from './report.js';
import type { CheckpointOutcome, RemoteActivities } from './types.js';

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
    const cycle = idOf(ref);
    const outcome = await inTransaction(register.db, (tx) =>
      computeCheckpoint(tx, {
        cycle,
        step,
        entity: bodies.entity(ref.entity),
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

/** What is put on record after results and changes them: a decision over them, a reading. */
export interface LateAct {
  readonly at: Instant;
  /** Tells it from others of the same instant: `override-12`. */
  readonly name: string;
  /** Indicators that the checkpoint must have asked for the act to change anything; absent: it always does. */
  readonly indicators?: ReadonlySet<string>;
}

/**
 * Makes a late act show where people look: computes the latest checkpoint with results once more. One that is open again
 * is computed when it closes; earlier ones stay as they were reported. `writeReports` follows, once the act is on record.
 * @param tx the transaction that records it
 * @returns the checkpoint computed, undefined when none had to be
 */
export async function assessAgain(tx: Db, ref: CycleRef, act: LateAct): Promise<string | undefined> {
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
  if (act.indicators !== undefined && !(await asksAny(tx, latest, act.indicators))) return undefined;
  await computeCheckpoint(tx, {
    cycle: latest.cycle,
    step: step.planned,
    entity,
    exercise: ref.exercise,
    at: act.at,
    name: `${act.at}/${act.name}`,
  });
  return latest.checkpoint;
}

/** Whether the last results have any of some indicators without a figure for want of a reading. */
async function asksAny(tx: Db, ref: CheckpointRef, indicators: ReadonlySet<string>): Promise<boolean> {
  const results = await assessmentOf(tx, ref);
  return results?.indicators.some((one) => one.state === 'doubtful' && indicators.has(one.indicator)) === true;
}

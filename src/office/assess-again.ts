import type { CycleRef } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import { assessmentOf, latestComputed } from '../register/assessments.js';
import { type CheckpointRef, checkpointOf } from '../register/checkpoints.js';
import type { Db } from '../register/database.js';
import { entityOf } from '../register/entities.js';
import { stepOf } from '../register/steps.js';
import { computeCheckpoint } from './compute-checkpoint.js';

/** What is put on record after results and changes them: a decision over them, a reading. */
interface LateAct {
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
  const latest = await latestComputed(tx, cycleId(ref));
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

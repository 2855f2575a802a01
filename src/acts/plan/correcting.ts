import type { CycleRef } from '../../domain/acting.js';
import { type ConfirmedReading, targetOf } from '../../domain/confirmed-readings.js';
import { allIndicators } from '../../domain/findings/walk.js';
import type { Indicator } from '../../domain/plan.js';
import { err, ok, type Result } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import type { Reading } from '../../domain/targets/types.js';
import { type ComputedTarget, computedTargets } from '../../register/confirmed-readings.js';
import { cycleId } from '../../register/cycles.js';
import { type Db, inTransaction } from '../../register/database.js';
import { readFrozenAgain } from '../../register/frozen.js';
import type { DraftChange } from './planning.js';
import { holdPlanInForce, recordReadings } from './readings-in-force.js';

/** A confirmed reading of a plan in force, as somebody wants it instead. */
export interface Correction {
  /** The version in force it was read from. */
  readonly version: number;
  /** The target, and the rows that repeat it and say the same. */
  readonly targets: readonly Pick<ConfirmedReading, 'indicator' | 'name' | 'target'>[];
  /** Null: the confirmation is withdrawn. */
  readonly reading: Reading | null;
}

/**
 * Why a reading stays: another version is in force, a checkpoint has computed it, nobody has confirmed it any more, or it is
 * read like that already.
 */
export type CorrectionRefusal = 'overtaken' | 'computed' | 'unchanged';

/**
 * Corrects or withdraws a reading of a plan in force, on record with its line in the log, as long as no checkpoint has
 * computed it: then results rest on it, and only an amendment changes it. A checkpoint that is open asks by the new one.
 */
export async function correctInForce(
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  { version, targets, reading }: Correction,
): Promise<Result<undefined, CorrectionRefusal>> {
  const cycle = cycleId(ref.entity, ref.exercise);
  const corrected = await inTransaction(db, async (tx): Promise<Result<undefined, CorrectionRefusal>> => {
    const plan = await holdPlanInForce(tx, ref, version);
    if (plan === undefined) return err('overtaken');
    const rows = allIndicators(plan).filter(({ node }) => targets.some((one) => isOf(node, one, ref.exercise)));
    const computed = await computedTargets(tx, cycle);
    if (rows.some(({ node }) => computedBy(computed, node, ref.exercise) !== undefined)) return err('computed');
    const stands = rows.flatMap(({ node }) => targetOf(node, ref.exercise)?.confirmed ?? []);
    if (stands.length === 0 || stands.every((one) => sameValue(one, reading))) return err('unchanged');
    await recordReadings(tx, ref, change, {
      version,
      action: reading === null ? 'readings-withdrawn' : 'readings-corrected',
      readings: targets.map((one) => ({ ...one, reading })),
      indicators: targets.map((one) => one.indicator),
    });
    return ok(undefined);
  });
  readFrozenAgain(db, cycle);
  return corrected;
}

const isOf = (node: Indicator, { indicator, name, target }: Correction['targets'][number], exercise: number): boolean =>
  node.code === indicator && node.name === name && targetOf(node, exercise)?.text === target;

/** The checkpoint with results that has asked for a target, itself or the one its row repeats; undefined when none has. */
export function computedBy(
  computed: readonly ComputedTarget[],
  node: Indicator,
  exercise: number,
): ComputedTarget['checkpoint'] | undefined {
  return computed.findLast(
    (one) =>
      one.indicator === node.repeats ||
      (one.indicator === node.code && one.name === node.name && one.target === (targetOf(node, exercise)?.text ?? '')),
  )?.checkpoint;
}

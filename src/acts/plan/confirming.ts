import type { CycleRef } from '../../domain/acting.js';
import { type ConfirmedReading, targetOf } from '../../domain/confirmed-readings.js';
import { allIndicators } from '../../domain/findings/walk.js';
import { err, ok, type Result } from '../../domain/result.js';
import { assessAgain } from '../../office/assess-again.js';
import { writeReports } from '../../office/report.js';
import { cycleId } from '../../register/cycles.js';
import { type Db, inTransaction } from '../../register/database.js';
import { readFrozenAgain } from '../../register/frozen.js';
import type { DraftChange } from './planning.js';
import { holdPlanInForce, recordReadings } from './readings-in-force.js';

/** Readings a person confirms for a plan in force. */
export interface LateReadings {
  /** The version in force they were read from. */
  readonly version: number;
  readonly readings: readonly Omit<ConfirmedReading, 'by'>[];
}

/** How many are on record now, and the checkpoint whose results were computed again; absent when none had to be. */
export interface LateReceipt {
  readonly confirmed: number;
  readonly checkpoint?: string;
}

/** Why nothing was recorded: another version is in force, or somebody confirmed all of them meanwhile. */
export type LateRefusal = 'overtaken' | 'unchanged';

/**
 * Puts the readings of a plan in force on record, with their line in the log, and computes what had waited for them: all of
 * it, or nothing. No promise changes: text and weight stay, so it is no amendment. A target confirmed meanwhile stays so.
 */
export async function confirmInForce(
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  { version, readings }: LateReadings,
): Promise<Result<LateReceipt, LateRefusal>> {
  const cycle = cycleId(ref.entity, ref.exercise);
  const recorded = await inTransaction(db, async (tx): Promise<Result<LateReceipt, LateRefusal>> => {
    const plan = await holdPlanInForce(tx, ref, version);
    if (plan === undefined) return err('overtaken');
    const open = new Set(
      allIndicators(plan).flatMap(({ node }) => {
        const target = targetOf(node, ref.exercise);
        return target === undefined || target.confirmed !== undefined ? [] : [keyOf(node.code, node.name, target.text)];
      }),
    );
    const fresh = readings.filter((one) => open.has(keyOf(one.indicator, one.name, one.target)));
    if (fresh.length === 0) return err('unchanged');
    const indicators = new Set(fresh.map((one) => one.indicator));
    const last = await recordReadings(tx, ref, change, {
      version,
      action: 'readings-confirmed',
      readings: fresh,
      indicators: [...indicators],
    });
    const checkpoint = await assessAgain(tx, ref, { at: change.at, name: `readings-${last}`, indicators });
    return ok({ confirmed: fresh.length, ...(checkpoint === undefined ? {} : { checkpoint }) });
  });
  readFrozenAgain(db, cycle);
  const checkpoint = recorded.ok ? recorded.value.checkpoint : undefined;
  if (checkpoint !== undefined) await writeReports(db, { cycle, checkpoint });
  return recorded;
}

const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);

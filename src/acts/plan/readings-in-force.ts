import type { CycleRef } from '../../domain/acting.js';
import type { Plan } from '../../domain/plan.js';
import { addConfirmedReadings, withReadings } from '../../register/confirmed-readings.js';
import { cycleId } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';
import { appendLog } from '../../register/log.js';
import { holdResults } from '../../register/overrides.js';
import { listPlanVersions, planVersion } from '../../register/plans.js';
import type { DraftChange } from './planning.js';

/**
 * The plan in force with the readings confirmed since, held until the transaction ends: nobody computes or confirms meanwhile.
 * @returns undefined when another version is in force
 */
export async function holdPlanInForce(tx: Db, ref: CycleRef, version: number): Promise<Plan | undefined> {
  await holdResults(tx, cycleId(ref.entity, ref.exercise));
  const versions = await listPlanVersions(tx, ref.entity, ref.exercise);
  if (versions.findLast((v) => v.status === 'in-force')?.version !== version) return undefined;
  const found = await planVersion(tx, ref.entity, ref.exercise, version);
  return found === undefined ? undefined : (await withReadings(tx, found)).plan;
}

/** What was done to readings of a plan in force. */
interface ReadingsAct {
  readonly version: number;
  readonly action: 'readings-confirmed' | 'readings-corrected' | 'readings-withdrawn';
  readonly readings: Parameters<typeof addConfirmedReadings>[1]['readings'];
  readonly indicators: readonly string[];
}

/** Puts readings on record, with their line in the log. @returns the number of the last one */
export async function recordReadings(
  tx: Db,
  ref: CycleRef,
  { person, actingFor, at, reason }: DraftChange,
  { version, action, readings, indicators }: ReadingsAct,
): Promise<number> {
  const cycle = cycleId(ref.entity, ref.exercise);
  const standsIn = actingFor === undefined ? {} : { actingFor };
  const last = await addConfirmedReadings(tx, { cycle, readings, by: person, ...standsIn, at });
  await appendLog(tx, {
    key: `${cycle}/readings/${last}`,
    at,
    actor: person,
    ...standsIn,
    action,
    subject: `Piano versione ${version}`,
    cycle,
    detail: { reason, indicators },
  });
  return last;
}

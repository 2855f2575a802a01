import { periodOf } from '../../domain/achievement/assess.js';
import type { CycleRef } from '../../domain/acting.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Plan } from '../../domain/plan.js';
import type { MeasuredSoFar } from '../../domain/plan-effect.js';
import { checkpointOf } from '../checkpoints.js';
import { withReadings } from '../confirmed-readings.js';
import { cycleOf } from '../cycles.js';
import type { Db } from '../database.js';
import { measuredInTheEnd } from '../last-year.js';
import { currentMeasurements } from '../measurements.js';
import { asOverride, overridesOf } from '../overrides.js';
import { planVersion } from '../plans.js';

/** What was measured so far, and at which checkpoint. */
export interface CurrentData extends MeasuredSoFar {
  readonly checkpoint: string;
  readonly to: CivilDate;
}

/** A checkpoint of a cycle with the plan it asks about, as it may be judged on what was measured at it. */
interface MeasuredAt {
  readonly to: CivilDate;
  readonly version: number;
  /** With the readings on record. */
  readonly plan: Plan;
  readonly measured: MeasuredSoFar;
}

/** What a checkpoint stands on; undefined where there is no such one. @throws when the plan it is pinned to is not there */
export async function measuredAt(
  db: Db,
  { entity, exercise }: Pick<CycleRef, 'entity' | 'exercise'>,
  checkpoint: string,
): Promise<MeasuredAt | undefined> {
  const cycle = cycleId({ entity, exercise });
  const ref = { cycle, checkpoint };
  const [record, of, measured, overrides, lastYear] = await Promise.all([
    checkpointOf(db, ref),
    cycleOf(db, cycle),
    currentMeasurements(db, ref),
    overridesOf(db, cycle),
    measuredInTheEnd(db, entity, exercise - 1),
  ]);
  if (record === undefined || of === undefined) return undefined;
  const version = await planVersion(db, entity, exercise, record.planVersion);
  if (version === undefined) throw new Error(`plan version ${record.planVersion} of ${cycle} is missing`);
  const { plan } = await withReadings(db, version);
  return {
    ...{ to: record.to, version: version.version, plan },
    measured: {
      actuals: new Map(measured.map((m) => [m.indicator, m.actual])),
      period: periodOf(record),
      policy: of.policy,
      overrides: overrides.map(asOverride),
      lastYear,
    },
  };
}

/** The latest values of a cycle, to try a plan on; undefined before any. */
export async function currentData(db: Db, ref: CycleRef): Promise<CurrentData | undefined> {
  const cycle = cycleId(ref);
  const record = await cycleOf(db, cycle);
  if (record === undefined) return undefined;
  const checkpoints = record.calendar.steps.filter((step) => step.kind === 'checkpoint').toReversed();
  for (const step of checkpoints) {
    const target = { cycle, checkpoint: step.id };
    const [opened, measured, lastYear] = await Promise.all([
      checkpointOf(db, target),
      currentMeasurements(db, target),
      measuredInTheEnd(db, ref.entity, ref.exercise - 1),
    ]);
    if (opened === undefined || measured.length === 0) continue;
    return {
      checkpoint: step.title,
      to: opened.to,
      period: periodOf(opened),
      actuals: new Map(measured.map((m) => [m.indicator, m.actual])),
      policy: record.policy,
      overrides: (await overridesOf(db, cycle)).map(asOverride),
      lastYear,
    };
  }
  return undefined;
}

import { periodOf } from '../../domain/achievement/assess.js';
import type { CycleRef } from '../../domain/acting.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { MeasuredSoFar } from '../../domain/plan-effect.js';
import { checkpointOf } from '../checkpoints.js';
import { cycleOf } from '../cycles.js';
import type { Db } from '../database.js';
import { measuredInTheEnd } from '../last-year.js';
import { currentMeasurements } from '../measurements.js';
import { asOverride, overridesOf } from '../overrides.js';

/** What was measured so far, and at which checkpoint. */
export interface CurrentData extends MeasuredSoFar {
  readonly checkpoint: string;
  readonly to: CivilDate;
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

import { sql } from 'kysely';
import type { Plan } from '../../../domain/plan.js';
import { withReadings } from '../../../register/confirmed-readings.js';
import type { Db } from '../../../register/database.js';
import type { PlanVersionStatus } from '../../../register/tables.js';

/** The plan pages speak of: the version in force, or else the last one written. */
export interface PlanShown {
  readonly version: number;
  readonly status: PlanVersionStatus;
  readonly plan: Plan;
}

/** With the readings confirmed since: two indexed queries; undefined when the exercise has no plan yet. */
export async function planShown(db: Db, entity: string, exercise: number): Promise<PlanShown | undefined> {
  const found = await db
    .selectFrom('planVersions')
    .select(['version', 'status', 'plan'])
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where('status', '<>', 'rejected')
    .orderBy(sql`(status = 'in-force')`, 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found === undefined ? undefined : await withReadings(db, { entity, exercise, ...found });
}

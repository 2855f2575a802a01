import { sql } from 'kysely';
import { type ConfirmedReading, withConfirmed } from '../../domain/confirmed-readings.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Plan } from '../../domain/plan.js';
import type { PlanVersionStatus } from '../../domain/plan-work.js';
import type { Db } from '../database.js';

/** The plan pages speak of: the version in force, or else the last one written. */
export interface PlanShown {
  readonly version: number;
  readonly status: PlanVersionStatus;
  readonly plan: Plan;
}

/** With what was said of its readings since. One indexed query; undefined when the exercise has no plan yet. */
export async function planShown(db: Db, entity: string, exercise: number): Promise<PlanShown | undefined> {
  const found = await db
    .selectFrom('planVersions')
    .select(['version', 'status', 'plan'])
    .select(
      sql<readonly ConfirmedReading[] | null>`(
        select jsonb_agg(
          jsonb_build_object(
            'indicator', r.indicator, 'name', r.name, 'target', r.target, 'reading', r.reading, 'by', r.confirmed_by,
            'later', r.recorded_at > plan_versions.recorded_at
          ) order by r.id
        )
        from confirmed_readings r where r.cycle = ${cycleId({ entity, exercise })}
      )`.as('confirmed'),
    )
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where('status', '<>', 'rejected')
    .orderBy(sql`(status = 'in-force')`, 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { confirmed, plan, ...rest } = found;
  return { ...rest, plan: confirmed === null ? plan : withConfirmed(plan, confirmed) };
}

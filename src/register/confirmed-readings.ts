import type { Instant } from '../domain/calendar/types.js';
import { type ConfirmedReading, withConfirmed } from '../domain/confirmed-readings.js';
import type { Plan } from '../domain/plan.js';
import { cycleId } from './cycles.js';
import type { Db } from './database.js';
import { json } from './json.js';

/** Readings of one plan in force, confirmed together. */
export interface NewConfirmedReadings {
  readonly cycle: string;
  readonly readings: readonly Omit<ConfirmedReading, 'by'>[];
  readonly by: string;
  readonly actingFor?: string;
  readonly at: Instant;
}

/**
 * Puts readings on record; of one target the last counts.
 * @returns the id of the last row
 */
export async function addConfirmedReadings(
  db: Db,
  { cycle, readings, by, actingFor, at }: NewConfirmedReadings,
): Promise<number> {
  const rows = await db
    .insertInto('confirmedReadings')
    .values(
      readings.map(({ reading, ...of }) => ({
        ...of,
        cycle,
        reading: json(reading),
        confirmedBy: by,
        actingFor: actingFor ?? null,
        at,
      })),
    )
    .returning('id')
    .execute();
  return Math.max(...rows.map((row) => row.id));
}

/** The readings confirmed for a cycle's plan since it came into force, in the order of recording. */
export async function confirmedReadingsOf(db: Db, cycle: string): Promise<readonly ConfirmedReading[]> {
  return await db
    .selectFrom('confirmedReadings')
    .select(['indicator', 'name', 'target', 'reading', 'confirmedBy as by'])
    .where('cycle', '=', cycle)
    .orderBy('id')
    .execute();
}

/** A version of a plan with the readings confirmed since. */
export async function withReadings<
  T extends { readonly entity: string; readonly exercise: number; readonly plan: Plan },
>(db: Db, version: T): Promise<T> {
  const confirmed = await confirmedReadingsOf(db, cycleId(version.entity, version.exercise));
  return confirmed.length === 0 ? version : { ...version, plan: withConfirmed(version.plan, confirmed) };
}

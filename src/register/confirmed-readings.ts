import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { type ComputedTarget, type ConfirmedReading, withConfirmed } from '../domain/confirmed-readings.js';
import { cycleId } from '../domain/cycle-id.js';
import type { Plan } from '../domain/plan.js';
import type { Db } from './database.js';
import { json } from './json.js';
import { planVersion } from './plans.js';

/** Readings of one plan in force, confirmed, corrected or withdrawn together. */
interface NewConfirmedReadings {
  readonly cycle: string;
  readonly readings: readonly Omit<ConfirmedReading, 'by' | 'later'>[];
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
        // The moment itself, and not the start of a transaction that may have waited: what is frozen meanwhile is older.
        recordedAt: sql<Instant>`clock_timestamp()`,
        confirmedBy: by,
        actingFor: actingFor ?? null,
        at,
      })),
    )
    .returning('id')
    .execute();
  return Math.max(...rows.map((row) => row.id));
}

/** What a reading is held against, to tell whether it was put on record later: a version of the plan, or a checkpoint. */
type Standing = { readonly version: number } | { readonly checkpoint: string };

/** What was said of the readings of a cycle's plan since it came into force, in the order of recording. */
export async function confirmedReadingsOf(
  db: Db,
  cycle: string,
  standing?: Standing,
): Promise<readonly ConfirmedReading[]> {
  return await db
    .selectFrom('confirmedReadings')
    .select(['indicator', 'name', 'target', 'reading', 'confirmedBy as by'])
    .select(laterThan(cycle, standing).as('later'))
    .where('cycle', '=', cycle)
    .orderBy('id')
    .execute();
}

function laterThan(cycle: string, standing: Standing | undefined) {
  if (standing === undefined) return sql<boolean>`false`;
  return 'version' in standing
    ? sql<boolean>`recorded_at > (
        select v.recorded_at from plan_versions v join cycles c on c.entity = v.entity and c.exercise = v.exercise
        where c.id = ${cycle} and v.version = ${standing.version})`
    : sql<boolean>`recorded_at > (
        select k.recorded_at from checkpoints k where k.cycle = ${cycle} and k.id = ${standing.checkpoint})`;
}

/** A version of a plan with what was said of its readings since. */
export async function withReadings<
  T extends { readonly entity: string; readonly exercise: number; readonly version: number; readonly plan: Plan },
>(db: Db, version: T): Promise<T> {
  const confirmed = await confirmedReadingsOf(db, cycleId(version), version);
  return confirmed.length === 0 ? version : { ...version, plan: withConfirmed(version.plan, confirmed) };
}

/**
 * The plans of running cycles, each with what was said of its readings since it was recorded; in no order, and without what is not on
 * record. One query for all of them.
 */
export async function plansAsRead(
  db: Db,
  wanted: readonly { readonly entity: string; readonly exercise: number; readonly version: number }[],
): Promise<readonly { readonly entity: string; readonly exercise: number; readonly plan: Plan }[]> {
  const { rows } = await sql<{
    readonly entity: string;
    readonly exercise: number;
    readonly plan: Plan;
    readonly said: readonly ConfirmedReading[];
  }>`
    select v.entity, v.exercise, v.plan, coalesce((
      select jsonb_agg(
        jsonb_build_object('indicator', r.indicator, 'name', r.name, 'target', r.target, 'reading', r.reading,
          'by', r.confirmed_by, 'later', r.recorded_at > v.recorded_at)
        order by r.id)
      from confirmed_readings r where r.cycle = c.id), '[]') as said
    from unnest(${wanted.map((one) => one.entity)}::text[], ${wanted.map((one) => one.exercise)}::int[],
      ${wanted.map((one) => one.version)}::int[]) as w (entity, exercise, version)
    join plan_versions v on v.entity = w.entity and v.exercise = w.exercise and v.version = w.version
    join cycles c on c.entity = w.entity and c.exercise = w.exercise`.execute(db);
  return rows.map(({ said, plan, ...of }) => ({ ...of, plan: withConfirmed(plan, said) }));
}

/** A version of a plan on record, with what was said of its readings since. @throws when it is not there */
export async function planAsRead(
  db: Db,
  { entity, exercise }: { readonly entity: string; readonly exercise: number },
  version: number,
): Promise<Plan> {
  const found = await planVersion(db, entity, exercise, version);
  if (found === undefined) throw new Error(`plan version ${version} of ${cycleId({ entity, exercise })} is missing`);
  return (await withReadings(db, found)).plan;
}

/** The targets that a checkpoint has computed, each with the last one that did: how they are read is not corrected any more. */
export async function computedTargets(db: Db, cycle: string): Promise<readonly ComputedTarget[]> {
  return await db
    .selectFrom('checkpointIndicators as i')
    .innerJoin('checkpoints as k', (join) => join.onRef('k.cycle', '=', 'i.cycle').onRef('k.id', '=', 'i.checkpoint'))
    .select(['i.indicator', 'i.name', 'i.target', 'i.checkpoint'])
    .distinctOn(['i.indicator', 'i.name', 'i.target'])
    .where('i.cycle', '=', cycle)
    .where((e) =>
      e.exists(
        e
          .selectFrom('assessments as a')
          .select('a.cycle')
          .whereRef('a.cycle', '=', 'i.cycle')
          .whereRef('a.checkpoint', '=', 'i.checkpoint'),
      ),
    )
    .orderBy('i.indicator')
    .orderBy('i.name')
    .orderBy('i.target')
    .orderBy('k.ordinal', 'desc')
    .execute();
}

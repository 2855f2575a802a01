import { sql } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { WRITTEN_WITHOUT_PLAN } from '../domain/drafting/outline.js';
import type { Facts, PlanFacts, StepFacts } from '../domain/trouble-facts.js';
import type { Db } from './database.js';

/** Names of the cycles and steps that the register says are running: `ccms/2016`, `ccms/2016/piano-approvazione`. */
export async function runningPlaces(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    select id as place from cycles where status = 'running'
    union all
    select s.cycle || '/' || s.id from steps s join cycles c on c.id = s.cycle
    where c.status = 'running' and s.status in ('open', 'late', 'deferred')`.execute(db);
  return rows.map((row) => row.place);
}

/** Names, as in `runningPlaces`, of the steps that ended within so many minutes by the wall clock. */
export async function stepsEndedWithin(db: Db, minutes: number): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    select cycle || '/' || id as place from steps
    where status in ('done', 'cancelled', 'failed')
      and updated_at > now() - make_interval(mins => ${minutes}::int)`.execute(db);
  return rows.map((row) => row.place);
}

/** The steps of running cycles that something is wrong with. */
export async function stepsInTrouble(db: Db): Promise<readonly StepFacts[]> {
  const rows = await db
    .selectFrom('steps as s')
    .innerJoin('cycles as c', 'c.id', 's.cycle')
    .select(['c.entity', 'c.exercise', 's.id as step', 's.title', 's.status', 's.trouble'])
    .where('c.status', '=', 'running')
    .where('s.status', 'not in', ['done', 'cancelled'])
    .where((e) => e.or([e('s.status', '=', 'failed'), e('s.trouble', 'is not', null)]))
    .orderBy('s.cycle')
    .orderBy('s.ordinal')
    .execute();
  return rows.map(({ status, trouble, ...step }) => ({ ...step, failed: status === 'failed', failure: trouble ?? '' }));
}

/**
 * The automatic sources whose last reading at a checkpoint that collects gave nothing, with how often since they last gave
 * something. Where a source is read again it is told by that reading.
 */
export async function failingSources(db: Db): Promise<Extract<Facts, { about: 'sources' }>['failing']> {
  const { rows } = await sql<Extract<Facts, { about: 'sources' }>['failing'][number]>`
    select c.entity, c.exercise, v.checkpoint as step, v.indicator, v.source_title as source, v.reason as failure,
      run.since, run.attempts
    from cycles c
    join checkpoints k on k.cycle = c.id and k.state = 'collecting'
    cross join lateral (
      select distinct on (indicator) * from collected_values
      where cycle = k.cycle and checkpoint = k.id
      order by indicator, id desc
    ) v
    cross join lateral (
      select min(f.at) as since, count(*)::int as attempts from collected_values f
      where f.cycle = k.cycle and f.checkpoint = k.id and f.indicator = v.indicator and f.outcome = 'failed'
        and f.id > coalesce((
          select max(r.id) from collected_values r
          where r.cycle = k.cycle and r.checkpoint = k.id and r.indicator = v.indicator and r.outcome = 'read'
        ), 0)
    ) run
    where c.status = 'running' and v.outcome = 'failed'
    order by c.id, k.ordinal, v.indicator`.execute(db);
  return rows;
}

/** Checkpoints of running cycles whose last computation broke, as a whole or on some indicators. */
export async function resultsNotComputed(db: Db): Promise<Extract<Facts, { about: 'results' }>['results']> {
  const { rows } = await sql<{
    entity: string;
    exercise: number;
    step: string;
    title: string;
    since: Instant;
    failure: string | null;
    indicators: readonly string[];
  }>`
    select c.entity, c.exercise, k.id as step, s.title, coalesce(broke.at, last.at) as since, broke.failure,
      case when broke.at is null then codes.indicators else '{}' end as indicators
    from cycles c
    join checkpoints k on k.cycle = c.id and k.state = 'closed'
    join steps s on s.cycle = k.cycle and s.id = k.id
    left join lateral (
      select id, at from assessments where cycle = k.cycle and checkpoint = k.id order by id desc limit 1
    ) last on true
    left join lateral (
      select l.at, l.detail ->> 'reason' as failure from log l
      where l.cycle = k.cycle and l.step = k.id and l.action = 'assessment-failed' and l.at > coalesce(last.at, '0001-01-01T00:00:00Z')
      order by l.id desc limit 1
    ) broke on true
    left join lateral (
      select array_agg(r.indicator order by r.indicator) as indicators from indicator_results r
      where r.assessment = last.id and r.state = 'not-computed'
    ) codes on true
    where c.status = 'running' and (broke.at is not null or codes.indicators is not null)
    order by c.id, k.ordinal`.execute(db);
  return rows.map(({ failure, ...row }) => ({ ...row, failure: failure ?? undefined }));
}

/** A running cycle with the steps that are made from its Piano, and which version of the Piano pages show. */
interface CycleToRead extends Omit<PlanFacts, 'plan'> {
  readonly plan: { readonly version: number; readonly inForce: boolean; readonly state: string } | null;
}

/** The running cycles; `state` of a plan changes whenever what is left to confirm in it may have. */
export async function cyclesToRead(db: Db): Promise<readonly CycleToRead[]> {
  const { rows } = await sql<CycleToRead>`
    select c.entity, c.exercise,
      coalesce((
        select jsonb_agg(
          jsonb_build_object('step', s.id, 'title', s.title, 'opensOn', s.opens_on, 'isCheckpoint', s.kind = 'checkpoint')
          order by s.ordinal)
        from steps s
        where s.cycle = c.id and s.status not in ('done', 'cancelled')
          and (s.kind = 'checkpoint' or s.planned ->> 'document' <> all (${[...WRITTEN_WITHOUT_PLAN]}))
          and not exists (
            select from document_drafts d
            where d.cycle = s.cycle and d.document = s.planned ->> 'document' and d.outline -> 'withoutPlan' = 'true')
      ), '[]') as needing,
      (
        select jsonb_build_object('version', v.version, 'inForce', v.status = 'in-force',
          'state', v.version || '/' || v.hash || '/' || coalesce((
            select max(r.id) from confirmed_readings r where r.cycle = c.id), 0))
        from plan_versions v
        where v.entity = c.entity and v.exercise = c.exercise and v.status <> 'rejected'
        order by (v.status = 'in-force') desc, v.version desc limit 1
      ) as plan
    from cycles c where c.status = 'running' order by c.id`.execute(db);
  return rows;
}

/** The open steps of running cycles whose document was to be before its board by a day. */
export async function stepsToTransmit(db: Db, by: CivilDate) {
  return await db
    .selectFrom('steps as s')
    .innerJoin('cycles as c', 'c.id', 's.cycle')
    .select(['s.cycle', 'c.entity', 'c.exercise', 's.planned'])
    .where('c.status', '=', 'running')
    .where('s.status', 'in', ['open', 'late'])
    .where('s.dueOn', '<=', by)
    .where(sql<boolean>`s.planned ->> 'transmits' = 'true'`)
    .orderBy('s.cycle')
    .orderBy('s.ordinal')
    .execute();
}

/** The bodies whose people were on record by an instant, with whether their cycle of an exercise has begun. */
export async function bodiesToLaunch(
  db: Db,
  exercise: number,
  by: Instant,
): Promise<readonly { readonly entity: string; readonly begun: boolean }[]> {
  const { rows } = await sql<{ entity: string; begun: boolean }>`
    select e.id as entity, exists (select from cycles c where c.entity = e.id and c.exercise = ${exercise}) as begun
    from entities e where e.recorded_at <= ${by}::timestamptz order by e.id`.execute(db);
  return rows;
}

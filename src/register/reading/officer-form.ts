import { sql } from 'kysely';
import type { Actual } from '../../domain/achievement/types.js';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import type { Reading, Unit } from '../../domain/targets/types.js';
import type { CheckpointRef } from '../checkpoints.js';
import type { Db } from '../database.js';

/** What stands at the head of an officer's form. One query; undefined when the checkpoint or the person is not on record. */
export async function formHead(db: Db, ref: CheckpointRef, person: string) {
  return await db
    .selectFrom('checkpoints as k')
    .innerJoin('cycles as c', 'c.id', 'k.cycle')
    .innerJoin('entities as e', 'e.id', 'c.entity')
    .innerJoin('steps as s', (join) => join.onRef('s.cycle', '=', 'k.cycle').onRef('s.id', '=', 'k.id'))
    .innerJoin('people as p', (join) => join.onRef('p.entity', '=', 'c.entity').on('p.id', '=', person))
    .select(['k.periodFrom', 'k.periodTo', 'k.final', 'k.planHash', 'k.state', 'k.simulated', 'c.exercise', 'c.policy'])
    .select(['e.id as entity', 'e.name as entityName', 's.title', 's.dueOn', 'p.name as personName'])
    .where('k.cycle', '=', ref.cycle)
    .where('k.id', '=', ref.checkpoint)
    .executeTakeFirst();
}

/** A frozen indicator with what its officer last said of it. */
export interface FormLine {
  readonly indicator: string;
  readonly name: string;
  readonly office: string;
  readonly officeTitle: string;
  readonly unit: Unit | null;
  readonly target: string;
  readonly reading: Reading | null;
  readonly value: {
    readonly actual: Actual;
    readonly note: string | null;
    readonly cause: string | null;
    readonly next: string | null;
    readonly evidence: readonly string[];
    readonly officer: string;
    readonly actingFor: string | null;
    readonly at: Instant;
    readonly returnedBy: string | null;
    readonly remark: string | null;
    readonly returnedAt: Instant | null;
  } | null;
  readonly last: {
    readonly actual: Actual;
    readonly note: string | null;
    readonly on: CivilDate;
    readonly exercise: number;
  } | null;
}

/** What is asked of somebody: whatever some offices answer for, and indicators by themselves. */
export interface AskedOf {
  readonly offices: readonly string[];
  readonly indicators: readonly string[];
}

/**
 * The frozen rows of some offices and some indicators, with the last value of each here and the last that stood before: at an earlier checkpoint of
 * the exercise, or of the exercise before where the indicator has the same code and name. One query.
 */
export async function formLines(
  db: Db,
  ref: CheckpointRef,
  { offices, indicators }: AskedOf,
): Promise<readonly FormLine[]> {
  const { rows } = await sql<FormLine>`
    select i.indicator, i.name, i.office, o.title as office_title, i.unit, i.target, i.reading,
      to_jsonb(v) as value, to_jsonb(l) as last
    from asked_indicators i
    join checkpoints k on k.cycle = i.cycle and k.id = i.checkpoint
    join cycles c on c.id = i.cycle
    join offices o on o.entity = c.entity and o.id = i.office
    left join lateral (
      select m.actual, m.note, m.cause, m.next, m.evidence, s.officer, s.acting_for as "actingFor", s.at,
        r.returned_by as "returnedBy", r.remark, r.at as "returnedAt"
      from measurements m
      join submissions s on s.id = m.submission
      left join returned_measurements r on r.measurement = m.id
      where m.cycle = i.cycle and m.checkpoint = i.checkpoint and m.indicator = i.indicator
      order by m.id desc limit 1
    ) v on true
    left join lateral (
      select m.actual, m.note, e.period_to as "on", y.exercise
      from cycles y
      join checkpoints e on e.cycle = y.id
      join checkpoint_indicators f on f.cycle = e.cycle and f.checkpoint = e.id and f.indicator = i.indicator
      cross join lateral (
        select x.id, x.actual, x.note from measurements x
        where x.cycle = e.cycle and x.checkpoint = e.id and x.indicator = i.indicator
        order by x.id desc limit 1
      ) m
      where y.entity = c.entity and (e.period_to < k.period_to or (y.id = c.id and e.ordinal < k.ordinal))
        and (y.id = c.id or (y.exercise = c.exercise - 1 and f.name = i.name))
        and not exists (select from returned_measurements r where r.measurement = m.id)
      order by e.period_to desc, e.ordinal desc limit 1
    ) l on true
    where i.cycle = ${ref.cycle} and i.checkpoint = ${ref.checkpoint} 
      and (i.office = any(${[...offices]}) or i.indicator = any(${[...indicators]}))
    order by i.ordinal`.execute(db);
  return rows;
}

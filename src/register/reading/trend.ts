import { sql } from 'kysely';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { DecimalText } from '../../domain/targets/types.js';
import type { Db } from '../database.js';

/** An achievement at a computed checkpoint, of this exercise or, at its last one, of an earlier. */
export interface TrendRow {
  readonly exercise: number;
  /** Reference date of the checkpoint. */
  readonly to: CivilDate;
  /** Code of an indicator, or id of a node directly under the scorecard's root: `entity`, `perspective:…`. */
  readonly of: string;
  /** Of an indicator, its name then: a code may mean something else in another year. */
  readonly name: string | null;
  readonly achievement: DecimalText | null;
  /** Of a node, the share of its weight the achievement stands on. */
  readonly coverage: DecimalText | null;
}

const YEARS_BACK = 4;

/**
 * How achievements went over the checkpoints of an exercise and the last ones of the four before, oldest first. One
 * query, over indexes; `indicator` limits it to one.
 */
export async function trendRows(
  db: Db,
  entity: string,
  exercise: number,
  indicator?: string,
): Promise<readonly TrendRow[]> {
  const { rows } = await sql<TrendRow>`
    with computed as (
      select c.id as cycle, c.exercise, k.id as checkpoint, k.period_to, k.ordinal,
        (select a.id from assessments a where a.cycle = k.cycle and a.checkpoint = k.id order by a.id desc limit 1) as assessment,
        max(k.ordinal) over (partition by c.id) as last
      from cycles c join checkpoints k on k.cycle = c.id
      where c.entity = ${entity} and c.exercise between ${exercise - YEARS_BACK} and ${exercise}
        and exists (select from assessments a where a.cycle = k.cycle and a.checkpoint = k.id)
    ), shown as (
      select * from computed where exercise = ${exercise} or ordinal = last
    )
    select s.exercise, s.period_to as "to", r.indicator as of, i.name, r.achievement, null as coverage
    from shown s
      join indicator_results r on r.assessment = s.assessment
      left join checkpoint_indicators i on i.cycle = s.cycle and i.checkpoint = s.checkpoint and i.indicator = r.indicator
    where ${indicator === undefined ? sql`true` : sql`r.indicator = ${indicator}`}
    union all
    select s.exercise, s.period_to, r.node, null, r.achievement, r.coverage
    from shown s join rollup_results r on r.assessment = s.assessment
    where ${indicator === undefined ? sql`cardinality(r.path) = 1` : sql`false`}
    order by 1, 2`.execute(db);
  return rows;
}

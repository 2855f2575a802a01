import { sql } from 'kysely';
import type { TrafficLight } from '../../domain/achievement/types.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { DecimalText } from '../../domain/targets/types.js';
import type { Db } from '../database.js';

/** Where a cycle stands on a day. */
export interface CycleStanding {
  readonly cycle: string;
  /** Steps past their due date and not ended. */
  readonly late: number;
  /** The next due date of a step not ended. */
  readonly next: { readonly title: string; readonly dueOn: CivilDate } | null;
  /** Of the whole body, as last computed. */
  readonly result: {
    readonly achievement: DecimalText | null;
    readonly light: TrafficLight;
    readonly checkpoint: string;
  } | null;
}

/** Where each of these cycles stands. One query, over the keys of steps and results. */
export async function standingsOf(
  db: Db,
  cycles: readonly string[],
  today: CivilDate,
): Promise<ReadonlyMap<string, CycleStanding>> {
  if (cycles.length === 0) return new Map();
  const { rows } = await sql<CycleStanding>`
    select c.id as cycle, running.late, next.next, last.result
    from cycles c
    left join lateral (
      select count(*)::int as late
      from steps s
      where s.cycle = c.id and s.due_on < ${today} and s.status not in ('done', 'cancelled')
    ) running on true
    left join lateral (
      select jsonb_build_object('title', s.title, 'dueOn', s.due_on) as next
      from steps s
      where s.cycle = c.id and s.due_on >= ${today} and s.status not in ('done', 'cancelled')
      order by s.due_on, s.ordinal limit 1
    ) next on true
    left join lateral (
      select jsonb_build_object('achievement', r.achievement::text, 'light', r.light, 'checkpoint', s.title) as result
      from checkpoints k
        join assessments a on a.cycle = k.cycle and a.checkpoint = k.id
        join rollup_results r on r.assessment = a.id and r.node = 'entity'
        join steps s on s.cycle = k.cycle and s.id = k.id
      where k.cycle = c.id
      order by k.ordinal desc, a.id desc limit 1
    ) last on true
    where c.id in (${sql.join(cycles)})`.execute(db);
  return new Map(rows.map((row) => [row.cycle, row]));
}

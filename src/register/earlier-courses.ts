import { sql } from 'kysely';
import type { EarlierCourse } from '../domain/achievement/forecast.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Db } from './database.js';

/** Exercises that are looked back on. */
const YEARS = 3;

/**
 * How indicators went in the exercises before from the same day of the year to their end: the value that stands at the checkpoint
 * of that day, and the one at the last computed. By code and then by name: only where both are the same it is the same measure.
 * One query; the latest exercise first.
 */
export async function earlierCourses(
  db: Db,
  entity: string,
  exercise: number,
  at: CivilDate,
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly EarlierCourse[]>>> {
  const { rows } = await sql<EarlierCourse & { readonly indicator: string; readonly name: string }>`
    with course as (
      select c.id as cycle, c.exercise, k.id as moment, l.id as last
      from cycles c
      join checkpoints k on k.cycle = c.id and not k.final and to_char(k.period_to, 'MM-DD') = ${at.slice(5)}
      join lateral (
        select x.id, x.ordinal from checkpoints x
        where x.cycle = c.id and exists (select from assessments a where a.cycle = x.cycle and a.checkpoint = x.id)
        order by x.ordinal desc limit 1
      ) l on l.ordinal > k.ordinal
      where c.entity = ${entity} and c.exercise between ${exercise - YEARS} and ${exercise - 1}
    )
    select c.exercise, i.indicator, i.name, t.actual as at, e.actual as "end"
    from course c
    join checkpoint_indicators i on i.cycle = c.cycle and i.checkpoint = c.last
    cross join lateral (
      select m.id, m.actual from measurements m
      where m.cycle = c.cycle and m.checkpoint = c.moment and m.indicator = i.indicator order by m.id desc limit 1
    ) t
    cross join lateral (
      select m.id, m.actual from measurements m
      where m.cycle = c.cycle and m.checkpoint = c.last and m.indicator = i.indicator order by m.id desc limit 1
    ) e
    where not exists (select from returned_measurements r where r.measurement in (t.id, e.id))
    order by c.exercise desc`.execute(db);
  const courses = new Map<string, Map<string, EarlierCourse[]>>();
  for (const { indicator, name, ...course } of rows) {
    const named = courses.get(indicator) ?? new Map<string, EarlierCourse[]>();
    courses.set(indicator, named.set(name, [...(named.get(name) ?? []), course]));
  }
  return courses;
}

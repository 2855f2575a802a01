import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/types.js';
import type { Db } from '../database.js';

/** Something a person sent, recorded or concluded, which is on record. */
export interface OwnReceipt {
  readonly kind: 'values' | 'decision' | 'completion' | 'transmission';
  /** Of values, the number of the receipt. */
  readonly number: number | null;
  readonly entity: string;
  readonly exercise: number;
  readonly step: string;
  readonly title: string;
  readonly at: Instant;
  readonly actingFor: string | null;
  /** Of values, how many. */
  readonly values: number | null;
}

/** As many as a page shows. */
const MOST = 200;

/** Lines of decisions, those of what the OIV is asked too. */
export const DECISION = '^(decision|validation|opinion)-';

/** What a person has sent, recorded and concluded in a body, the latest first. One query. */
export async function ownReceipts(
  db: Db,
  { entity, id }: { readonly entity: string; readonly id: string },
): Promise<readonly OwnReceipt[]> {
  const { rows } = await sql<OwnReceipt>`
    select done.kind, done.number, c.entity, c.exercise, done.step, s.title, done.at, done.acting_for as "actingFor", done.values
    from (
      select 'values' as kind, m.id as number, m.cycle, m.checkpoint as step, m.at, m.acting_for,
        (select count(*)::int from measurements v where v.submission = m.id) as values
      from submissions m
      where m.officer = ${id} and m.channel <> 'automatic'
      union all
      select case when l.action ~ ${DECISION} then 'decision' when l.action = 'step-completed' then 'completion' else 'transmission' end,
        null, l.cycle, l.step, l.at, l.acting_for, null
      from log l
      where l.actor = ${id} and (l.action ~ ${DECISION} or l.action in ('step-completed', 'step-transmitted', 'step-resubmitted'))
    ) done
    join cycles c on c.id = done.cycle
    join steps s on s.cycle = done.cycle and s.id = done.step
    where c.entity = ${entity}
    order by done.at desc, done.number desc
    limit ${MOST}`.execute(db);
  return rows;
}

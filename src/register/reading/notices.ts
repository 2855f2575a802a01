import { type SqlBool, sql } from 'kysely';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import type { Db } from '../database.js';
import type { Row } from '../row.js';

/** Whether a mail that stands in the ledger under this step is due. One query. */
export async function isNoticeDue(db: Db, step: string, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('notices')
    .select('key')
    .where('state', 'in', ['planned', 'uncertain'])
    .where('nextAttemptAt', '<=', now)
    .where('step', '=', step)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether any of these is in the ledger, whatever became of it. */
export async function isAnyPlanned(db: Db, keys: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('notices')
    .select('key')
    .where('key', 'in', [...keys])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notices of a kind planned for a day that have not left, under some cycles. */
export async function leftOfDay(
  db: Db,
  kind: string,
  on: CivilDate,
  cycles: readonly string[],
): Promise<readonly Row<'notices', 'cycle' | 'key'>[]> {
  if (cycles.length === 0) return [];
  return await db
    .selectFrom('notices')
    .select(['cycle', 'key'])
    .where('kind', '=', kind)
    .where('state', 'in', ['planned', 'uncertain'])
    .where('nextAttemptAt', 'is not', null)
    .where('onDate', '=', on)
    .where(sql<SqlBool>`cycle = any(${[...cycles]})`)
    .execute();
}

/** How many mails of each kind are in which state, in a cycle. */
export async function noticesByKind(
  db: Db,
  cycle: string,
): Promise<readonly (Row<'notices', 'kind' | 'state'> & { readonly count: number })[]> {
  return await db
    .selectFrom('notices')
    .select((e) => ['kind', 'state', e.fn.countAll<number>().as('count')])
    .where('cycle', '=', cycle)
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute();
}

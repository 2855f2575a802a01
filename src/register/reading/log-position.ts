import type { Db } from '../database.js';

/** Id of the last line of a cycle's log, 0 before the first: it grows whenever something happens. One indexed query. */
export async function logPosition(db: Db, cycle: string): Promise<number> {
  const row = await db
    .selectFrom('log')
    .select('id')
    .where('cycle', '=', cycle)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

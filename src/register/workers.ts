import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';

/** Says that a worker is alive, by the wall clock; those silent for a day are forgotten. */
export async function announceWorker(db: Db, name: string): Promise<void> {
  await sql`
    insert into workers (name) values (${name}) on conflict (name) do update set seen_at = now()`.execute(db);
  await sql`delete from workers where seen_at < now() - interval '1 day'`.execute(db);
}

/** When any worker last said so, and the wall clock of the register; `lastSeen` is absent when none ever did. */
export async function lastWorker(db: Db): Promise<{ readonly now: Instant; readonly lastSeen?: Instant }> {
  const { rows } = await sql<{ now: Instant; lastSeen: Instant | null }>`
    select now() as now, (select max(seen_at) from workers) as last_seen`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('a query without a row');
  return { now: row.now, lastSeen: row.lastSeen ?? undefined };
}

import { sql } from 'kysely';
import type { Db } from './database.js';

/**
 * Does some work unless another process is doing it: workers side by side do not sweep the same floor. The lock is this
 * connection's and goes with it, however the process ends; the work itself goes through other connections.
 * @param what names the work within this register
 * @returns whether it was done here
 */
export async function alone(db: Db, what: string, work: () => Promise<void>): Promise<boolean> {
  return await db.connection().execute(async (held) => {
    const key = sql`hashtextextended(current_schema() || ' ' || ${what}, 0)`;
    const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_lock(${key}) as ours`.execute(held);
    if (rows[0]?.ours !== true) return false;
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(held);
    }
    return true;
  });
}

/**
 * Whether this transaction is alone at some work until it ends: false when another is at it, here or in another process.
 * @param what the kind of work
 * @param on what of the register it is done on
 */
export async function isAlone(tx: Db, what: string, on: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext(${what}), hashtext(current_schema() || ${on})) as mine`.execute(tx);
  return rows[0]?.mine === true;
}

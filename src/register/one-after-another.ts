import { sql } from 'kysely';
import type { Db } from './database.js';

/**
 * Until the transaction ends, whoever else would do something to the same thing waits: each sees what the one before has left.
 * @param what names the thing within this register
 */
export async function oneAfterAnother(tx: Db, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || ${what}, 0))`.execute(tx);
}

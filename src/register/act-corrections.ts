import type { Insertable } from 'kysely';
import type { BoardTables } from './board-tables.js';
import type { Db } from './database.js';

/** Puts a correction of the number or the date of a board's act on record; the same key twice is the same correction. */
export async function addActCorrection(db: Db, correction: Insertable<BoardTables['actCorrections']>): Promise<void> {
  await db
    .insertInto('actCorrections')
    .values(correction)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

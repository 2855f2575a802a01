import type { Insertable } from 'kysely';
import type { BoardTables } from './board-tables.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

/** A correction of the number or the date of a board's act. */
export type ActCorrection = Row<'actCorrections', (typeof COLUMNS)[number]>;

const COLUMNS = ['decision', 'actNumber', 'actDate', 'at'] as const;

/** Puts a correction on record; the same key twice is the same correction. */
export async function addActCorrection(db: Db, correction: Insertable<BoardTables['actCorrections']>): Promise<void> {
  await db
    .insertInto('actCorrections')
    .values(correction)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/** The correction that counts of each act of a cycle that has any, by the key of its decision. */
export async function actCorrectionsOf(db: Db, cycle: string): Promise<ReadonlyMap<string, ActCorrection>> {
  const rows = await db
    .selectFrom('actCorrections')
    .select(COLUMNS)
    .where('cycle', '=', cycle)
    .orderBy('decision')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.decision, row]));
}

import { sql } from 'kysely';
import { type Db, inTransaction } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';

/** A file of a unit: its path below it, `''` where the unit is the file. */
export interface GoodFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** What is known of a unit that was without errors, without reading its files. */
type GoodUnit = Row<'goodUnits', 'unit' | 'hash' | 'reader' | 'facts'>;

/** What is known of every unit. One query, however many there are. @returns with whether the register has what they say */
export async function goodUnits(db: Db): Promise<readonly (GoodUnit & { readonly saved: boolean })[]> {
  return await db.selectFrom('goodUnits').select(['unit', 'hash', 'reader', 'facts', 'saved']).execute();
}

/** Keeps the files of a unit as the last ones without errors, with what is known of them. */
export async function keepGoodFiles(db: Db, good: GoodUnit, files: readonly GoodFile[]): Promise<void> {
  const { unit } = good;
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('goodFiles').where('unit', '=', unit).execute();
    if (files.length > 0)
      await tx
        .insertInto('goodFiles')
        .values(files.map((file) => ({ unit, ...file })))
        .onConflict((c) => c.columns(['unit', 'path']).doUpdateSet((e) => ({ bytes: e.ref('excluded.bytes') })))
        .execute();
    const row = { ...good, facts: json(good.facts), saved: false };
    await tx
      .insertInto('goodUnits')
      .values(row)
      .onConflict((c) => c.column('unit').doUpdateSet({ ...row, recordedAt: sql`now()` }))
      .execute();
  });
}

/** The bodies of which the register has what their files say, as these are now. */
export async function markSaved(db: Db, units: readonly string[]): Promise<void> {
  if (units.length === 0) return;
  await db
    .updateTable('goodUnits')
    .set({ saved: true })
    .where('unit', 'in', [...units])
    .execute();
}

/** The files of a unit when it last was without errors; none when it never was. */
export async function goodFilesOf(db: Db, unit: string): Promise<readonly GoodFile[]> {
  return await db.selectFrom('goodFiles').select(['path', 'bytes']).where('unit', '=', unit).orderBy('path').execute();
}

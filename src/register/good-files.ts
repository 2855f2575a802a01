import { type Db, inTransaction } from './database.js';

/** A file of a unit: its path below it, `''` where the unit is the file. */
export interface GoodFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Keeps the files of a unit as the last ones without errors. Nothing is written when they are those that are there. */
export async function keepGoodFiles(db: Db, unit: string, files: readonly GoodFile[]): Promise<void> {
  const kept = new Map((await goodFilesOf(db, unit)).map((file) => [file.path, file.bytes]));
  if (kept.size === files.length && files.every(({ path, bytes }) => kept.get(path)?.equals(bytes) === true)) return;
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('goodFiles').where('unit', '=', unit).execute();
    if (files.length === 0) return;
    await tx
      .insertInto('goodFiles')
      .values(files.map((file) => ({ unit, ...file })))
      .onConflict((c) => c.columns(['unit', 'path']).doUpdateSet((e) => ({ bytes: e.ref('excluded.bytes') })))
      .execute();
  });
}

/** The files of a unit when it last was without errors; none when it never was. */
export async function goodFilesOf(db: Db, unit: string): Promise<readonly GoodFile[]> {
  return await db.selectFrom('goodFiles').select(['path', 'bytes']).where('unit', '=', unit).orderBy('path').execute();
}

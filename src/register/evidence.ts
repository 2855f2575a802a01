import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { documentHash } from './documents.js';

export interface NewEvidence {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly uploadedBy: string;
  readonly at: Instant;
}

/** Keeps a file that supports a measurement and answers its hash; the same bytes are kept once, under their first name. */
export async function saveEvidence(db: Db, file: NewEvidence): Promise<string> {
  const hash = documentHash(file.bytes);
  await db
    .insertInto('evidence')
    .values({ ...file, bytes: Buffer.from(file.bytes), hash })
    .onConflict((c) => c.column('hash').doNothing())
    .execute();
  return hash;
}

export async function evidenceOf(
  db: Db,
  hash: string,
): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Buffer } | undefined> {
  return db.selectFrom('evidence').select(['name', 'mime', 'bytes']).where('hash', '=', hash).executeTakeFirst();
}

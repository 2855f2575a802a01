import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { CheckpointRef } from './checkpoints.js';
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

/** A file with its bytes; undefined for one the register never had, and for one that was erased. */
export async function evidenceOf(
  db: Db,
  hash: string,
): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Buffer } | undefined> {
  return db
    .selectFrom('evidence')
    .select(['name', 'mime', 'bytes'])
    .where('hash', '=', hash)
    .where(hasBytes)
    .executeTakeFirst();
}

/** An erased file keeps its hash and loses its bytes; one that never had any is refused when it is sent. */
export const hasBytes = sql<boolean>`octet_length(bytes) > 0`;

/** A file as lists of files name it. */
export interface EvidenceFile {
  readonly hash: string;
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
}

/** The files with these hashes, in no order; one the register does not have is not in the answer. */
export async function evidenceFiles(db: Db, hashes: readonly string[]): Promise<readonly EvidenceFile[]> {
  if (hashes.length === 0) return [];
  return db
    .selectFrom('evidence')
    .select(['hash', 'name', 'mime', sql<number>`octet_length(bytes)`.as('size')])
    .where('hash', 'in', [...new Set(hashes)])
    .execute();
}

/** The indicators of a checkpoint that a file supports. */
export async function supportedBy(db: Db, ref: CheckpointRef, hash: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('measurements')
    .select('indicator')
    .distinct()
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .where('evidence', '@>', sql<string[]>`array[${hash}]::text[]`)
    .orderBy('indicator')
    .execute();
  return rows.map((row) => row.indicator);
}

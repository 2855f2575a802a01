import { type RawBuilder, sql } from 'kysely';
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

/** Keeps a file that supports a measurement and answers its hash: the same bytes once, under the name each sender of a body gives. */
export async function saveEvidence(db: Db, entity: string, file: NewEvidence): Promise<string> {
  const hash = documentHash(file.bytes);
  await db
    .insertInto('evidence')
    .values({ ...file, bytes: Buffer.from(file.bytes), hash })
    .onConflict((c) => c.column('hash').doNothing())
    .execute();
  const { name, uploadedBy: sender, at } = file;
  await db.insertInto('evidenceNames').values({ hash, entity, sender, name, at }).execute();
  return hash;
}

/** For what a file is named: what somebody of a body sent, until a moment where that is said. */
export interface SentBy {
  readonly entity: string;
  /** The first of them who sent it gave its name. */
  readonly senders: readonly string[];
  readonly at?: Instant;
}

const nameFor = (hash: RawBuilder<string>, { entity, senders, at }: SentBy) =>
  sql<string>`file_name(${hash}, ${entity}, ${[...new Set(senders)]}::text[], ${at ?? null}::text)`.as('name');

/** A file with its bytes, as its sender called it; undefined for one the register never had, and for one that was erased. */
export async function evidenceOf(
  db: Db,
  hash: string,
  by: SentBy,
): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Buffer } | undefined> {
  return db
    .selectFrom('evidence')
    .select(['mime', 'bytes', nameFor(sql.ref('hash'), by)])
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

/** The files with these hashes, as their senders called them, in no order; one the register does not have is not in the answer. */
export async function evidenceFiles(db: Db, hashes: readonly string[], by: SentBy): Promise<readonly EvidenceFile[]> {
  if (hashes.length === 0) return [];
  return db
    .selectFrom('evidence')
    .select(['hash', 'mime', sql<number>`octet_length(bytes)`.as('size'), nameFor(sql.ref('hash'), by)])
    .where('hash', 'in', [...new Set(hashes)])
    .execute();
}

/** What a file supports at a checkpoint, and who sent it for that, the last one first. */
export async function supportedBy(
  db: Db,
  ref: CheckpointRef,
  hash: string,
): Promise<readonly { readonly indicator: string; readonly officer: string }[]> {
  return await db
    .selectFrom('measurements as m')
    .innerJoin('submissions as s', 's.id', 'm.submission')
    .select(['m.indicator', 's.officer'])
    .where('m.cycle', '=', ref.cycle)
    .where('m.checkpoint', '=', ref.checkpoint)
    .where('m.evidence', '@>', sql<string[]>`array[${hash}]::text[]`)
    .orderBy('m.id', 'desc')
    .execute();
}

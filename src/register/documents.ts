import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar/types.js';
import { registerWords } from '../words/register.js';
import type { Db } from './database.js';

export interface NewDocument {
  readonly cycle: string;
  /** `piano`, `rpp`, `relazione`, `monitoraggio-1` */
  readonly kind: string;
  readonly version: number;
  readonly title: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly preparedBy?: readonly string[];
  /** Plan version it is written from. */
  readonly planVersion?: number;
  readonly simulated: boolean;
  readonly frozenAt: Instant;
}

export interface DocumentRecord extends Omit<NewDocument, 'bytes' | 'preparedBy' | 'planVersion'> {
  readonly preparedBy: readonly string[];
  readonly planVersion: number | null;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
}

/** SHA-256 of a document's bytes, hexadecimal. */
export const documentHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Freezes a document and answers its hash. Idempotent by cycle, kind and version.
 * @throws when that version is already frozen with other bytes
 */
export async function saveDocument(db: Db, document: NewDocument): Promise<string> {
  const hash = documentHash(document.bytes);
  await db
    .insertInto('documents')
    .values({
      ...document,
      bytes: Buffer.from(document.bytes),
      hash,
      preparedBy: [...(document.preparedBy ?? [])],
      planVersion: document.planVersion ?? null,
    })
    .onConflict((c) => c.columns(['cycle', 'kind', 'version']).doNothing())
    .execute();
  const kept = await documentOf(db, document.cycle, document.kind, document.version);
  if (kept?.hash !== hash) {
    throw new Error(registerWords.otherDocument(document.kind, document.cycle, document.version, kept?.hash));
  }
  return hash;
}

/** A document of a cycle without its bytes: the version asked for, or the last. */
export async function documentOf(
  db: Db,
  cycle: string,
  kind: string,
  version?: number,
): Promise<DocumentRecord | undefined> {
  let query = db
    .selectFrom('documents')
    .select(COLUMNS)
    .where('cycle', '=', cycle)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(1);
  if (version !== undefined) query = query.where('version', '=', version);
  return query.executeTakeFirst();
}

/** All documents of a cycle without their bytes, by kind and version. */
export async function documentsOf(db: Db, cycle: string): Promise<readonly DocumentRecord[]> {
  return db
    .selectFrom('documents')
    .select(COLUMNS)
    .where('cycle', '=', cycle)
    .orderBy('kind')
    .orderBy('version')
    .execute();
}

/** The bytes with a given hash, whichever document they are. */
export async function documentBytes(
  db: Db,
  hash: string,
): Promise<{ readonly mime: string; readonly bytes: Buffer } | undefined> {
  return db.selectFrom('documents').select(['mime', 'bytes']).where('hash', '=', hash).limit(1).executeTakeFirst();
}

const COLUMNS = [
  'cycle',
  'kind',
  'version',
  'title',
  'mime',
  'simulated',
  'preparedBy',
  'planVersion',
  'frozenAt',
  'hash',
] as const;

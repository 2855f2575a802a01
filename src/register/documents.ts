import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar/types.js';
import { registerWords } from '../words/register.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

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
  /** Made with it, for people to read. */
  readonly forms?: readonly NewForm[];
}

/** The forms kept beside a snapshot. */
export type FormKind = 'html' | 'pdf' | 'xlsx' | 'csv';

export interface NewForm {
  readonly form: FormKind;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** Bytes that are kept, and what they are. */
export interface KeptBytes {
  readonly mime: string;
  readonly bytes: Buffer;
}

export type DocumentRecord = Row<'documents', (typeof COLUMNS)[number]>;

/** Another document has that version already: it was frozen while this one was being written. */
export class VersionTaken extends Error {
  override readonly name = 'VersionTaken';
  constructor({ kind, cycle, version }: Pick<NewDocument, 'kind' | 'cycle' | 'version'>, hash: string | undefined) {
    super(registerWords.otherDocument(kind, cycle, version, hash));
  }
}

/** SHA-256 of a document's bytes, hexadecimal. */
export const documentHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Freezes a document and answers its hash. Idempotent by cycle, kind and version.
 * @throws `VersionTaken` when that version is already frozen with other bytes
 */
export async function saveDocument(db: Db, document: NewDocument): Promise<string> {
  const { forms = [], ...row } = document;
  const hash = documentHash(document.bytes);
  await db
    .insertInto('documents')
    .values({
      ...row,
      bytes: Buffer.from(document.bytes),
      hash,
      preparedBy: [...(document.preparedBy ?? [])],
      planVersion: document.planVersion ?? null,
    })
    .onConflict((c) => c.columns(['cycle', 'kind', 'version']).doNothing())
    .execute();
  const kept = await documentOf(db, document.cycle, document.kind, document.version);
  if (kept?.hash !== hash) throw new VersionTaken(document, kept?.hash);
  for (const form of forms) await keepForm(db, hash, form);
  return hash;
}

/** Keeps a form of a document and answers what is kept: the first made stays, whoever else makes it at the same moment. */
export async function keepForm(db: Db, document: string, made: NewForm): Promise<KeptBytes> {
  await db
    .insertInto('documentForms')
    .values({ ...made, document, bytes: Buffer.from(made.bytes) })
    .onConflict((c) => c.columns(['document', 'form']).doNothing())
    .execute();
  const kept = await formBytes(db, document, made.form);
  if (kept === undefined) throw new Error(`the form ${made.form} of document ${document} was not kept`);
  return kept;
}

/** A form already made of the document with that hash. */
export async function formBytes(db: Db, document: string, form: FormKind): Promise<KeptBytes | undefined> {
  return db
    .selectFrom('documentForms')
    .select(['mime', 'bytes'])
    .where('document', '=', document)
    .where('form', '=', form)
    .executeTakeFirst();
}

/** The bytes the hash is of: the snapshot, or the page itself of a document frozen before there were snapshots. */
export async function frozenBytes(db: Db, hash: string): Promise<KeptBytes | undefined> {
  return db.selectFrom('documents').select(['mime', 'bytes']).where('hash', '=', hash).limit(1).executeTakeFirst();
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

/** What people read of the document with a given hash, whichever it is: its page, or its own bytes when it has none. */
export async function documentBytes(db: Db, hash: string): Promise<KeptBytes | undefined> {
  return (await formBytes(db, hash, 'html')) ?? (await frozenBytes(db, hash));
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

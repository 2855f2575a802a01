import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { documentHash } from './documents.js';
import { hasBytes } from './evidence.js';
import type { Row } from './row.js';

/** A file as somebody sent it. */
export interface NewFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly uploadedBy: string;
  readonly actingFor?: string;
  readonly at: Instant;
}

/** A file on record, without its bytes. */
export type FileRecord = Row<'acts', (typeof FILE)[number]> & { readonly size: number };

export type FileBytes = Row<'acts', 'name' | 'mime' | 'bytes'>;

/** A step and its run: 1, and one more for each reopening. */
export interface StepRun {
  readonly cycle: string;
  readonly step: string;
  readonly run: number;
}

/** Keeps a file of the act of a decision and answers its hash. Idempotent: the same bytes are kept once. */
export async function saveAct(db: Db, decision: string, file: NewFile): Promise<string> {
  const row = rowOf(file);
  await db
    .insertInto('acts')
    .values({ ...row, decision })
    .onConflict((c) => c.doNothing())
    .execute();
  return row.hash;
}

/** A file of an act as pages list it. */
export type ActRecord = FileRecord & Row<'acts', 'decision'>;

/** The files of the acts of these decisions, in the order they came. */
export async function actsOf(db: Db, decisions: readonly string[]): Promise<readonly ActRecord[]> {
  if (decisions.length === 0) return [];
  return db
    .selectFrom('acts')
    .select(['decision', ...FILE])
    .select((e) => e.fn<number>('length', ['bytes']).as('size'))
    .where('decision', 'in', [...decisions])
    .orderBy('recordedAt')
    .execute();
}

/** A file of an act of a step, with its bytes. */
export async function actBytes(db: Db, cycle: string, step: string, hash: string): Promise<FileBytes | undefined> {
  return db
    .selectFrom('acts as a')
    .innerJoin('decisions as d', 'd.key', 'a.decision')
    .select(['a.name', 'a.mime', 'a.bytes'])
    .where('d.cycle', '=', cycle)
    .where('d.step', '=', step)
    .where('a.hash', '=', hash)
    .where(sql<boolean>`octet_length(a.bytes) > 0`)
    .limit(1)
    .executeTakeFirst();
}

/** Keeps what an owner attaches to a step. Idempotent: the same bytes are kept once for each run. */
export async function saveAttachment(db: Db, { cycle, step, run }: StepRun, file: NewFile): Promise<string> {
  const row = rowOf(file);
  await db
    .insertInto('attachments')
    .values({ ...row, cycle, step, run })
    .onConflict((c) => c.doNothing())
    .execute();
  return row.hash;
}

export async function attachmentsOf(
  db: Db,
  cycle: string,
  step: string,
): Promise<readonly (FileRecord & { readonly run: number })[]> {
  return db
    .selectFrom('attachments')
    .select(['run', ...FILE])
    .select((e) => e.fn<number>('length', ['bytes']).as('size'))
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .orderBy('recordedAt')
    .execute();
}

export async function attachmentBytes(
  db: Db,
  cycle: string,
  step: string,
  hash: string,
): Promise<FileBytes | undefined> {
  return db
    .selectFrom('attachments')
    .select(['name', 'mime', 'bytes'])
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .where('hash', '=', hash)
    .where(hasBytes)
    .limit(1)
    .executeTakeFirst();
}

const FILE = ['hash', 'name', 'mime', 'uploadedBy', 'actingFor', 'at'] as const;

const rowOf = ({ actingFor, bytes, ...file }: NewFile) => ({
  ...file,
  bytes: Buffer.from(bytes),
  hash: documentHash(bytes),
  actingFor: actingFor ?? null,
});

import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { NewFile } from './acts.js';
import type { Db } from './database.js';
import { documentHash } from './documents.js';
import type { DraftedRef } from './drafting.js';
import type { Row } from './row.js';

/** A figure of a draft, without its bytes. */
export interface Figure
  extends Row<'sectionFigures', 'id' | 'hash' | 'width' | 'height'>,
    Row<'draftFiles', 'name' | 'mime' | 'uploadedBy' | 'at'> {}

interface FigureBytes extends Pick<Figure, 'id' | 'hash' | 'mime' | 'width' | 'height'> {
  readonly bytes: Buffer;
}

/** Letters of a figure's short name. */
const SHORT = 10;

/** Keeps a picture for a draft. The same picture is kept once. @returns its short name */
export async function addFigure(
  db: Db,
  { cycle, document }: DraftedRef,
  file: NewFile,
  size: Pick<Figure, 'width' | 'height'>,
): Promise<string> {
  const hash = await keepFile(db, cycle, file);
  const id = hash.slice(0, SHORT);
  await db
    .insertInto('sectionFigures')
    .values({ cycle, document, id, hash, ...size })
    .onConflict((c) => c.doNothing())
    .execute();
  return id;
}

/** The figures of a draft, in the order they came. */
export async function figuresOf(db: Db, { cycle, document }: DraftedRef): Promise<readonly Figure[]> {
  return db
    .selectFrom('sectionFigures as g')
    .innerJoin('draftFiles as f', (join) => join.onRef('f.cycle', '=', 'g.cycle').onRef('f.hash', '=', 'g.hash'))
    .select(['g.id', 'g.hash', 'f.name', 'f.mime', 'g.width', 'g.height', 'f.uploadedBy', 'f.at'])
    .where('g.cycle', '=', cycle)
    .where('g.document', '=', document)
    .orderBy('g.recordedAt')
    .execute();
}

/** A figure by its short name, of this cycle or of another of the body: a text carried over from last year keeps its figures. */
export async function figureOf(db: Db, cycle: string, id: string): Promise<FigureBytes | undefined> {
  return db
    .selectFrom('sectionFigures as g')
    .innerJoin('draftFiles as f', (join) => join.onRef('f.cycle', '=', 'g.cycle').onRef('f.hash', '=', 'g.hash'))
    .select(['g.id', 'g.hash', 'f.mime', 'g.width', 'g.height', 'f.bytes'])
    .where('g.id', '=', id)
    .where(sql<boolean>`split_part(g.cycle, '/', 1) = split_part(${cycle}, '/', 1)`)
    .where(sql<boolean>`octet_length(f.bytes) > 0`)
    .orderBy(sql`(g.cycle = ${cycle})`, 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The body's own file that stands in for a whole document. */
export interface StandInFile {
  readonly hash: string;
  readonly name: string;
  readonly mime: string;
  readonly by: string;
  readonly actingFor: string | null;
  readonly at: Instant;
}

/** Puts a file in place of the whole document; one that stood in before is withdrawn. @returns its hash */
export async function putStandIn(db: Db, ref: DraftedRef, file: NewFile): Promise<string> {
  const hash = await keepFile(db, ref.cycle, file);
  await withdrawStandIn(db, ref, { by: file.uploadedBy, at: file.at });
  const { uploadedBy, actingFor = '', at } = file;
  const by = { byPerson: uploadedBy, actingFor: actingFor === '' ? null : actingFor, at };
  await db
    .insertInto('standIns')
    .values({ ...ref, hash, ...by })
    .execute();
  return hash;
}

/** Takes it back: the sections are the document again. Whether there was one. */
export async function withdrawStandIn(
  db: Db,
  { cycle, document }: DraftedRef,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const done = await db
    .updateTable('standIns')
    .set({ withdrawnBy: by, withdrawnAt: at })
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** What stands in for a document now. */
export async function standInOf(db: Db, { cycle, document }: DraftedRef): Promise<StandInFile | undefined> {
  return db
    .selectFrom('standIns as s')
    .innerJoin('draftFiles as f', (join) => join.onRef('f.cycle', '=', 's.cycle').onRef('f.hash', '=', 's.hash'))
    .select(['s.hash', 'f.name', 'f.mime', 's.byPerson as by', 's.actingFor', 's.at'])
    .where('s.cycle', '=', cycle)
    .where('s.document', '=', document)
    .where('s.withdrawnAt', 'is', null)
    .executeTakeFirst();
}

/** The bytes of a file of a cycle's drafts; undefined when there is none, or it was erased. */
export async function draftFile(
  db: Db,
  cycle: string,
  hash: string,
): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Buffer } | undefined> {
  return db
    .selectFrom('draftFiles')
    .select(['name', 'mime', 'bytes'])
    .where('cycle', '=', cycle)
    .where('hash', '=', hash)
    .where(sql<boolean>`octet_length(bytes) > 0`)
    .executeTakeFirst();
}

/** The files with these hashes, as far as they are there: of any cycle the reader sees. */
export async function filesByHash(
  db: Db,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, { readonly mime: string; readonly bytes: Buffer }>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('draftFiles')
    .distinctOn('hash')
    .select(['hash', 'mime', 'bytes'])
    .where('hash', 'in', [...hashes])
    .where(sql<boolean>`octet_length(bytes) > 0`)
    .execute();
  return new Map(rows.map(({ hash, ...file }) => [hash, file]));
}

async function keepFile(db: Db, cycle: string, { actingFor = '', ...file }: NewFile): Promise<string> {
  const hash = documentHash(file.bytes);
  await db
    .insertInto('draftFiles')
    .values({ ...file, cycle, hash, bytes: Buffer.from(file.bytes), actingFor: actingFor === '' ? null : actingFor })
    .onConflict((c) => c.doNothing())
    .execute();
  return hash;
}

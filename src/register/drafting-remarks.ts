import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Remark } from '../domain/drafting/remarks.js';
import type { Db } from './database.js';
import type { DraftedRef } from './drafting.js';

interface NewRemark extends DraftedRef {
  /** Id of the section; null: of the whole document. */
  readonly section: string | null;
  readonly text: string;
  readonly by: string;
  readonly actingFor?: string | undefined;
  readonly at: Instant;
  readonly origin: Remark['origin'];
  /** Rounds the document has been before its board. */
  readonly round: number;
  /** The same one recorded twice counts once. */
  readonly key?: string | undefined;
}

/** A remark with the document it is of. */
export interface RemarkRecord extends Remark, DraftedRef {}

/** Puts remarks on record. */
export async function addRemarks(db: Db, remarks: readonly NewRemark[]): Promise<void> {
  if (remarks.length === 0) return;
  await db
    .insertInto('sectionRemarks')
    .values(
      remarks.map(({ by, actingFor = '', key = '', ...remark }) => ({
        ...remark,
        byPerson: by,
        actingFor: actingFor === '' ? null : actingFor,
        key: key === '' ? null : key,
      })),
    )
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/** The remarks on a document in the order they were made, of one section or of all. */
export async function remarksOf(
  db: Db,
  { cycle, document }: DraftedRef,
  section?: string,
): Promise<readonly RemarkRecord[]> {
  let query = db
    .selectFrom('sectionRemarks')
    .select(COLUMNS)
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .orderBy('id');
  if (section !== undefined) query = query.where('section', '=', section);
  return query.execute();
}

export async function remarkById(db: Db, cycle: string, id: number): Promise<RemarkRecord | undefined> {
  return db
    .selectFrom('sectionRemarks')
    .select(COLUMNS)
    .where('cycle', '=', cycle)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Answers a remark that has none. Whether it was so. */
export async function answerRemark(
  db: Db,
  id: number,
  { answer, by, at }: { readonly answer: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const done = await db
    .updateTable('sectionRemarks')
    .set({ answer, answeredBy: by, answeredAt: at })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Closes a remark. Whether it was open. */
export async function closeRemark(
  db: Db,
  id: number,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const done = await db
    .updateTable('sectionRemarks')
    .set({ closedBy: by, closedAt: at })
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

const COLUMNS = [
  'id',
  'cycle',
  'document',
  'section',
  'text',
  'byPerson as by',
  'actingFor',
  'at',
  'origin',
  'round',
  'answer',
  'answeredBy',
  'answeredAt',
  'closedBy',
  'closedAt',
] as const;

/** A colleague's remark nobody has been told of. */
export interface UntoldRemark {
  readonly id: number;
  readonly cycle: string;
  readonly document: string;
  readonly section: string | null;
  readonly text: string;
  readonly by: string;
  readonly entity: string;
  readonly exercise: number;
  readonly simulated: boolean;
  readonly name: string;
  readonly titles: Readonly<Record<string, string>> | null;
}

/**
 * Remarks of colleagues on drafts of running cycles that no notice tells of yet, the oldest first.
 * @param told kind and occasion of the notices, the occasion without the remark's number; and how many are asked for
 */
export async function untoldRemarks(
  db: Db,
  told: { readonly kind: string; readonly occasion: string; readonly most: number },
): Promise<readonly UntoldRemark[]> {
  return await db
    .selectFrom('sectionRemarks as r')
    .innerJoin('cycles as c', 'c.id', 'r.cycle')
    .innerJoin('entities as e', 'e.id', 'c.entity')
    .select(['r.id', 'r.cycle', 'r.document', 'r.section', 'r.text', 'r.byPerson as by'])
    .select(['c.entity', 'c.exercise', 'c.simulated', 'e.name'])
    .select(sql<Readonly<Record<string, string>> | null>`c.calendar -> 'documents'`.as('titles'))
    .where('c.status', '=', 'running')
    .where('r.origin', '=', 'colleague')
    .where('r.closedAt', 'is', null)
    .where(
      sql<boolean>`not exists (select from notices n where n.cycle = r.cycle and n.kind = ${told.kind} and n.occasion = ${told.occasion}::text || r.id)`,
    )
    .orderBy('r.id')
    .limit(told.most)
    .execute();
}

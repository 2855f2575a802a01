import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';

/** Where whoever has the address may say something to a body. */
export interface PublicForm {
  readonly entity: string;
  readonly entityName: string;
  readonly code: string;
  readonly openedAt: Instant;
}

/** A body's form, while it is open. */
export async function openFormOf(db: Db, entity: string): Promise<PublicForm | undefined> {
  return await openForms(db).where('f.entity', '=', entity).executeTakeFirst();
}

/** The open form at an address; undefined also where there was one. */
export async function formAt(db: Db, code: string): Promise<PublicForm | undefined> {
  return await openForms(db).where('f.code', '=', code).executeTakeFirst();
}

const openForms = (db: Db) =>
  db
    .selectFrom('publicForms as f')
    .innerJoin('entities as e', 'e.id', 'f.entity')
    .select(['f.entity', 'e.name as entityName', 'f.code', 'f.openedAt'])
    .where('f.closedAt', 'is', null);

/** Opens a form. A body has one at a time. */
export async function openForm(
  db: Db,
  form: { readonly entity: string; readonly code: string; readonly openedAt: Instant; readonly openedBy: string },
): Promise<void> {
  await db.insertInto('publicForms').values(form).execute();
}

/** Closes a body's form: its address answers nothing any more. */
export async function closeForm(db: Db, entity: string, closedBy: string, closedAt: Instant): Promise<void> {
  await db
    .updateTable('publicForms')
    .set({ closedAt, closedBy })
    .where('entity', '=', entity)
    .where('closedAt', 'is', null)
    .execute();
}

/** What came by the form. */
export interface PublicVoice {
  readonly id: number;
  readonly saidBy: string;
  readonly text: string;
  readonly cameAt: Instant;
  readonly state: 'waiting' | 'accepted' | 'refused';
  readonly reason: string | null;
  readonly examinedBy: string | null;
}

/** How many may wait to be looked at: beyond, the form takes no more. */
export const MOST_WAITING = 500;

/**
 * Keeps what somebody wrote until controllo di gestione looks at it.
 * @returns false when too much is waiting already: nothing was kept
 */
export async function addPublicVoice(
  db: Db,
  voice: {
    readonly entity: string;
    readonly saidBy: string;
    readonly text: string;
    readonly cameAt: Instant;
    readonly simulated: boolean;
  },
): Promise<boolean> {
  if ((await howManyWait(db, voice.entity)) >= MOST_WAITING) return false;
  await db.insertInto('publicVoices').values(voice).execute();
  return true;
}

/** How many wait to be looked at. */
async function howManyWait(db: Db, entity: string): Promise<number> {
  const { n } = await db
    .selectFrom('publicVoices')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('entity', '=', entity)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return n;
}

/** What came by a body's form: what waits first, the oldest before, then the rest, the latest before; at most `limit`. */
export async function publicVoicesOf(db: Db, entity: string, limit = 1_000): Promise<readonly PublicVoice[]> {
  const rows = await voices(db)
    .where('entity', '=', entity)
    .orderBy((e) => e('state', '=', 'waiting'), 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const waiting = rows.filter(({ state }) => state === 'waiting');
  return [...waiting.toReversed(), ...rows.filter(({ state }) => state !== 'waiting')];
}

/** One of them; undefined when the body has none of this number. */
export async function publicVoiceOf(db: Db, entity: string, id: number): Promise<PublicVoice | undefined> {
  return await voices(db).where('entity', '=', entity).where('id', '=', id).executeTakeFirst();
}

const voices = (db: Db) =>
  db.selectFrom('publicVoices').select(['id', 'saidBy', 'text', 'cameAt', 'state', 'reason', 'examinedBy']);

/** Says what became of it: where it went on record, or why it did not. */
export async function settleVoice(
  db: Db,
  id: number,
  settled: {
    readonly feedback: number | undefined;
    readonly reason: string | undefined;
    readonly by: string;
    readonly actingFor: string | undefined;
    readonly at: Instant;
  },
): Promise<void> {
  await db
    .updateTable('publicVoices')
    .set({
      state: settled.feedback === undefined ? 'refused' : 'accepted',
      feedback: settled.feedback ?? null,
      reason: settled.reason ?? null,
      examinedBy: settled.by,
      actingFor: settled.actingFor ?? null,
      examinedAt: settled.at,
    })
    .where('id', '=', id)
    .execute();
}

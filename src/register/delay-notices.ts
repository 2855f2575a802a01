import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { BoardTables } from './board-tables.js';
import type { Db } from './database.js';
import { delayKind } from './delays.js';
import { type DocumentRecord, documentsOf } from './documents.js';

/** What a person did with a notice of delay: signed it, or sent it. */
export type NoticeAct = Omit<Selectable<BoardTables['delayNoticeActs']>, 'recordedAt'>;

/** A notice of delay with what was done with it. */
export interface DelayNotice {
  readonly notice: DocumentRecord;
  readonly signed: NoticeAct | undefined;
  readonly sent: NoticeAct | undefined;
}

/** @returns false when the version has been signed, or sent, before */
export async function addNoticeAct(db: Db, act: NoticeAct): Promise<boolean> {
  const inserted = await db
    .insertInto('delayNoticeActs')
    .values(act)
    .onConflict((c) => c.columns(['cycle', 'step', 'version', 'what']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The notices of delay of a step, the first one first. */
export async function delayNoticesOf(db: Db, cycle: string, step: string): Promise<readonly DelayNotice[]> {
  const [documents, acts] = await Promise.all([
    documentsOf(db, cycle),
    db.selectFrom('delayNoticeActs').select(COLUMNS).where('cycle', '=', cycle).where('step', '=', step).execute(),
  ]);
  return documents
    .filter(({ kind }) => kind === delayKind(step))
    .map((notice) => {
      const of = (what: NoticeAct['what']): NoticeAct | undefined =>
        acts.find((act) => act.version === notice.version && act.what === what);
      return { notice, signed: of('signed'), sent: of('sent') };
    });
}

/** Notices written before the act that ended the delay was recorded: they still say that it is not done. */
export async function overtakenNotices(
  db: Db,
): Promise<readonly { readonly cycle: string; readonly step: string; readonly key: string; readonly at: Instant }[]> {
  return await db
    .selectFrom('decisions as a')
    .innerJoin('cycles as c', 'c.id', 'a.cycle')
    .select(['a.cycle', 'a.step', 'a.key', 'a.at'])
    .where('c.status', '=', 'running')
    .where('a.outcome', '=', 'approved')
    .where((e) =>
      e.exists(
        e
          .selectFrom('documents as d')
          .select('d.kind')
          .whereRef('d.cycle', '=', 'a.cycle')
          .where('d.kind', '=', sql<string>`${delayKind('')}::text || a.step`)
          .whereRef('d.frozenAt', '<', 'a.at'),
      ),
    )
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('log as l')
            .select('l.id')
            .where('l.key', '=', sql<string>`a.cycle || '/' || a.step || '/delay/act-' || a.key`),
        ),
      ),
    )
    .orderBy('a.id')
    .execute();
}

const COLUMNS = [
  'key',
  'cycle',
  'step',
  'version',
  'documentHash',
  'what',
  'person',
  'actingFor',
  'onDate',
  'protocol',
  'way',
  'at',
] as const;

import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';

/*
 * What has been published: the log says it, by its lines `document-published`, written by `publish` alone. Each has its cycle,
 * its step and the document's hash.
 */

/** A publication; `id` says how far the log was read. */
export interface Published {
  readonly id: number;
  readonly cycle: string;
  readonly hash: string;
  readonly at: Instant;
  /** Long enough ago for every line before it to be there: lines are not written in the order of their ids. */
  readonly settled: boolean;
}

const publications = (db: Db) => db.selectFrom('log').where('action', '=', 'document-published').orderBy('id');

/** Publications after a line of the log, in its order. */
export async function publishedAfter(db: Db, id: number, limit: number): Promise<readonly Published[]> {
  return await publications(db)
    .select((e) => ['id', e.ref('cycle').$notNull().as('cycle'), 'at'])
    .select(sql<string>`detail ->> 'hash'`.as('hash'))
    .select(sql<boolean>`recorded_at < now() - interval '10 minutes'`.as('settled'))
    .where('id', '>', id)
    .limit(limit)
    .execute();
}

/** When the steps of a cycle published, by step. */
export async function publishedOf(db: Db, cycle: string): Promise<ReadonlyMap<string, Instant>> {
  const rows = await publications(db).select(['step', 'at']).where('cycle', '=', cycle).execute();
  return new Map(rows.map((line) => [line.step ?? '', line.at]));
}

/** The entities a document is of, and whether one has published it. */
export async function readersOf(
  db: Db,
  hash: string,
): Promise<{ readonly entities: ReadonlySet<string>; readonly published: boolean }> {
  const rows = await db
    .selectFrom('documents as d')
    .innerJoin('cycles as c', 'c.id', 'd.cycle')
    .select('c.entity')
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('log as l')
            .select('l.id')
            .whereRef('l.cycle', '=', 'd.cycle')
            .where('l.action', '=', 'document-published')
            .where(sql<boolean>`l.detail ->> 'hash' = ${hash}`),
        )
        .as('published'),
    )
    .where('d.hash', '=', hash)
    .execute();
  return { entities: new Set(rows.map((row) => row.entity)), published: rows.some((row) => Boolean(row.published)) };
}

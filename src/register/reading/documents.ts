import { sql } from 'kysely';
import type { Db } from '../database.js';
import type { DocumentRecord } from '../documents.js';

/** A document as pages name it. */
export type DocumentLine = Omit<DocumentRecord, 'planVersion'>;

const COLUMNS = ['cycle', 'kind', 'version', 'title', 'mime', 'simulated', 'frozenAt', 'hash', 'preparedBy'] as const;

/**
 * The documents a step deposited, took to its board or published, without their bytes, the latest first. Which they are
 * is on record in the log (`detail.hash`) and in the decisions. One query.
 */
export async function stepDocuments(db: Db, cycle: string, step: string): Promise<readonly DocumentLine[]> {
  return db
    .selectFrom('documents')
    .select(COLUMNS)
    .where('cycle', '=', cycle)
    .where((e) =>
      e(
        'hash',
        'in',
        e
          .selectFrom('log')
          .select(sql<string>`detail ->> 'hash'`.as('hash'))
          .where('cycle', '=', cycle)
          .where('step', '=', step)
          .where(sql<boolean>`detail ? 'hash'`)
          .union(
            e
              .selectFrom('decisions')
              .select('documentHash as hash')
              .where('cycle', '=', cycle)
              .where('step', '=', step)
              .where('documentHash', 'is not', null)
              .$narrowType<{ hash: string }>(),
          ),
      ),
    )
    .orderBy('frozenAt', 'desc')
    .orderBy('version', 'desc')
    .execute();
}

/** A document by its hash, without its bytes: the first deposited with that content. One indexed query. */
export async function documentByHash(db: Db, hash: string): Promise<DocumentLine | undefined> {
  return db
    .selectFrom('documents')
    .select(COLUMNS)
    .where('hash', '=', hash)
    .orderBy('frozenAt')
    .limit(1)
    .executeTakeFirst();
}

import { sql } from 'kysely';
import { OFFICE_PREFIX } from '../../domain/entity.js';
import type { Db } from '../database.js';
import { indicatorsWithoutValue } from '../measurements.js';

/**
 * The offices each checkpoint in progress still misses values from, as `ufficio:<id>`, by step. Checkpoints that are
 * closed, or have everything, are not in the answer. One query.
 */
export async function awaitedOffices(db: Db, cycle: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await indicatorsWithoutValue(db)
    .innerJoin('checkpoints as k', (join) => join.onRef('k.cycle', '=', 'i.cycle').onRef('k.id', '=', 'i.checkpoint'))
    .select('k.id as checkpoint')
    .select(sql<readonly string[]>`array_agg(distinct ${OFFICE_PREFIX}::text || i.office)`.as('offices'))
    .where('k.cycle', '=', cycle)
    .where('k.state', '=', 'collecting')
    .groupBy('k.id')
    .execute();
  return new Map(rows.map((row) => [row.checkpoint, row.offices]));
}

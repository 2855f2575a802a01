import { sql } from 'kysely';
import { OFFICE_PREFIX } from '../../../domain/entity.js';
import type { Db } from '../../../register/database.js';

/**
 * The offices each checkpoint in progress still misses values from, as `ufficio:<id>`, by step. Checkpoints that are
 * closed, or have everything, are not in the answer. One query.
 */
export async function awaitedOffices(db: Db, cycle: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('checkpoints as k')
    .innerJoin('checkpointIndicators as i', (join) =>
      join.onRef('i.cycle', '=', 'k.cycle').onRef('i.checkpoint', '=', 'k.id'),
    )
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('measurements as m')
          .leftJoin('returnedMeasurements as r', 'r.measurement', 'm.id')
          .select(['m.id', 'r.measurement as returned'])
          .whereRef('m.cycle', '=', 'i.cycle')
          .whereRef('m.checkpoint', '=', 'i.checkpoint')
          .whereRef('m.indicator', '=', 'i.indicator')
          .orderBy('m.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select('k.id as checkpoint')
    .select(sql<readonly string[]>`array_agg(distinct ${OFFICE_PREFIX}::text || i.office)`.as('offices'))
    .where('k.cycle', '=', cycle)
    .where('k.state', '=', 'collecting')
    .where((e) => e.or([e('last.id', 'is', null), e('last.returned', 'is not', null)]))
    .groupBy('k.id')
    .execute();
  return new Map(rows.map((row) => [row.checkpoint, row.offices]));
}

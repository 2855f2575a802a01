import type { CivilDate } from '../../domain/calendar/types.js';
import type { CheckpointRef } from '../checkpoints.js';
import type { Db } from '../database.js';

/** The reference date of a checkpoint; undefined where there is none. */
export async function lastDayCollected(db: Db, { cycle, checkpoint }: CheckpointRef): Promise<CivilDate | undefined> {
  const row = await db
    .selectFrom('checkpoints')
    .select('periodTo')
    .where('cycle', '=', cycle)
    .where('id', '=', checkpoint)
    .executeTakeFirst();
  return row?.periodTo;
}

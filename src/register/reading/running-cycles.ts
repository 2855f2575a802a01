import { sql } from 'kysely';
import type { Entity } from '../../domain/entity.js';
import type { Db } from '../database.js';
import type { Row } from '../row.js';

/** A running cycle, with what of its body says when it reminds. */
export type RunningCycle = Row<'cycles', 'id' | 'entity' | 'exercise' | 'simulated'> &
  Pick<Entity, 'name' | 'notices' | 'patronSaint'>;

/** For each entity the running cycle whose exercise is the nearest to its end: its ledger holds the body's reminders. */
export async function runningCycles(db: Db): Promise<readonly RunningCycle[]> {
  return db
    .selectFrom('cycles as c')
    .innerJoin('entities as e', 'e.id', 'c.entity')
    .distinctOn('c.entity')
    .select(['c.id', 'c.entity', 'c.exercise', 'c.simulated', 'e.name'])
    .select([
      sql<Entity['notices']>`e.data -> 'notices'`.as('notices'),
      sql<Entity['patronSaint']>`e.data -> 'patronSaint'`.as('patronSaint'),
    ])
    .where('c.status', '=', 'running')
    .orderBy('c.entity')
    .orderBy('c.exercise')
    .execute();
}

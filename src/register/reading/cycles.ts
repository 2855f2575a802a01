import type { Instant } from '../../domain/calendar/types.js';
import { OIV } from '../../domain/entity.js';
import type { CycleStatus } from '../cycle-tables.js';
import type { Db } from '../database.js';

/** A cycle as every page names it. */
export interface CycleName {
  readonly id: string;
  readonly entity: string;
  readonly entityName: string;
  /** How who validates the Relazione is called in the body. */
  readonly validator: string;
  readonly exercise: number;
  readonly status: CycleStatus;
  readonly simulated: boolean;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
}

/**
 * Cycles of the register, the latest exercise first. One query, none for nobody's.
 * @param entities only of these; absent: all there are
 */
export async function cycleNames(db: Db, entities?: readonly string[]): Promise<readonly CycleName[]> {
  if (entities?.length === 0) return [];
  return db
    .selectFrom('cycles as c')
    .innerJoin('entities as e', 'e.id', 'c.entity')
    .leftJoin('roles as r', (join) => join.onRef('r.entity', '=', 'c.entity').on('r.id', '=', OIV))
    .select((e) => e.fn.coalesce('r.title', e.val('OIV')).as('validator'))
    .select([
      'c.id',
      'c.entity',
      'e.name as entityName',
      'c.exercise',
      'c.status',
      'c.simulated',
      'c.openedAt',
      'c.closedAt',
    ])
    .$if(entities !== undefined, (query) => query.where('c.entity', 'in', entities ?? []))
    .orderBy('c.exercise', 'desc')
    .orderBy('e.name')
    .execute();
}

import type { Instant } from '../../../domain/calendar/types.js';
import type { Db } from '../../../register/database.js';
import type { CycleStatus } from '../../../register/tables.js';

/** A cycle as every page names it. */
export interface CycleName {
  readonly id: string;
  readonly entity: string;
  readonly entityName: string;
  readonly exercise: number;
  readonly status: CycleStatus;
  readonly simulated: boolean;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
}

/** All cycles of the register, the latest exercise first. One query. */
export async function cycleNames(db: Db): Promise<readonly CycleName[]> {
  return db
    .selectFrom('cycles as c')
    .innerJoin('entities as e', 'e.id', 'c.entity')
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
    .orderBy('c.exercise', 'desc')
    .orderBy('e.name')
    .execute();
}

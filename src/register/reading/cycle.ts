import { sql } from 'kysely';
import type { DatedPhase } from '../../domain/calendar/types.js';
import type { Db } from '../database.js';
import { actedOn } from '../decisions.js';
import type { StepRow } from './step-view.js';

/** The phases of a cycle's calendar, in order. One query. */
export async function phasesOf(db: Db, cycle: string): Promise<readonly DatedPhase[]> {
  const row = await db
    .selectFrom('cycles')
    .select(sql<readonly DatedPhase[]>`calendar -> 'phases'`.as('phases'))
    .where('id', '=', cycle)
    .executeTakeFirst();
  return row?.phases ?? [];
}

/** Every step of a cycle in the order of its calendar. One query. */
export async function stepRows(db: Db, cycle: string): Promise<readonly StepRow[]> {
  return db
    .selectFrom('steps')
    .select(['id', 'ordinal', 'status', 'dueOn', 'openedAt', 'completedAt', 'run', 'waitingFor', 'note', 'trouble'])
    .select(sql<StepRow['planned']>`planned - 'notices'`.as('planned'))
    .select((e) => actedOn(e).as('actedOn'))
    .where('cycle', '=', cycle)
    .orderBy('ordinal')
    .execute();
}

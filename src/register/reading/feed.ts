import { sql } from 'kysely';
import type { CivilDate, DatedStep, Instant } from '../../domain/calendar/types.js';
import type { StepStatus } from '../cycle-tables.js';
import type { Db } from '../database.js';

/** A step as a calendar shows it. */
export interface FeedStep {
  readonly exercise: number;
  readonly id: string;
  /** As extended, if it was. */
  readonly dueOn: CivilDate;
  readonly status: StepStatus;
  /** When anything of it last changed. */
  readonly updatedAt: Instant;
  readonly planned: Pick<
    DatedStep,
    'title' | 'kind' | 'window' | 'owners' | 'participants' | 'board' | 'recorder' | 'norm'
  >;
}

/** The steps of an entity's cycles that were not given up, by due date. One query, over indexes. */
export async function feedSteps(db: Db, entity: string): Promise<readonly FeedStep[]> {
  return db
    .selectFrom('cycles as c')
    .innerJoin('steps as s', 's.cycle', 'c.id')
    .select(['c.exercise', 's.id', 's.dueOn', 's.status', 's.updatedAt'])
    .select(sql<FeedStep['planned']>`s.planned - 'notices'`.as('planned'))
    .where('c.entity', '=', entity)
    .where('c.status', '<>', 'cancelled')
    .orderBy('s.dueOn')
    .orderBy('c.exercise')
    .orderBy('s.ordinal')
    .execute();
}

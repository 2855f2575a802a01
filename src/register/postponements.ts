import { type Postponement, type PostponementChange, withChange } from '../domain/calendar/postponement.js';
import type { Db } from './database.js';

/*
 * What has been declared of a budget the law has postponed: the log says it, a line for each declaration and each withdrawal.
 */

/** Actions of the log by which a postponement is declared, and is taken back. */
export const POSTPONED = { declared: 'budget-postponed', withdrawn: 'budget-postponement-withdrawn' } as const;

/** Declared for a cycle and not taken back, the last one last. One indexed query. */
export async function postponementsOf(db: Db, cycle: string): Promise<readonly Postponement[]> {
  const lines = await db
    .selectFrom('log')
    .select(['detail'])
    .where('cycle', '=', cycle)
    .where('action', 'in', Object.values(POSTPONED))
    .orderBy('id')
    .execute();
  // Written by the activity that records them, and never changed: the log is append-only.
  return lines
    .map(({ detail }) => (detail as { change: PostponementChange }).change)
    .reduce<readonly Postponement[]>(withChange, []);
}

/** The steps a declaration gave other dates; undefined when it is not on record. */
export async function movedBy(db: Db, key: string): Promise<readonly string[] | undefined> {
  const line = await db.selectFrom('log').select('detail').where('key', '=', key).executeTakeFirst();
  return line === undefined ? undefined : (line.detail as { moved: readonly string[] }).moved;
}

/** The last day for the budget that a cycle goes by, with its act; undefined where nobody has declared one. */
export async function budgetPostponement(db: Db, cycle: string): Promise<Postponement | undefined> {
  return (await postponementsOf(db, cycle)).at(-1);
}

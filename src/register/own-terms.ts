import type { Insertable } from 'kysely';
import type { OwnTerm } from '../domain/calendar/own-terms.js';
import type { BodyTables } from './body-tables.js';
import type { Db } from './database.js';

/** Puts on record that a term is another from an exercise on or, without a rule, the calendar's own again; the same key twice is the same change. */
export async function addOwnTerm(db: Db, change: Insertable<BodyTables['ownTerms']>): Promise<void> {
  await db
    .insertInto('ownTerms')
    .values(change)
    .onConflict((c) => c.column('key').doNothing())
    .execute();
}

/**
 * What a body has changed of its calendar, the earliest exercise first.
 * @param exercise only what holds for it, said from it or from an earlier one on; absent: for whatever exercise
 */
export async function ownTermsOf(db: Db, entity: string, exercise?: number): Promise<readonly OwnTerm[]> {
  let query = db
    .selectFrom('ownTerms')
    .select(['step', 'fromExercise', 'due', 'citation', 'force'])
    .distinctOn(['fromExercise', 'step'])
    .where('entity', '=', entity)
    .orderBy('fromExercise')
    .orderBy('step')
    .orderBy('id', 'desc');
  if (exercise !== undefined) query = query.where('fromExercise', '<=', exercise);
  return (await query.execute()).flatMap(({ due, citation, force, ...one }) =>
    due === null || citation === null || force === null ? [] : [{ ...one, due, citation, force }],
  );
}

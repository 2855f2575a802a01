import type { Consideration } from '../domain/voices/strategic-feedback.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** What was made of the items of a body's strategic feedback, of one exercise or of all. One query. */
export async function considerationsOf(db: Db, entity: string, exercise?: number): Promise<readonly Consideration[]> {
  let query = db
    .selectFrom('considerations')
    .select(['item', 'exercise', 'title', 'follows', 'refers', 'outcome', 'actor'])
    .where('entity', '=', entity);
  if (exercise !== undefined) query = query.where('exercise', '=', exercise);
  return await query.orderBy('exercise').orderBy('item').execute();
}

/**
 * Says what was made of an item for an exercise.
 * @returns what was said of it before, which stays; undefined when this is the first word
 */
export async function addConsideration(
  db: Db,
  { actingFor, ...said }: Pick<Doing, 'actor' | 'actingFor' | 'at'> & Consideration & { readonly entity: string },
): Promise<string | undefined> {
  const inserted = await db
    .insertInto('considerations')
    .values({ ...said, actingFor: actingFor ?? null })
    .onConflict((c) => c.columns(['entity', 'exercise', 'item']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return undefined;
  const there = await db
    .selectFrom('considerations')
    .select('outcome')
    .where('entity', '=', said.entity)
    .where('exercise', '=', said.exercise)
    .where('item', '=', said.item)
    .executeTakeFirstOrThrow();
  return there.outcome;
}

import type { Db } from '../database.js';

/** An entity as pages name it. */
export interface EntityName {
  readonly id: string;
  readonly title: string;
}

/**
 * With the latest exercise of which there is a cycle, null before the first. One query.
 * @throws when there is no such entity
 */
export async function entityWithExercise(
  db: Db,
  id: string,
): Promise<(EntityName & { readonly exercise: number | null }) | undefined> {
  return db
    .selectFrom('entities as e')
    .leftJoin('cycles as c', 'c.entity', 'e.id')
    .select(['e.id', 'e.name as title', 'c.exercise'])
    .where('e.id', '=', id)
    .orderBy('c.exercise', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One query; undefined when there is no such entity. */
export async function entityName(db: Db, id: string): Promise<EntityName | undefined> {
  return db.selectFrom('entities').select(['id', 'name as title']).where('id', '=', id).executeTakeFirst();
}

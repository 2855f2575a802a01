import type { Db } from '../database.js';

/** An entity as pages name it. */
export interface EntityName {
  readonly id: string;
  readonly title: string;
}

/** One query; undefined when there is no such entity. */
export async function entityName(db: Db, id: string): Promise<EntityName | undefined> {
  return db.selectFrom('entities').select(['id', 'name as title']).where('id', '=', id).executeTakeFirst();
}

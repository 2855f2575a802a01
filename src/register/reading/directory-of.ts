import { sql } from 'kysely';
import type { CivilDate } from '../../domain/calendar/types.js';
import { OFFICE_PREFIX } from '../../domain/entity.js';
import type { Db } from '../database.js';
import { Directory } from './directory.js';

/**
 * Roles, offices and people of an entity as they are on a day, for pages that name many of them. Four queries, however
 * many names.
 */
export async function directoryOf(db: Db, entity: string, on: CivilDate): Promise<Directory> {
  const [titles, people, holders, substitutions] = await Promise.all([
    db
      .selectFrom('roles')
      .select(['id', 'title'])
      .where('entity', '=', entity)
      .unionAll(
        db
          .selectFrom('offices')
          .select([sql<string>`${OFFICE_PREFIX}::text || id`.as('id'), 'title'])
          .where('entity', '=', entity),
      )
      .execute(),
    db.selectFrom('people').select(['id', 'name']).where('entity', '=', entity).execute(),
    db
      .selectFrom('holdings')
      .select(['role', 'person'])
      .where('entity', '=', entity)
      .where('fromDate', '<=', on)
      .where('toDate', '>=', on)
      .unionAll(
        db
          .selectFrom('memberships')
          .select([sql<string>`${OFFICE_PREFIX}::text || office`.as('role'), 'person'])
          .where('entity', '=', entity)
          .where('fromDate', '<=', on)
          .where('toDate', '>=', on),
      )
      .orderBy('person')
      .execute(),
    db
      .selectFrom('substitutes')
      .select(['absent', 'substitute', 'scope'])
      .where('entity', '=', entity)
      .where('fromDate', '<=', on)
      .where('toDate', '>=', on)
      .orderBy('id')
      .execute(),
  ]);
  return new Directory({ titles, people, holders, substitutions });
}

import { sql } from 'kysely';
import { OFFICE_PREFIX } from '../../domain/entity.js';
import type { Db } from '../database.js';
import type { Row } from '../row.js';

/** Something a person holds: a role, a seat on a board, an office. */
export interface Mandate {
  readonly person: string;
  /** Id of the role, or `ufficio:<id>`. */
  readonly role: string;
  /** `-infinity` where nobody said since when. */
  readonly fromDate: string;
  /** `infinity` while it is open. */
  readonly toDate: string;
  readonly origin: 'file' | 'console';
}

/** Somebody on record, whether or not they are in service. */
export type PersonLine = Row<'people', 'id' | 'name' | 'email' | 'active' | 'origin'>;

/** Everybody on record in a body, those in service first, by name. */
export async function peopleOnRecord(db: Db, entity: string): Promise<readonly PersonLine[]> {
  return await db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'active', 'origin'])
    .where('entity', '=', entity)
    .orderBy('active', 'desc')
    .orderBy('name')
    .execute();
}

/** What everybody holds, has held and is to hold, by person and then by day. */
export async function mandatesOf(db: Db, entity: string): Promise<readonly Mandate[]> {
  return await db
    .selectFrom('holdings')
    .select(['person', 'role', 'fromDate', 'toDate', 'origin'])
    .where('entity', '=', entity)
    .unionAll(
      db
        .selectFrom('memberships')
        .select(['person', sql<string>`${OFFICE_PREFIX}::text || office`.as('role'), 'fromDate', 'toDate', 'origin'])
        .where('entity', '=', entity),
    )
    .orderBy('person')
    .orderBy('fromDate')
    .orderBy('role')
    .execute();
}

/** Roles people may be given, boards among them, and offices. */
export async function rolesToGive(
  db: Db,
  entity: string,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  return await db
    .selectFrom('roles')
    .select(['id', 'title'])
    .where('entity', '=', entity)
    .where('external', '=', false)
    .unionAll(
      db
        .selectFrom('offices')
        .select([sql<string>`${OFFICE_PREFIX}::text || id`.as('id'), 'title'])
        .where('entity', '=', entity)
        .where('active', '=', true),
    )
    .orderBy('title')
    .execute();
}

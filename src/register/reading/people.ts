import { sql } from 'kysely';
import type { Db } from '../database.js';
import { PERSON, type Person } from '../people.js';
import { groupBy } from './group.js';

/** Names of the people of an entity by id, also of who is no longer in service. @param ids only of these */
export async function personNames(
  db: Db,
  entity: string,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids?.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('entity', '=', entity)
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...new Set(ids)]))
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everybody in service, by entity and name. */
export async function everybodyInService(db: Db): Promise<readonly Person[]> {
  return db.selectFrom('people').select(PERSON).where('active', '=', true).orderBy('entity').orderBy('name').execute();
}

/** The managers above a person, the nearest and those above it; a chain that leads round ends where it meets itself. */
export async function superiorsOf(db: Db, entity: string, person: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive above (id) as (
      select manager from people where entity = ${entity} and id = ${person}
      union
      select p.manager from people p join above a on p.id = a.id where p.entity = ${entity}
    )
    select id from above where id is not null and id <> ${person}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Roles whose holders record what the boards of an entity decide. */
export async function recordersOf(db: Db, entity: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('roles')
    .select((e) => e.ref('recordedBy').$notNull().as('recordedBy'))
    .where('entity', '=', entity)
    .where('board', '=', true)
    .where('recordedBy', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.recordedBy));
}

/** For each board of an entity, the role that records what it decides. */
export async function recordersByBoard(db: Db, entity: string): Promise<ReadonlyMap<string, string>> {
  return (await recordersOfBoards(db, [entity])).get(entity) ?? new Map();
}

/** The same of many entities, by entity. One query. */
export async function recordersOfBoards(
  db: Db,
  entities: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const rows = await db
    .selectFrom('roles')
    .select((e) => ['entity', 'id', e.ref('recordedBy').$notNull().as('recordedBy')])
    .where('entity', 'in', entities)
    .where('board', '=', true)
    .where('recordedBy', 'is not', null)
    .execute();
  return new Map(
    [...groupBy(rows, ({ entity }) => entity)].map(([entity, boards]) => [
      entity,
      new Map(boards.map(({ id, recordedBy }) => [id, recordedBy])),
    ]),
  );
}

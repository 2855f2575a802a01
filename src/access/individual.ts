import { sql } from 'kysely';
import type { Db } from '../register/database.js';
import { type AccessRole, may } from './roles.js';

/** Who asks to see the individual results of somebody of the same entity. */
export interface Asking {
  readonly person: { readonly entity: string; readonly id: string };
  readonly roles: ReadonlySet<AccessRole>;
}

/**
 * Whether somebody may see a person's individual results: the person, whoever stands above them, the OIV, and who
 * administers evaluation. One query, none where the role is enough.
 * @param of id of the person the results are about
 */
export async function mayReadIndividual(db: Db, { person, roles }: Asking, of: string): Promise<boolean> {
  if (person.id === of || may(roles, 'read-individual')) return true;
  return (await superiorsOf(db, person.entity, of)).has(person.id);
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

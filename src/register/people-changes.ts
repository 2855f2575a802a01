import { sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import { officeOfRole } from '../domain/entity.js';
import type { Db } from './database.js';
import { heldIn } from './people.js';

/*
 * What is changed of people on pages. It stays when the body's file is read again: what a page has written is of the page.
 */

/** Something held from a day to another; without a last day it is open. */
interface NewMandate {
  readonly person: string;
  /** Id of a role, or `ufficio:<id>`. */
  readonly role: string;
  readonly from: CivilDate;
  readonly to: CivilDate | undefined;
}

/** Puts a person on record, or what is said of them now in the place of what was. */
export async function putPerson(
  db: Db,
  person: { readonly entity: string; readonly id: string; readonly name: string; readonly email: string },
): Promise<void> {
  await db
    .insertInto('people')
    .values({ ...person, manager: null, active: true, origin: 'console' })
    .onConflict((c) =>
      c.columns(['entity', 'id']).doUpdateSet({ name: person.name, email: person.email, origin: 'console' }),
    )
    .execute();
}

/** Nobody is asked anything of who is no longer in service; what they did stays. What they hold ends on the day. */
export async function endService(db: Db, entity: string, person: string, on: CivilDate): Promise<void> {
  await db
    .updateTable('people')
    .set({ active: false, origin: 'console' })
    .where('entity', '=', entity)
    .where('id', '=', person)
    .execute();
  for (const table of ['holdings', 'memberships'] as const) {
    await db
      .deleteFrom(table)
      .where('entity', '=', entity)
      .where('person', '=', person)
      .where('fromDate', '>', on)
      .execute();
    await db
      .updateTable(table)
      .set({ toDate: on, origin: 'console' })
      .where('entity', '=', entity)
      .where('person', '=', person)
      .where('toDate', '>', on)
      .execute();
  }
}

/** Gives somebody a role or an office; they are told on its first day. */
export async function addMandate(db: Db, entity: string, { person, role, from, to }: NewMandate): Promise<void> {
  const row = { entity, person, fromDate: from, toDate: to ?? 'infinity', origin: 'console' as const, toTell: true };
  const office = officeOfRole(role);
  const adding =
    office === undefined
      ? db.insertInto('holdings').values({ ...row, role })
      : db.insertInto('memberships').values({ ...row, office });
  await adding.execute();
}

/** Ends what somebody holds on a day; one that would end before it begins is not there any more. */
export async function endMandate(
  db: Db,
  entity: string,
  { person, role, from }: { readonly person: string; readonly role: string; readonly from: string },
  to: CivilDate,
): Promise<void> {
  const held = heldIn(role);
  const where = sql`where entity = ${entity} and person = ${person} and ${sql.ref(held.column)} = ${held.id}
    and from_date = ${from}::date`;
  if (to < from) await sql`delete from ${sql.table(held.table)} ${where}`.execute(db);
  else await sql`update ${sql.table(held.table)} set to_date = ${to}::date, origin = 'console' ${where}`.execute(db);
}

/** Who had left is in service again; what they held stays ended. */
export async function bringBack(db: Db, entity: string, person: string): Promise<void> {
  await db.updateTable('people').set({ active: true }).where('entity', '=', entity).where('id', '=', person).execute();
}

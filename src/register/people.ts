import { sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import { officeOfRole, officeRole, type Substitution } from '../domain/entity.js';
import {
  type Capacity,
  capacitiesIn,
  type Holding,
  type StandIn,
  whoActs,
  whoStandsInFor,
} from '../domain/who-acts.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

/** What of a person is read. */
export const PERSON = ['entity', 'id', 'name', 'email', 'manager'] as const;

export type Person = Row<'people', (typeof PERSON)[number]>;

/** A person who must act, in their own right or for somebody absent. */
export interface Holder extends Person {
  /** The absent person they stand in for; absent when they act in their own right. */
  readonly actingFor?: string;
}

/**
 * Who must act as `role` on a day, substitutions applied: each person once, in order of id. Empty when nobody does.
 * A substitute who is absent too is replaced in turn; where that leads round in a circle, the holder acts in person.
 * @param role id of a role, or `ufficio:<id>` for who answers for an office
 */
export async function holdersOf(db: Db, entity: string, role: string, on: CivilDate): Promise<readonly Holder[]> {
  const [holders, standIns] = [await inOwnRight(db, entity, role, on), await standInsOn(db, entity, on)];
  const acting = holders.map((holder) => whoStandsInFor(holder, role, standIns));
  return holdersAmong(await peopleByIds(db, entity, acting), role, holders, standIns);
}

/**
 * Who acts as a role, by the rules of `holdersOf`.
 * @param people those in service who may turn out to act
 * @param holders of the role, in their own right
 */
export function holdersAmong(
  people: readonly Person[],
  role: string,
  holders: readonly string[],
  standIns: readonly StandIn[],
): readonly Holder[] {
  const known = new Map(people.map((person) => [person.id, person]));
  return whoActs(role, holders, standIns, (id) => known.has(id)).flatMap(({ person, actingFor }) => {
    const found = known.get(person);
    return found === undefined ? [] : [{ ...found, actingFor }];
  });
}

/**
 * The person who acts for `person` on a day: themselves, or a substitute (with `actingFor`).
 * @param scope role or `ufficio:<id>` at stake; substitutions limited to something else do not apply
 */
export async function actingPerson(
  db: Db,
  entity: string,
  person: string,
  on: CivilDate,
  scope?: string,
): Promise<Holder | undefined> {
  const acting = whoStandsInFor(person, scope, await standInsOn(db, entity, on));
  const found = await personById(db, entity, acting);
  if (found === undefined || acting === person) return found;
  return { ...found, actingFor: person };
}

/** A person on record, also when no longer in service. */
export async function personById(db: Db, entity: string, id: string): Promise<Person | undefined> {
  return db.selectFrom('people').select(PERSON).where('entity', '=', entity).where('id', '=', id).executeTakeFirst();
}

/** The people in service of an entity, by name. */
export async function peopleInService(
  db: Db,
  entity: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('entity', '=', entity)
    .where('active', '=', true)
    .orderBy('name')
    .execute();
}

/** Titles of roles and offices by the names owners have in a calendar: `giunta`, `ufficio:promozione`. */
export async function titlesOf(db: Db, entity: string): Promise<ReadonlyMap<string, string>> {
  const roles = await db.selectFrom('roles').select(['id', 'title']).where('entity', '=', entity).execute();
  const offices = await db.selectFrom('offices').select(['id', 'title']).where('entity', '=', entity).execute();
  return new Map([
    ...roles.map((r) => [r.id, r.title] as const),
    ...offices.map((o) => [officeRole(o.id), o.title] as const),
  ]);
}

/**
 * Everything a person may act as on a day, by the same rules as `holdersOf`: what somebody absent has passed to them is
 * there, what they have passed to a substitute is not. Four queries whatever the size of the entity.
 */
export async function capacitiesOf(
  db: Db,
  entity: string,
  person: string,
  on: CivilDate,
): Promise<readonly Capacity[]> {
  const active = await peopleByIds(db, entity, [person]);
  if (active.length === 0) return [];
  const [held, standIns] = await Promise.all([heldOn(db, entity, on), standInsOn(db, entity, on)]);
  return capacitiesIn(person, held, standIns);
}

/** The people in service with an address, one for each entity they work for. */
export async function peopleByEmail(db: Db, email: string): Promise<readonly Person[]> {
  return db
    .selectFrom('people')
    .select(PERSON)
    .where((e) => e(e.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .where('active', '=', true)
    .orderBy('entity')
    .orderBy('id')
    .execute();
}

/** Records a substitution entered by a person; the absent one is prompted again when it ends. */
export async function addSubstitution(db: Db, entity: string, substitution: Substitution): Promise<void> {
  await db
    .insertInto('substitutes')
    .values({
      entity,
      absent: substitution.absent,
      substitute: substitution.substitute,
      fromDate: substitution.from,
      toDate: substitution.to,
      scope: substitution.scope === undefined ? null : [...substitution.scope],
      reason: substitution.reason,
      origin: 'console',
    })
    .execute();
}

/** Ends a substitution on an earlier day; one that would end before it begins is not there any more. */
export async function endSubstitution(
  db: Db,
  { id, fromDate }: { readonly id: number; readonly fromDate: CivilDate },
  to: CivilDate,
): Promise<void> {
  if (to < fromDate) await db.deleteFrom('substitutes').where('id', '=', id).execute();
  else await db.updateTable('substitutes').set({ toDate: to }).where('id', '=', id).execute();
}

/** Where the register keeps who holds a role: what answers for an office is not where the others are. */
export function heldIn(role: string) {
  const office = officeOfRole(role);
  return office === undefined
    ? ({ table: 'holdings', column: 'role', id: role } as const)
    : ({ table: 'memberships', column: 'office', id: office } as const);
}

/** Ids of who holds a role, or answers for an office, on a day in their own right. */
export async function inOwnRight(db: Db, entity: string, role: string, on: CivilDate): Promise<readonly string[]> {
  const held = heldIn(role);
  const { rows } = await sql<{ person: string }>`
    select distinct person from ${sql.table(held.table)}
    where entity = ${entity} and ${sql.ref(held.column)} = ${held.id} and ${on}::date between from_date and to_date
    order by person`.execute(db);
  return rows.map(({ person }) => person);
}

/** What everybody holds in their own right on a day. */
const heldOn = (db: Db, entity: string, on: CivilDate): Promise<readonly Holding[]> => heldInEach(db, [entity], on);

/** The same in many entities. Two queries. */
export async function heldInEach(db: Db, entities: readonly string[], on: CivilDate) {
  const [holdings, memberships] = await Promise.all([
    db
      .selectFrom('holdings')
      .select(['entity', 'person', 'role'])
      .where('entity', 'in', entities)
      .where('fromDate', '<=', on)
      .where('toDate', '>=', on)
      .execute(),
    db
      .selectFrom('memberships')
      .select(['entity', 'person', 'office'])
      .where('entity', 'in', entities)
      .where('fromDate', '<=', on)
      .where('toDate', '>=', on)
      .execute(),
  ]);
  return [...holdings, ...memberships.map(({ office, ...one }) => ({ ...one, role: officeRole(office) }))];
}

/** Who stands in for whom on a day, the earliest recorded first. */
export const standInsOn = (db: Db, entity: string, on: CivilDate): Promise<readonly StandIn[]> =>
  standInsIn(db, [entity], on);

/** The same in many entities. One query. */
export const standInsIn = (db: Db, entities: readonly string[], on: CivilDate) =>
  db
    .selectFrom('substitutes')
    .select(['entity', 'absent', 'substitute', 'scope'])
    .where('entity', 'in', entities)
    .where('fromDate', '<=', on)
    .where('toDate', '>=', on)
    .orderBy('id')
    .execute();

async function peopleByIds(db: Db, entity: string, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('people')
    .select(PERSON)
    .where('entity', '=', entity)
    .where('id', 'in', [...new Set(ids)])
    .where('active', '=', true)
    .orderBy('id')
    .execute();
}

/** Roles that people hold and offices: what a substitution may be limited to. */
export async function scopesOf(
  db: Db,
  entity: string,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const roles = await db
    .selectFrom('roles')
    .select(['id', 'title'])
    .where('entity', '=', entity)
    .where('board', '=', false)
    .where('external', '=', false)
    .orderBy('title')
    .execute();
  const offices = await db
    .selectFrom('offices')
    .select(['id', 'title'])
    .where('entity', '=', entity)
    .orderBy('title')
    .execute();
  return [...roles, ...offices.map((o) => ({ id: officeRole(o.id), title: o.title }))];
}

/** Everybody of a body who is at work there, by id. */
export const activePeople = (db: Db, entity: string): Promise<readonly Person[]> => activeIn(db, [entity]);

/** The same of many. One query. */
export async function activeIn(db: Db, entities: readonly string[]): Promise<readonly Person[]> {
  return await db
    .selectFrom('people')
    .select(PERSON)
    .where('entity', 'in', entities)
    .where('active', '=', true)
    .orderBy('id')
    .execute();
}

import type { CivilDate } from '../domain/calendar/types.js';
import type { DelegationDay } from '../domain/delegation.js';
import { OIV } from '../domain/entity.js';
import type { Holding, StandIn } from '../domain/who-acts.js';
import type { Db } from './database.js';
import { activeIn, type Holder, heldInEach, holdersAmong, type Person, standInsIn } from './people.js';
import { groupBy } from './reading/group.js';

/** Who is what in a body on a day, by the rules of `holdersOf`: whoever is asked for, the register is not asked again. */
export interface Holders extends DelegationDay {
  /** Somebody in service, by their id. */
  person(id: string): Person | undefined;
  /** Who must act as a role. @param role id of a role, or `ufficio:<id>` */
  of(role: string): readonly Holder[];
}

/** Everybody who acts in an entity on a day. Four queries whatever is then asked. */
export async function holdersOn(db: Db, entity: string, on: CivilDate): Promise<Holders> {
  return (await holdersIn(db, [entity], on))(entity);
}

/** The same in many entities, each by its id. Four queries for all of them. */
export async function holdersIn(
  db: Db,
  entities: readonly string[],
  on: CivilDate,
): Promise<(entity: string) => Holders> {
  const [held, standIns, people] = await Promise.all([
    heldInEach(db, entities, on),
    standInsIn(db, entities, on),
    activeIn(db, entities),
  ]);
  const ofBody = (one: { readonly entity: string }): string => one.entity;
  const [heldOf, standInsOf, peopleOf] = [groupBy(held, ofBody), groupBy(standIns, ofBody), groupBy(people, ofBody)];
  return (entity) => holdersAs(heldOf.get(entity) ?? [], standInsOf.get(entity) ?? [], peopleOf.get(entity) ?? []);
}

function holdersAs(held: readonly Holding[], standIns: readonly StandIn[], people: readonly Person[]): Holders {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byRole = groupBy(held, ({ role }) => role);
  const holds = (person: string, role: string): boolean =>
    byRole.get(role)?.some((one) => one.person === person) ?? false;
  return {
    standIns,
    holds,
    inService: (person) => byId.has(person),
    isOiv: (person) => holds(person, OIV),
    person: (id) => byId.get(id),
    of: (role) =>
      holdersAmong(
        people,
        role,
        (byRole.get(role) ?? []).map(({ person }) => person),
        standIns,
      ),
  };
}

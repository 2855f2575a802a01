import { type BodyKind, DUTIES, ROLE_OF_DUTY } from '../domain/body-kind.js';
import type { EntityProblem } from '../domain/check-entity.js';
import { type Entity, roleCalled } from '../domain/entity.js';
import { kindWords as words } from '../words/kinds.js';
import type { EntityFile } from './entity-schema.js';

type Serving = EntityFile['roles'];

/**
 * What a body calls the roles the register has its own names for: the role that `serves`, or the one its kind says.
 * @returns by the body's name, where it is another; and what is wrong with it
 */
export function calledIn(
  roles: Serving,
  { duties }: Pick<BodyKind, 'duties'>,
): { readonly called: Readonly<Record<string, string>>; readonly problems: readonly EntityProblem[] } {
  const called: Record<string, string> = {};
  const problems: EntityProblem[] = [];
  for (const duty of DUTIES) {
    const known = ROLE_OF_DUTY[duty];
    const [own, ...others] = roles.filter(({ serves }) => serves === duty).map(({ id }) => id);
    if (own !== undefined)
      for (const other of others) problems.push(at(roles, other, words.twiceServing(duty, own, other)));
    const name = own ?? duties[duty];
    if (name === known || !roles.some(({ id }) => id === name)) continue;
    called[name] = known;
    if (roles.some(({ id }) => id === known)) problems.push(at(roles, known, words.takenName(known, name)));
  }
  return { called, problems };
}

const at = (roles: Serving, role: string, message: string): EntityProblem => ({
  path: ['roles', roles.findIndex(({ id }) => id === role), 'id'],
  message,
});

/** The body with its roles under their names in the register. */
export function underKnownNames(entity: Entity, called: Readonly<Record<string, string>>): Entity {
  if (Object.keys(called).length === 0) return entity;
  const known = (role: string): string => roleCalled({ called }, role);
  return {
    ...entity,
    called,
    head: known(entity.head),
    roles: entity.roles.map((role) => ({
      ...role,
      id: known(role.id),
      recordedBy: role.recordedBy === undefined ? undefined : known(role.recordedBy),
    })),
    people: entity.people.map((person) => ({
      ...person,
      holds: person.holds.map((held) => ({ ...held, role: known(held.role) })),
    })),
    substitutes: entity.substitutes.map((one) => ({ ...one, scope: one.scope?.map(known) })),
  };
}

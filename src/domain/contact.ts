import type { CivilDate } from './calendar/types.js';
import { type Entity, STEERING } from './entity.js';

/** Whom to ask: controllo di gestione of a body. */
export interface Contact {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/**
 * Who answers for the cycle of a body: as its file says, else whoever is controllo di gestione on a day, by name and address.
 * Undefined where the file says nothing and nobody holds the role.
 */
export function contactOf(
  { contacts, roles, people }: Pick<Entity, 'contacts' | 'roles' | 'people'>,
  on: CivilDate,
): Contact | undefined {
  const title = roles.find(({ id }) => id === STEERING)?.title;
  const holders = people.filter(({ holds }) =>
    holds.some(({ role, from, to }) => role === STEERING && (from ?? on) <= on && (to ?? on) >= on),
  );
  const names = holders.map(({ name }) => name).join(', ');
  const name = contacts?.name ?? [title, names].filter((part) => part !== undefined && part !== '').join(', ');
  const email = contacts?.email ?? holders[0]?.email;
  const phone = contacts?.phone;
  return email === undefined && phone === undefined ? undefined : { name, email, phone };
}

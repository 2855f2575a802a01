import type { Db } from '../register/database.js';
import { superiorsOf } from '../register/reading/people.js';
import { type AccessRole, may } from './roles.js';

/** Who asks to see the individual results of somebody of the same entity. */
interface Asking {
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

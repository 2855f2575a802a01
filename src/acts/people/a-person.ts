import { addDays } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { ADMINISTRATOR, STEERING } from '../../domain/entity.js';
import { readMailAddress } from '../../domain/mail-address.js';
import { heldByOthers } from '../../domain/mandates.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Db } from '../../register/database.js';
import {
  type Mandate,
  mandatesOf,
  type PersonLine,
  peopleOnRecord,
  rolesToGive,
} from '../../register/reading/mandates.js';
import { peopleWords as words } from '../../words/people.js';
import type { Subject } from '../subject.js';

/** Somebody on record in a body. */
interface PersonSubject {
  readonly entity: string;
  readonly person: PersonLine;
}

/** Somebody on record in a body, by their short name. */
export const aPerson: Subject<PersonSubject> = {
  api: '/entities/{entity}/people/{person}',
  argument: { name: 'persona', help: 'nome breve della persona, com’è nella pagina «Persone e incarichi»' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const person = (await peopleOnRecord(db, entity)).find(({ id }) => id === name);
    return person && { entity, person };
  },
  names: async ({ db }, { entity }) => (await peopleOnRecord(db, entity)).map(({ id }) => id),
  unknown: words.unknown,
  title: ({ person: { name } }) => name,
  id: ({ entity, person: { id } }) => `${entity}/person/${id}`,
};

/** Without anybody who steers or administers nobody could mend what a page has done. */
const NEVER_VACANT: readonly string[] = [STEERING, ADMINISTRATOR];

/** Roles that would be nobody's once what is ended has ended, of those that may never be. */
export async function leftVacant(
  db: Db,
  entity: string,
  ended: readonly Pick<Mandate, 'person' | 'role'>[],
  last: CivilDate,
): Promise<readonly Refusal[]> {
  const [held, people, roles] = await Promise.all([
    mandatesOf(db, entity),
    peopleOnRecord(db, entity),
    rolesToGive(db, entity),
  ]);
  const inService = new Set(people.filter(({ active }) => active).map(({ id }) => id));
  return ended
    .filter(({ role }) => NEVER_VACANT.includes(role))
    .filter((one) => !heldByOthers(held, one, addDays(last, 1), (id) => inService.has(id)))
    .map(({ role }) => ({ text: words.closing.lastOne(roles.find(({ id }) => id === role)?.title ?? role) }));
}

/** The address as it is written to, if nobody else of the body has it. */
export async function freeAddress(
  db: Db,
  entity: string,
  written: string,
  own?: string,
): Promise<Result<string, readonly Refusal[]>> {
  const read = readMailAddress(written);
  if (!read.ok) return err([{ field: 'email', text: words.address(written, read.error) }]);
  const other = (await peopleOnRecord(db, entity)).find(
    ({ id, email, active }) => active && id !== own && email.toLowerCase() === read.value.toLowerCase(),
  );
  return other === undefined ? ok(read.value) : err([{ field: 'email', text: words.mailTaken(other.name) }]);
}

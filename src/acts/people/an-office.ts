import type { Refusal } from '../../domain/refusal.js';
import type { Db } from '../../register/database.js';
import { type OfficeLine, officesOnRecord } from '../../register/offices.js';
import { officeWords as words } from '../../words/offices.js';
import type { Subject } from '../subject.js';

interface OfficeSubject {
  readonly entity: string;
  readonly office: OfficeLine;
}

/** An office on record in a body, by its short name. */
export const anOffice: Subject<OfficeSubject> = {
  api: '/entities/{entity}/offices/{office}',
  argument: { name: 'ufficio', help: 'nome breve dell’ufficio, com’è nella pagina «Persone e incarichi»' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const office = (await officesOnRecord(db, entity)).find(({ id }) => id === name);
    return office && { entity, office };
  },
  names: async ({ db }, { entity }) => (await officesOnRecord(db, entity)).map(({ id }) => id),
  unknown: words.unknown,
  title: ({ office: { title } }) => title,
  id: ({ entity, office: { id } }) => `${entity}/office/${id}`,
};

/** Why an office can not be called so: another one is. */
export async function nameTaken(db: Db, entity: string, title: string, own?: string): Promise<readonly Refusal[]> {
  const same = (one: OfficeLine): boolean => one.title.toLowerCase() === title.toLowerCase();
  const other = (await officesOnRecord(db, entity)).find((one) => one.active && one.id !== own && same(one));
  return other === undefined ? [] : [{ field: 'title', text: words.taken(other.title) }];
}

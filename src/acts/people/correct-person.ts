import { ok } from '../../domain/result.js';
import { planAddressNotice } from '../../office/address-notices.js';
import { personById } from '../../register/people.js';
import { bringBack, putPerson } from '../../register/people-changes.js';
import { peopleWords } from '../../words/people.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import { line } from '../readers.js';
import { aPerson, freeAddress } from './a-person.js';

const words = peopleWords.correcting;

/** Corrects how somebody is called and where they are written to; who had left is in service again. */
export const correctPerson = kept({
  verb: 'correct-person',
  path: 'dati',
  resource: 'corrections',
  scope: 'steer',
  on: aPerson,
  fields: { name: line(), email: line() },
  gives: { name: 'text' },
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: { name: peopleWords.fields.name, email: peopleWords.fields.email },
    done: ({ name }) => words.done(name),
  },
  may: administering,
  starts: ({ subject: { person } }) => ({ name: person.name, email: person.email }),
  stands: ({ subject: { person } }) => ({
    version: JSON.stringify([person.name, person.email, person.active]),
    said: words.standsNow(person.name, person.email),
    reached: ({ name, email }) => person.active && name === person.name && email === person.email,
  }),
  keep: async (tx, { entity, subject: { person }, actor, key, at }, { name, email }) => {
    const address = await freeAddress(tx, entity, email, person.id);
    if (!address.ok) return address;
    await putPerson(tx, { entity, id: person.id, name, email: address.value });
    await bringBack(tx, entity, person.id);
    if (address.value !== person.email) {
      const by = (await personById(tx, entity, actor.person))?.name ?? actor.person;
      const [from, to] = [person.email, address.value];
      await planAddressNotice(tx, { entity, person: { id: person.id, name }, from, to, by, key, at });
    }
    return ok({ name });
  },
  logs: ({ subject: { person } }, { name, email }) => ({
    action: 'person-corrected',
    subject: person.id,
    detail: { reason: words.changed(person, { name, email }) },
  }),
});

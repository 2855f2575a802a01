import { err, ok } from '../../domain/result.js';
import { slug } from '../../domain/slug.js';
import { putPerson } from '../../register/people-changes.js';
import { peopleOnRecord } from '../../register/reading/mandates.js';
import { peopleWords } from '../../words/people.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import { line } from '../readers.js';
import { aBody } from '../subject.js';
import { freeAddress } from './a-person.js';

const words = peopleWords.adding;

/** Puts somebody among the people of a body. What they may do follows from what they are then given. */
export const addPerson = kept({
  verb: 'add-person',
  path: 'nuova-persona',
  resource: 'people',
  scope: 'steer',
  on: aBody,
  fields: { name: line(), email: line() },
  gives: { id: 'text', name: 'text' },
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: { name: peopleWords.fields.name, email: peopleWords.fields.email },
    done: ({ name, id }) => words.done(name, id),
  },
  may: administering,
  keep: async (tx, { entity }, { name, email }) => {
    const id = slug(name, '.') || 'persona';
    const there = (await peopleOnRecord(tx, entity)).find((one) => one.id === id);
    const address = await freeAddress(tx, entity, email);
    const refusals = [
      ...(there === undefined ? [] : [{ field: 'name', text: peopleWords.taken(id, there.name) }]),
      ...(address.ok ? [] : address.error),
    ];
    if (refusals.length > 0 || !address.ok) return err(refusals);
    await putPerson(tx, { entity, id, name, email: address.value });
    return ok({ id, name });
  },
  logs: (_acting, _values, { id }) => ({ action: 'person-added', subject: id, detail: {} }),
});

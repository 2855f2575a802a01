import { err, ok } from '../../domain/result.js';
import { endService } from '../../register/people-changes.js';
import { mandatesOf } from '../../register/reading/mandates.js';
import { peopleWords } from '../../words/people.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { administering } from '../parts.js';
import { day, line } from '../readers.js';
import { aPerson, leftVacant } from './a-person.js';

const words = peopleWords.ending;

/** Says that somebody is no longer in service: nothing is asked of them any more, and what they hold ends. */
export const endPerson = kept({
  verb: 'end-person',
  path: 'cessazione',
  resource: 'endings',
  scope: 'steer',
  on: aPerson,
  fields: { on: day(), act: optional(line()) },
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    lead: words.lead,
    submit: words.submit,
    fields: { on: words.on, act: peopleWords.fields.act },
    done: (_facts, _values, { person }) => words.done(person.name),
  },
  may: administering,
  notNow: ({ person }) => (person.active ? undefined : `${person.name} ${words.already}.`),
  keep: async (tx, { entity, today, subject: { person } }, { on }) => {
    if (on > today) return err([{ field: 'on', text: words.future }]);
    const own = (await mandatesOf(tx, entity)).filter((one) => one.person === person.id && one.toDate > today);
    const vacant = await leftVacant(tx, entity, own, today);
    if (vacant.length > 0) return err(vacant);
    await endService(tx, entity, person.id, on);
    return ok({});
  },
  logs: ({ subject: { person } }, { on, act }) => ({
    action: 'person-ended',
    subject: person.id,
    detail: { on, reason: act },
  }),
});

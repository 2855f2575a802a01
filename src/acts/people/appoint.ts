import { withArticle } from '../../domain/article.js';
import { heldAlready } from '../../domain/mandates.js';
import { err, ok } from '../../domain/result.js';
import { personById } from '../../register/people.js';
import { addMandate } from '../../register/people-changes.js';
import { mandatesOf, rolesToGive } from '../../register/reading/mandates.js';
import { ownTasks } from '../../register/reading/own-tasks.js';
import { italianDay } from '../../words/format.js';
import { peopleWords } from '../../words/people.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { administering } from '../parts.js';
import { day, line, oneOf } from '../readers.js';
import { aPerson } from './a-person.js';

const words = peopleWords.appointing;

/** Gives somebody a role, an office or a seat on a board. What is open is theirs from that day. */
export const appoint = kept({
  verb: 'appoint',
  path: 'incarico',
  resource: 'mandates',
  scope: 'steer',
  on: aPerson,
  fields: { role: oneOf(), from: day(), to: optional(day()), act: optional(line()) },
  gives: { title: 'text', open: 'whole' },
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: { role: words.role, from: words.from, to: words.to, act: peopleWords.fields.act },
    done: ({ title, open }, { from }, { person }) =>
      words.done(person.name, title, withArticle('dal', italianDay(from)), open),
  },
  may: administering,
  notNow: ({ person }) => (person.active ? undefined : `${person.name} ${words.notInService}.`),
  offers: {
    role: async ({ register, entity }) =>
      (await rolesToGive(register.db, entity)).map(({ id, title }) => ({ value: id, title })),
  },
  keep: async (tx, { entity, today, subject: { person } }, { role, from, to }) => {
    if (to !== undefined && to < from) return err([{ field: 'to', text: words.backwards }]);
    const mandate = { person: person.id, role, from, to };
    const held = heldAlready(await mandatesOf(tx, entity), mandate);
    if (held !== undefined)
      return err([{ field: 'role', text: words.held(peopleWords.period(held.fromDate, held.toDate)) }]);
    await addMandate(tx, entity, mandate);
    const [title, own] = [
      (await rolesToGive(tx, entity)).find(({ id }) => id === role)?.title ?? role,
      await personById(tx, entity, person.id),
    ];
    return ok({ title, open: own === undefined ? 0 : (await ownTasks(tx, own, today)).length });
  },
  logs: ({ subject: { person } }, { role, from, to, act }) => ({
    action: 'mandate-given',
    subject: person.id,
    detail: { role, from, to, reason: act },
  }),
});

import { withArticle } from '../../domain/article.js';
import { err, ok } from '../../domain/result.js';
import { endMandate as endIt } from '../../register/people-changes.js';
import { type Mandate, mandatesOf, rolesToGive } from '../../register/reading/mandates.js';
import { italianDay } from '../../words/format.js';
import { peopleWords } from '../../words/people.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { administering } from '../parts.js';
import { day, line, oneOf } from '../readers.js';
import { aPerson, leftVacant } from './a-person.js';

const words = peopleWords.closing;

/** A mandate by what tells it from the others of its person: `controllo-gestione@2026-01-01`. */
const nameOf = ({ role, fromDate }: Pick<Mandate, 'role' | 'fromDate'>): string => `${role}@${fromDate}`;

/** Says the last day of something somebody holds. */
export const endMandate = kept({
  verb: 'end-mandate',
  path: 'fine-incarico',
  resource: 'mandate-endings',
  scope: 'steer',
  on: aPerson,
  fields: { mandate: oneOf(), to: day(), act: optional(line()) },
  gives: { title: 'text' },
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: { mandate: words.mandate, to: words.to, act: peopleWords.fields.act },
    done: ({ title }, { to }, { person }) => words.done(person.name, title, withArticle('al', italianDay(to))),
  },
  may: administering,
  offers: {
    mandate: async ({ register: { db }, entity, subject: { person }, today }) => {
      const titles = new Map((await rolesToGive(db, entity)).map(({ id, title }) => [id, title]));
      return (await mandatesOf(db, entity))
        .filter((one) => one.person === person.id && one.toDate >= today)
        .map((one) => ({
          value: nameOf(one),
          title: peopleWords.mandate(titles.get(one.role) ?? one.role, one.fromDate, one.toDate),
        }));
    },
  },
  keep: async (tx, { entity, subject: { person } }, { mandate, to }) => {
    const held = (await mandatesOf(tx, entity)).find((one) => one.person === person.id && nameOf(one) === mandate);
    if (held === undefined) return err([{ field: 'mandate', text: peopleWords.unknown(mandate) }]);
    if (to < held.fromDate && held.origin === 'file') return err([{ field: 'to', text: words.beforeBegun }]);
    const vacant = await leftVacant(tx, entity, [held], to);
    if (vacant.length > 0) return err(vacant);
    await endIt(tx, entity, { person: person.id, role: held.role, from: held.fromDate }, to);
    const title = (await rolesToGive(tx, entity)).find(({ id }) => id === held.role)?.title;
    return ok({ title: title ?? held.role });
  },
  logs: ({ subject: { person } }, { mandate, to, act }) => ({
    action: 'mandate-ended',
    subject: person.id,
    detail: { role: mandate, to, reason: act },
  }),
});

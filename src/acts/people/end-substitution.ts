import { withArticle } from '../../domain/article.js';
import { addDays } from '../../domain/calendar/civil-date.js';
import { err, ok } from '../../domain/result.js';
import { endSubstitution as endIt } from '../../register/people.js';
import { type SubstitutionLine, substitutionsOf } from '../../register/reading/substitutions.js';
import { italianDay } from '../../words/format.js';
import { steeringWords } from '../../words/steering.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { day, line } from '../readers.js';
import type { Subject } from '../subject.js';

const words = steeringWords.substitutions.ending;

interface SubstitutionSubject {
  readonly entity: string;
  readonly line: SubstitutionLine;
}

const aSubstitution: Subject<SubstitutionSubject> = {
  api: '/entities/{entity}/substitutions/{substitution}',
  argument: { name: 'sostituzione', help: 'numero della sostituzione, com’è nella pagina «Sostituzioni»' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const found = (await substitutionsOf(db, entity)).find(({ id }) => String(id) === name);
    return found && { entity, line: found };
  },
  names: async ({ db }, { entity }) => (await substitutionsOf(db, entity)).map(({ id }) => String(id)),
  unknown: words.unknown,
  title: ({ line: { id } }) => `Sostituzione n. ${id}`,
  id: ({ entity, line: { id } }) => `${entity}/substitution/${id}`,
};

/** Ends a substitution before it was to end: who was absent is back, or it was a mistake. What was done meanwhile stays as it was done. */
export const endSubstitution = kept({
  verb: 'end-substitution',
  path: 'fine',
  resource: 'endings',
  scope: 'steer',
  on: aSubstitution,
  fields: { to: day(), reason: line() },
  gives: { absent: 'text', to: 'day', begins: 'yes-no' },
  words: {
    title: words.title,
    does: 'Anticipa la fine di una sostituzione, o la toglie se non è cominciata',
    lead: words.lead,
    submit: words.submit,
    fields: {
      to: { page: 'al', value: 'data', label: 'Ultimo giorno (compreso)', missing: 'manca l’ultimo giorno' },
      reason: { page: 'motivo', value: 'motivo', label: 'Motivo', missing: 'manca il motivo' },
    },
    done: ({ to, begins }) => (begins ? words.ends(withArticle('il', italianDay(to))) : words.neverBegins),
  },
  may: steering,
  notNow: ({ line: { origin } }) => (origin === 'file' ? words.inFiles : undefined),
  stands: async ({ register, subject: { entity, line } }) => {
    const now = (await substitutionsOf(register.db, entity)).find(({ id }) => id === line.id);
    return { version: now?.toDate ?? '', said: now === undefined ? words.gone : words.endsNow(italianDay(now.toDate)) };
  },
  keep: async (tx, { entity, today, subject }, { to }) => {
    const line = (await substitutionsOf(tx, entity)).find(({ id }) => id === subject.line.id);
    if (line === undefined) return err([{ text: words.gone }]);
    if (to >= line.toDate) return err([{ field: 'to', text: words.notEarlier(italianDay(line.toDate)) }]);
    if (to < addDays(today, -1)) return err([{ field: 'to', text: words.past }]);
    await endIt(tx, line, to);
    return ok({ absent: line.absent, to, begins: to >= line.fromDate });
  },
  logs: ({ subject: { line } }, { to, reason }) => ({
    action: 'substitution-ended',
    subject: line.absent,
    detail: { substitute: line.substitute, from: line.fromDate, to, reason },
  }),
});

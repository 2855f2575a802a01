import { addDays } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { err, ok } from '../../domain/result.js';
import { endSubstitutionOn } from '../../register/people.js';
import { substitutionsOf } from '../../register/reading/substitutions.js';
import { steeringWords } from '../../words/steering.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { line } from '../readers.js';
import type { Subject } from '../subject.js';

const words = steeringWords.substitutions;

interface Substituting {
  readonly entity: string;
  readonly id: number;
  readonly absent: string;
  readonly substitute: string;
  readonly to: CivilDate;
}

const aSubstitution: Subject<Substituting> = {
  api: '/entities/{entity}/substitutions/{substitution}',
  argument: { name: 'sostituzione', help: 'numero della sostituzione, com’è nella pagina «Sostituzioni»' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const found = (await substitutionsOf(db, entity)).find(({ id }) => String(id) === name);
    return found && { entity, id: found.id, absent: found.absent, substitute: found.substitute, to: found.toDate };
  },
  names: async ({ db }, { entity }) => (await substitutionsOf(db, entity)).map(({ id }) => String(id)),
  unknown: (name) => `la sostituzione «${name}» non è nel registro`,
  title: ({ id }) => `Sostituzione n. ${id}`,
  id: ({ entity, id }) => `${entity}/substitution/${id}`,
};

/** Ends a substitution before its day: from now on who was absent acts again. */
export const endSubstitution = kept({
  verb: 'end-substitution',
  path: 'fine',
  resource: 'endings',
  scope: 'steer',
  on: aSubstitution,
  fields: { reason: line() },
  gives: { absent: 'text', substitute: 'text' },
  words: {
    title: 'Termina la sostituzione',
    does: 'Termina una sostituzione prima del suo giorno',
    lead: words.endLead,
    submit: 'Termina la sostituzione',
    fields: { reason: { page: 'motivo', value: 'motivo', label: words.reason, missing: 'manca il motivo' } },
    done: () => words.ended,
  },
  may: steering,
  keep: async (tx, { entity, today, subject: { id, absent, substitute, to } }) => {
    if (to < today) return err([{ text: words.alreadyOver }]);
    await endSubstitutionOn(tx, entity, id, addDays(today, -1));
    return ok({ absent, substitute });
  },
  logs: ({ subject: { absent, substitute } }, { reason }) => ({
    action: 'substitution-ended',
    subject: absent,
    detail: { absent, substitute, reason },
  }),
});

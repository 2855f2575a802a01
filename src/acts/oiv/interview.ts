import { err, ok } from '../../domain/result.js';
import { addInterview } from '../../register/oiv.js';
import { titlesOf } from '../../register/people.js';
import { oivWords as words } from '../../words/oiv.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { day, oneOf, text } from '../readers.js';
import { aCycle } from '../subject.js';
import { cycleOver, theOiv } from './subjects.js';

/** Puts a meeting of the OIV with an office on record. Its notes are the OIV's: the log says only that there was one. */
export const recordInterview = kept({
  verb: 'record-interview',
  path: 'incontro-oiv',
  resource: 'interviews',
  scope: 'act',
  on: aCycle,
  fields: { heldOn: day(), office: oneOf(), notes: text(6) },
  gives: {},
  words: {
    title: 'Registra un incontro con un ufficio',
    does: 'Registra un incontro dell’organismo di valutazione con un ufficio, con le note',
    lead: words.interviews.lead,
    submit: 'Registra l’incontro',
    fields: {
      heldOn: { page: 'giorno', value: 'data', label: words.interviews.on, missing: 'manca il giorno dell’incontro' },
      office: { page: 'ufficio', value: 'ruolo', label: words.interviews.office, missing: 'manca con chi' },
      notes: { page: 'note', value: 'testo', label: words.interviews.notes, missing: 'mancano le note' },
    },
    done: () => 'L’incontro è registrato.',
  },
  may: theOiv,
  notNow: (subject) => cycleOver(subject),
  offers: {
    office: async ({ register, entity }) =>
      [...(await titlesOf(register.db, entity))].map(([value, title]) => ({ value, title })),
  },
  keep: async (tx, acting, { heldOn, office, notes }) => {
    if (heldOn > acting.today) return err([{ field: 'heldOn', text: words.refused.future }]);
    await addInterview(tx, { ...doing(acting), cycle: acting.subject.id, heldOn, office, notes });
    return ok({});
  },
  logs: ({ subject: { id } }, { heldOn, office }) => ({
    action: 'oiv-interview',
    subject: office,
    cycle: id,
    detail: { heldOn },
  }),
});

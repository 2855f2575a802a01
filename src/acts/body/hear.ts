import { err, ok } from '../../domain/result.js';
import { addFeedback } from '../../register/follow-up.js';
import { followUpWords } from '../../words/follow-up.js';
import { italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { day, line, text } from '../readers.js';
import { steering } from '../step/parts.js';
import { aBody } from '../subject.js';

const { refused } = followUpWords;

/** Puts on record what a stakeholder said. */
export const hear = kept({
  verb: 'hear',
  path: 'osservazione',
  resource: 'feedback',
  scope: 'steer',
  on: aBody,
  fields: { stakeholder: line(), channel: line(), receivedOn: day(), text: text(4) },
  gives: { feedback: 'whole' },
  words: {
    title: 'Registra un’osservazione',
    does: 'Registra ciò che uno stakeholder ha detto all’ente',
    submit: 'Registra l’osservazione',
    fields: {
      stakeholder: { page: 'stakeholder', label: 'Stakeholder', missing: refused.noStakeholder },
      channel: {
        page: 'canale',
        label: 'Come è arrivata',
        hint: 'Per esempio: indagine, incontro, lettera.',
        missing: refused.noChannel,
      },
      receivedOn: { page: 'ricevuta', value: 'data', label: 'Ricevuta il', missing: 'manca il giorno' },
      text: { page: 'testo', value: 'osservazione', label: 'Osservazione', missing: refused.noFeedback },
    },
    done: () => 'L’osservazione è registrata.',
  },
  may: steering,
  keep: async (tx, acting, said) =>
    said.receivedOn > acting.today
      ? err([
          { field: 'receivedOn', text: refused.receivedLater(italianDay(said.receivedOn), italianDay(acting.today)) },
        ])
      : ok({ feedback: await addFeedback(tx, { ...doing(acting), entity: acting.subject, ...said }) }),
  logs: ({ subject }, { stakeholder, channel }, { feedback }) => ({
    action: 'feedback-recorded',
    subject: `${subject}/${feedback}`,
    detail: { reason: `${stakeholder}, ${channel}` },
  }),
});

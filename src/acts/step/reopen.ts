import { withArticle } from '../../domain/article.js';
import { italianDay } from '../../words/format.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { day } from '../readers.js';
import { aStep } from '../subject.js';
import { askIfFar, farField, farWords } from './new-term.js';

/** Opens again a step that had ended. */
export const reopen = sent({
  verb: 'reopen',
  path: 'riapertura',
  resource: 'reopenings',
  scope: 'steer',
  on: aStep,
  fields: { due: day(), ...farField, ...orderFields },
  gives: { dueOn: 'day', run: 'whole' },
  words: {
    title: 'Riapri l’attività',
    does: 'Riapre un’attività conclusa',
    submit: 'Riapri',
    fields: {
      due: { page: 'scadenza', value: 'data', label: 'Da concludere entro', missing: 'manca la nuova scadenza' },
      ...farWords,
      ...orderWords('Motivo della riapertura'),
    },
    done: ({ dueOn }) => `Attività riaperta, va conclusa entro ${withArticle('il', italianDay(dueOn))}.`,
  },
  may: steering,
  notNow: ({ step }) =>
    step.status === 'done' ? undefined : 'L’attività non è conclusa: per dare altro tempo, prorogarla.',
  together: ({ today }, values) => askIfFar(today, values),
  send: async ({ actions, actor, key, subject: { ref, step } }, { due, far: _far, ...order }) =>
    answered(await actions.reopen(ref, step.id, due, ordered(order), actor, key), (run) => ({ dueOn: due, run })),
});

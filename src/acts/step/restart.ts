import { sent } from '../act.js';
import { answered } from '../answered.js';
import { aStep } from '../subject.js';
import { ordered, orderFields, orderWords, steering } from './parts.js';

/** Starts again a step that broke down, or was cancelled outside the product. */
export const restart = sent({
  verb: 'restart',
  path: 'riavvio',
  resource: 'restarts',
  scope: 'steer',
  on: aStep,
  fields: orderFields,
  gives: { run: 'whole' },
  words: {
    title: 'Riavvia l’attività',
    does: 'Riavvia un’attività interrotta da un guasto, o annullata dal gestore del sistema',
    lead: 'Ciò che è già registrato (valori, documenti, decisioni, proroghe) resta: l’attività riprende da lì.',
    submit: 'Riavvia',
    fields: orderWords('Motivo del riavvio'),
    done: () => 'Attività riavviata.',
  },
  may: steering,
  notNow: ({ step }) =>
    step.status === 'failed' || step.status === 'cancelled'
      ? undefined
      : 'L’attività non è interrotta: non c’è nulla da riavviare.',
  send: async ({ actions, actor, key, subject: { ref, step } }, order) =>
    answered(await actions.restart(ref, step.id, ordered(order), actor, key), (run) => ({ run })),
});

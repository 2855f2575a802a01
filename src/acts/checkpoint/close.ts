import { sent } from '../act.js';
import { answered } from '../answered.js';
import { ordered, orderFields, orderWords, steering } from '../step/parts.js';
import { aCheckpoint } from '../subject.js';

/** Ends a checkpoint's collection, with values missing too. */
export const close = sent({
  verb: 'close',
  path: 'chiusura',
  resource: 'closings',
  scope: 'steer',
  on: aCheckpoint,
  fields: orderFields,
  gives: {},
  words: {
    title: 'Chiudi il monitoraggio',
    does: 'Chiude un monitoraggio con i valori che mancano',
    submit: 'Chiudi il monitoraggio',
    fields: orderWords('Motivo della chiusura'),
    done: () => 'Chiusura registrata: il grado di realizzazione si calcola adesso.',
  },
  may: steering,
  notNow: ({ step }) =>
    step.status === 'open' || step.status === 'late' ? undefined : 'Il monitoraggio non è aperto alla raccolta.',
  send: async ({ actions, actor, key, subject: { ref, step } }, order) =>
    answered(await actions.closeCheckpoint(ref, step.id, ordered(order), actor, key), () => ({})),
});

import { sent } from '../act.js';
import { answered } from '../answered.js';
import { confirmed } from '../readers.js';
import { ordered, orderFields, orderWords, steering } from '../step/parts.js';
import { aCycle } from '../subject.js';

/** Ends a cycle before its time: its steps stop where they are, and nothing is asked of anybody any more. */
export const cancel = sent({
  verb: 'cancel',
  path: 'annullamento',
  resource: 'cancellations',
  scope: 'steer',
  on: aCycle,
  fields: { ...orderFields, confirmed: confirmed() },
  gives: {},
  words: {
    title: 'Annulla il ciclo',
    does: 'Annulla un ciclo: le attività si fermano dove sono, e non si riprendono',
    lead: 'Le attività si fermano dove sono e a nessuno è chiesto più nulla. Ciò che è già nel registro resta. Un ciclo annullato non si riprende.',
    submit: 'Annulla il ciclo',
    fields: {
      ...orderWords('Motivo dell’annullamento'),
      confirmed: {
        page: 'conferma',
        option: 'confirm',
        label: 'Il ciclo va annullato: so che non si riprende',
        missing: 'manca la conferma: un ciclo annullato non si riprende',
      },
    },
    done: () => 'Annullamento disposto: le attività si fermano adesso.',
  },
  may: steering,
  notNow: ({ status }) => (status === 'running' ? undefined : 'Il ciclo non è in corso: non c’è nulla da annullare.'),
  send: async ({ actions, actor, key, subject: { ref } }, { reason, act }) =>
    answered(await actions.cancel(ref, ordered({ reason, act }), actor, key), () => ({})),
});

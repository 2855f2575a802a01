import { currentMeasurements } from '../../register/measurements.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { oneOf, text } from '../readers.js';
import { steering } from '../step/parts.js';
import { aCheckpoint } from '../subject.js';

/** Sends a value back to its office with a remark. */
export const returnValue = sent({
  verb: 'return',
  path: 'restituzione',
  resource: 'returns',
  scope: 'steer',
  on: aCheckpoint,
  fields: { indicator: oneOf(), remark: text() },
  gives: { indicator: 'text' },
  words: {
    title: 'Restituisci un valore',
    does: 'Restituisce un valore all’ufficio, con un’osservazione',
    lead: 'Il valore torna all’ufficio con l’osservazione; quello inviato resta nel registro.',
    submit: 'Restituisci il valore',
    fields: {
      indicator: {
        page: 'indicatore',
        argument: 'indicatore',
        label: 'Indicatore',
        missing: 'manca l’indicatore da restituire',
      },
      remark: {
        page: 'osservazione',
        value: 'osservazione',
        label: 'Osservazione per l’ufficio',
        missing: 'manca l’osservazione',
      },
    },
    done: ({ indicator }) => `Valore dell’indicatore ${indicator} restituito: l’ufficio riceve l’osservazione.`,
  },
  may: steering,
  notNow: ({ step }) =>
    step.status === 'open' || step.status === 'late' ? undefined : 'Il monitoraggio non è aperto alla raccolta.',
  offers: {
    indicator: async ({ register, subject: { step } }) => {
      const values = await currentMeasurements(register.db, { cycle: step.cycle, checkpoint: step.id });
      return values.map(({ indicator }) => ({ value: indicator, title: indicator }));
    },
  },
  send: async ({ actions, actor, key, subject: { ref, step } }, { indicator, remark }) =>
    answered(await actions.returnValue(ref, step.id, indicator, remark, actor, key), () => ({ indicator })),
});

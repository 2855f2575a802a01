import { frozenOf } from '../../register/frozen.js';
import { currentMeasurements, missingIndicators } from '../../register/measurements.js';
import { actualText } from '../../words/measure.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { steering } from '../parts.js';
import { oneOf, text } from '../readers.js';
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
      const at = { cycle: step.cycle, checkpoint: step.id };
      const [values, frozen] = await Promise.all([currentMeasurements(register.db, at), frozenOf(register.db, at)]);
      return values.map(({ indicator }) => ({
        value: indicator,
        title: [indicator, frozen.get(indicator)?.name].join(' ').trim(),
      }));
    },
  },
  // Only what has been sent for the indicator since is another value than the one that was read.
  stands: async ({ register, subject: { step } }, { indicator }) => {
    const at = { cycle: step.cycle, checkpoint: step.id };
    const [values, missing] = await Promise.all([
      currentMeasurements(register.db, at),
      missingIndicators(register.db, at),
    ]);
    const now = values.find((one) => one.indicator === indicator);
    const remarked = missing.find((one) => one.indicator === indicator)?.remark;
    return {
      version: String(Math.max(0, ...values.map(({ measurement }) => measurement))),
      said:
        now === undefined
          ? 'Ora l’indicatore non ha un valore da restituire.'
          : `Ora il valore inviato è ${actualText(now.actual, undefined)}.`,
      reached: ({ remark }) => now === undefined && remarked === remark,
      concerns: (seen) => now === undefined || now.measurement > Number(seen),
    };
  },
  send: async ({ actions, actor, key, subject: { ref, step } }, { indicator, remark }) =>
    answered(await actions.returnValue(ref, step.id, indicator, remark, actor, key), () => ({ indicator })),
});

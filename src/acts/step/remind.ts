import { sent } from '../act.js';
import { answered } from '../answered.js';
import { anyOf } from '../readers.js';
import { aStep } from '../subject.js';
import { steering } from './parts.js';

/** Mails whoever a step waits for, now. */
export const remind = sent({
  verb: 'remind',
  path: 'sollecito',
  resource: 'reminders',
  scope: 'steer',
  on: aStep,
  fields: { indicator: anyOf() },
  gives: {},
  words: {
    title: 'Sollecita ora',
    does: 'Sollecita subito chi deve provvedere',
    submit: 'Invia il sollecito',
    fields: {
      indicator: {
        page: 'indicatore',
        value: 'codice',
        label: 'Di un monitoraggio, solo gli uffici di questi indicatori',
      },
    },
    done: () => 'Sollecito avviato: i messaggi partono adesso.',
  },
  may: steering,
  notNow: ({ step }) =>
    step.status === 'open' || step.status === 'late'
      ? undefined
      : 'L’attività non è aperta: non c’è nessuno da sollecitare.',
  send: async ({ actions, actor, key, subject: { ref, step } }, { indicator }) =>
    answered(
      await actions.remind(ref, step.id, actor, key, indicator.length === 0 ? undefined : indicator),
      () => ({}),
    ),
});

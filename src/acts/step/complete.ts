import { sent } from '../act.js';
import { answered } from '../answered.js';
import { optional } from '../field.js';
import { owners, stepNotOpen } from '../parts.js';
import { text } from '../readers.js';
import { aStep } from '../subject.js';

/** Says that a step is done. */
export const complete = sent({
  verb: 'complete',
  path: 'conclusione',
  resource: 'completions',
  scope: 'act',
  on: aStep,
  fields: { note: optional(text(4)) },
  gives: {},
  words: {
    title: 'Dichiara conclusa l’attività',
    does: 'Dichiara conclusa un’attività',
    submit: 'Concludi',
    fields: { note: { page: 'nota', value: 'nota', label: 'Che cosa si è fatto' } },
    done: () => 'Conclusa.',
  },
  may: owners,
  notNow: stepNotOpen,
  send: async ({ actions, actor, key, subject: { ref, step } }, { note = '' }) =>
    answered(await actions.complete(ref, step.id, actor, note, key), () => ({})),
});

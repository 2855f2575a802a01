import { withArticle } from '../../domain/article.js';
import { italianDay } from '../../words/format.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { day } from '../readers.js';
import { aStep } from '../subject.js';
import { askIfFar, farField, farWords, saidOfTerm } from './new-term.js';

/** Gives a step another due date. */
export const extend = sent({
  verb: 'extend',
  path: 'proroga',
  resource: 'extensions',
  scope: 'steer',
  on: aStep,
  fields: { due: day(), ...farField, ...orderFields },
  gives: { dueOn: 'day' },
  words: {
    title: 'Proroga il termine',
    does: 'Proroga la scadenza di un’attività',
    submit: 'Proroga',
    fields: {
      due: { page: 'scadenza', value: 'data', label: 'Nuova scadenza', missing: 'manca la nuova scadenza' },
      ...farWords,
      ...orderWords('Motivo della proroga'),
    },
    done: ({ dueOn }, { due }, { step }) =>
      `Termine prorogato ${withArticle('al', italianDay(dueOn))}.${saidOfTerm(due, dueOn, step.planned.norm.force)}`,
  },
  may: steering,
  notNow: ({ step }) =>
    step.status === 'done' || step.status === 'cancelled'
      ? 'L’attività è conclusa: per dare nuovo tempo, riaprirla.'
      : undefined,
  stands: ({ subject: { step } }) => ({
    version: `${step.dueOn}/${step.run}`,
    said: `Ora scade ${withArticle('il', italianDay(step.dueOn))}.`,
    reached: ({ due }) => due === step.dueOn,
  }),
  together: ({ today }, values) => askIfFar(today, values),
  send: async ({ actions, actor, key, subject: { ref, step } }, { due, far: _far, ...order }) =>
    answered(await actions.extend(ref, step.id, due, ordered(order), actor, key), (dueOn) => ({ dueOn })),
});

import { postponementWords } from '../../words/postponement.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { aCycle } from '../subject.js';
import { termStands } from './postpone-budget.js';

const words = postponementWords.withdraw;

/** Takes back the last postponement of the budget that was declared: what counts from its term has the days of before. */
export const withdrawPostponement = sent({
  verb: 'withdraw-postponement',
  path: 'differimento-ritiro',
  resource: 'budget-postponement-withdrawals',
  scope: 'steer',
  on: aCycle,
  fields: { ...orderFields },
  gives: { steps: 'whole' },
  words: {
    title: words.title,
    does: words.does,
    lead: words.lead,
    submit: words.submit,
    fields: orderWords(words.reason),
    done: ({ steps }) => words.done(steps),
  },
  may: steering,
  notNow: ({ status }) => (status === 'running' ? undefined : postponementWords.notRunning),
  stands: termStands,
  send: async ({ actions, actor, key, subject: { ref } }, order) =>
    answered(await actions.postpone(ref, { kind: 'withdrawn', reason: ordered(order) }, actor, key), (steps) => ({
      steps,
    })),
});

import { budgetPostponement } from '../../register/postponements.js';
import { postponementWords } from '../../words/postponement.js';
import { type Place, type Standing, sent } from '../act.js';
import { answered } from '../answered.js';
import { steering } from '../parts.js';
import { day, line } from '../readers.js';
import { aCycle, type CycleSubject } from '../subject.js';

const words = postponementWords.declare;

/** How the budget's term stands, for whoever changes it. */
export async function termStands({ register, subject }: Place<CycleSubject>): Promise<Standing> {
  const now = await budgetPostponement(register.db, subject.id);
  return {
    version: now?.term ?? '',
    said: now === undefined ? postponementWords.none : postponementWords.standing(now.term, now.norm),
    reached: ({ term }) => term !== undefined && term === now?.term,
  };
}

/** Declares that the law has postponed the budget: what counts from its term is dated again. */
export const postponeBudget = sent({
  verb: 'postpone-budget',
  path: 'differimento',
  resource: 'budget-postponements',
  scope: 'steer',
  on: aCycle,
  fields: { term: day(), norm: line() },
  gives: { steps: 'whole', term: 'day' },
  words: {
    title: words.title,
    does: words.does,
    lead: words.lead,
    submit: words.submit,
    fields: {
      term: { page: 'termine', value: 'data', ...words.term },
      norm: { page: 'norma', value: 'atto', ...words.norm },
    },
    done: ({ term, steps }) => words.done(term, steps),
  },
  may: steering,
  notNow: ({ status }) => (status === 'running' ? undefined : postponementWords.notRunning),
  stands: termStands,
  send: async ({ actions, actor, key, subject: { ref } }, { term, norm }) =>
    answered(await actions.postpone(ref, { kind: 'declared', term, norm }, actor, key), (steps) => ({ steps, term })),
});

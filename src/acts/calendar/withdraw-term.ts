import { err, ok } from '../../domain/result.js';
import { cycleId } from '../../register/cycles.js';
import { OWN_TERM } from '../../register/own-terms.js';
import { ownTermWords } from '../../words/own-terms.js';
import { kept } from '../act.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { line, year } from '../readers.js';
import { aBody } from '../subject.js';
import { everyOwnTerm, notChangeable } from './terms.js';

const words = ownTermWords.withdraw;

/** Takes back a term the body has changed, while no cycle goes by it. */
export const withdrawTerm = kept({
  verb: 'withdraw-term',
  path: 'ritira-termine',
  resource: 'calendar-term-withdrawals',
  scope: 'steer',
  on: aBody,
  fields: { exercise: year(), step: line(), ...orderFields },
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: {
      exercise: { page: 'esercizio', value: 'anno', ...ownTermWords.change.exercise },
      step: { page: 'attivita', value: 'attivita', hint: words.hint, ...ownTermWords.change.step },
      ...orderWords(words.reason),
    },
    done: (_, { step, exercise }) => words.done(step, exercise),
  },
  may: steering,
  keep: async (tx, acting, { exercise, step }) => {
    const refusals = await notChangeable(tx, acting, exercise);
    if (refusals.length > 0) return err(refusals);
    const there = await everyOwnTerm(tx, acting.subject, acting.today);
    return there.some((one) => one.step === step && one.fromExercise === exercise)
      ? ok({})
      : err([{ field: 'step', text: words.none(step, exercise) }]);
  },
  logs: ({ subject }, { exercise, step, ...order }) => ({
    action: OWN_TERM.withdrawn,
    subject: ownTermWords.subject(step, exercise),
    cycle: cycleId(subject, exercise),
    step,
    detail: { reason: ordered(order) },
  }),
});

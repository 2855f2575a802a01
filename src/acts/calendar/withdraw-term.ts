import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { addOwnTerm, ownTermsOf } from '../../register/own-terms.js';
import { ownTermWords } from '../../words/own-terms.js';
import { kept } from '../act.js';
import { writtenBy } from '../doing.js';
import { notFrom } from '../from-exercise.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { oneOf, year } from '../readers.js';
import { aBody } from '../subject.js';
import { changedOptions } from './terms.js';

const words = ownTermWords.withdraw;

/** Takes back a term the body has changed, while no cycle goes by it. */
export const withdrawTerm = kept({
  verb: 'withdraw-term',
  path: 'ritira-termine',
  resource: 'calendar-term-withdrawals',
  scope: 'steer',
  on: aBody,
  readsFiles: true,
  fields: { exercise: year(), step: oneOf(), ...orderFields },
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: {
      exercise: { page: 'esercizio', value: 'anno', ...ownTermWords.change.exercise },
      step: { page: 'attivita', value: 'attivita', ...ownTermWords.change.step },
      ...orderWords(words.reason),
    },
    done: (_, { step, exercise }) => words.done(step, exercise),
  },
  may: steering,
  offers: { step: changedOptions },
  keep: async (tx, acting, { exercise, step }) => {
    const { subject, key } = acting;
    const refusals = await notFrom(tx, acting, exercise, ownTermWords);
    if (refusals.length > 0) return err(refusals);
    const there = await ownTermsOf(tx, subject, exercise);
    if (!there.some((one) => one.step === step && one.fromExercise === exercise))
      return err([{ field: 'step', text: words.none(step, exercise) }]);
    const own = { due: null, citation: null, force: null };
    await addOwnTerm(tx, { key, entity: subject, step, fromExercise: exercise, ...own, ...writtenBy(acting) });
    return ok({});
  },
  logs: ({ subject }, { exercise, step, ...order }) => ({
    action: 'calendar-term-withdrawn',
    subject: ownTermWords.subject(step, exercise),
    cycle: cycleId({ entity: subject, exercise }),
    step,
    detail: { reason: ordered(order) },
  }),
});

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
import { changedOptions, titleIn } from './terms.js';

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
  gives: { title: 'text' },
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: {
      exercise: { page: 'esercizio', value: 'anno', ...ownTermWords.change.exercise },
      step: { page: 'attivita', value: 'attivita', ...ownTermWords.change.step },
      ...orderWords(words.reason),
    },
    done: ({ title }, { exercise }) => words.done(title, exercise),
  },
  may: steering,
  offers: { step: changedOptions },
  ready: async (acting, { step }) => ok(titleIn(await changedOptions(acting), step)),
  keep: async (tx, acting, { exercise, step }, title) => {
    const { subject, key } = acting;
    const refusals = await notFrom(tx, acting, exercise, ownTermWords);
    if (refusals.length > 0) return err(refusals);
    const there = await ownTermsOf(tx, subject, exercise);
    if (!there.some((one) => one.step === step && one.fromExercise === exercise))
      return err([{ field: 'step', text: words.none(title, exercise) }]);
    const own = { due: null, citation: null, force: null };
    await addOwnTerm(tx, { key, entity: subject, step, fromExercise: exercise, ...own, ...writtenBy(acting) });
    return ok({ title });
  },
  logs: ({ subject }, { exercise, step, ...order }, { title }) => ({
    action: 'calendar-term-withdrawn',
    subject: ownTermWords.subject(title, exercise),
    cycle: cycleId({ entity: subject, exercise }),
    step,
    detail: { reason: ordered(order) },
  }),
});

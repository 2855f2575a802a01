import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { addOwnRule, ownRulesOf } from '../../register/own-rules.js';
import { ownRuleWords } from '../../words/own-rules.js';
import { kept } from '../act.js';
import { writtenBy } from '../doing.js';
import { notFrom } from '../from-exercise.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { oneOf, year } from '../readers.js';
import { aBody } from '../subject.js';
import { changedOptions, neededBy } from './rules.js';

const words = ownRuleWords.withdraw;

/** Takes back a piece of the rules that the body has changed, while no cycle goes by it. */
export const withdrawRule = kept({
  verb: 'withdraw-rule',
  path: 'ritira-regola',
  resource: 'rule-withdrawals',
  scope: 'steer',
  on: aBody,
  readsFiles: true,
  fields: { exercise: year(), piece: oneOf(), ...orderFields },
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: {
      exercise: { page: 'esercizio', value: 'anno', ...ownRuleWords.change.exercise },
      piece: { page: 'regola', value: 'regola', ...ownRuleWords.change.piece },
      ...orderWords(words.reason),
    },
    done: (_, { piece, exercise }) => words.done(piece, exercise),
  },
  may: steering,
  offers: { piece: changedOptions },
  keep: async (tx, acting, { exercise, piece }) => {
    const { subject, key } = acting;
    const refusals = await notFrom(tx, acting, exercise, ownRuleWords);
    if (refusals.length > 0) return err(refusals);
    const there = await ownRulesOf(tx, subject, exercise);
    if (!there.some((one) => one.piece === piece && one.fromExercise === exercise))
      return err([{ field: 'piece', text: words.none(piece, exercise) }]);
    const needed = await neededBy(acting, tx, { piece, fromExercise: exercise });
    if (needed !== undefined) return err([{ field: 'piece', text: words.needed(needed) }]);
    const own = { said: null, act: null };
    await addOwnRule(tx, { key, entity: subject, piece, fromExercise: exercise, ...own, ...writtenBy(acting) });
    return ok({});
  },
  logs: ({ subject }, { exercise, piece, ...order }) => ({
    action: 'rule-withdrawn',
    subject: ownRuleWords.subject(piece, exercise),
    cycle: cycleId({ entity: subject, exercise }),
    detail: { piece, reason: ordered(order) },
  }),
});

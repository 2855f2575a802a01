import { yearOf } from '../../domain/calendar/civil-date.js';
import { cycleId } from '../../domain/cycle-id.js';
import { pieceIn } from '../../domain/own-rules/pieces.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok } from '../../domain/result.js';
import { addOwnRule } from '../../register/own-rules.js';
import { ownRuleWords } from '../../words/own-rules.js';
import { type CheckedFact, kept, type Place } from '../act.js';
import { writtenBy } from '../doing.js';
import { optional } from '../field.js';
import { notFrom } from '../from-exercise.js';
import { ordered, steering } from '../parts.js';
import { line, oneOf, text, year } from '../readers.js';
import { aBody } from '../subject.js';
import { asPeopleSay, asPieceSays, changedBy, changesNothing, pieceOptions } from './rules.js';
import { whatWouldChange } from './what-would-change.js';

const words = ownRuleWords.change;

/** Letters of a rule, at most: a dictionary of behaviours is the longest. */
const LONGEST_RULE = 6_000;

/** Changes a piece of the rules from an exercise on, with why and, where there is one, the act. */
export const changeRule = kept({
  verb: 'change-rule',
  path: 'nuova-regola',
  resource: 'rule-changes',
  scope: 'steer',
  on: aBody,
  readsFiles: true,
  fields: {
    exercise: year(),
    piece: oneOf(),
    said: text(3, LONGEST_RULE),
    act: optional(line()),
    reason: text(),
  },
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    submit: words.submit,
    fields: {
      exercise: { page: 'esercizio', value: 'anno', ...words.exercise },
      piece: { page: 'regola', value: 'regola', ...words.piece },
      said: { page: 'vale', value: 'testo', ...words.said },
      act: { page: 'atto', value: 'atto', ...words.act },
      reason: { page: 'motivo', value: 'motivo', ...words.reason },
    },
    done: (_, { piece, said, exercise }) => words.done(piece, said, exercise),
  },
  may: steering,
  starts: ({ today }) => ({ exercise: String(yearOf(today) + 1) }),
  offers: { piece: pieceOptions },
  together: async (acting, { exercise, piece, said }): Promise<readonly Refusal[]> => {
    if (exercise === undefined || piece === undefined || said === undefined) return [];
    const { db } = acting.register;
    const refusals = await notFrom(db, acting, exercise, ownRuleWords);
    if (refusals.length > 0) return refusals;
    // What is not offered is said as of any field.
    if (!(await pieceOptions(acting)).some(({ value }) => value === piece)) return [];
    const changed = await changedBy(acting, db, { piece, fromExercise: exercise, said });
    if (!changed.ok) return [{ field: 'said', text: changed.error }];
    const { before } = changed.value;
    if (!changesNothing(changed.value)) return [];
    const stands = pieceIn(before, piece);
    const now = stands === undefined ? said : asPeopleSay(changed.value, acting.subject, stands, before);
    return [{ field: 'said', text: ownRuleWords.same(now) }];
  },
  checks: { lead: words.check, submit: words.confirm, shows: effects, without: ['said', 'piece'] },
  keep: async (tx, acting, { exercise, piece, said, act = null }) => {
    const { subject, key } = acting;
    const refusals = await notFrom(tx, acting, exercise, ownRuleWords);
    if (refusals.length > 0) return err(refusals);
    const changed = await changedBy(acting, tx, { piece, fromExercise: exercise, said });
    if (!changed.ok) return err([{ field: 'said', text: changed.error }]);
    const rule = { piece, fromExercise: exercise, said: asPieceSays(changed.value, piece, said), act };
    await addOwnRule(tx, { key, entity: subject, ...rule, ...writtenBy(acting) });
    return ok({});
  },
  logs: ({ subject }, { exercise, piece, said, act, reason }) => ({
    action: 'rule-changed',
    subject: ownRuleWords.subject(piece, exercise),
    cycle: cycleId({ entity: subject, exercise }),
    detail: { piece, said, act, reason: `${said}: ${ordered({ reason, act })}` },
  }),
});

/** What would be others of the results, the bands, the mails, to be read before it is done. */
async function effects(
  place: Place<string>,
  { exercise, piece, said }: Readonly<Record<string, unknown>>,
): Promise<readonly CheckedFact[]> {
  if (typeof exercise !== 'number' || typeof piece !== 'string' || typeof said !== 'string') return [];
  const rule = { piece, fromExercise: exercise, said };
  const changed = await changedBy(place, place.register.db, rule);
  if (!changed.ok) return [];
  return [
    { label: ownRuleWords.rule, value: ownRuleWords.titleOf(pieceIn(changed.value.after, piece) ?? { id: piece }) },
    ...(await whatWouldChange(place, changed.value, rule)),
  ];
}

import { yearOf } from '../../domain/calendar/civil-date.js';
import { parseDateRule } from '../../domain/calendar/date-rule.js';
import type { OwnTerm } from '../../domain/calendar/own-terms.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok } from '../../domain/result.js';
import { addOwnTerm } from '../../register/own-terms.js';
import { ownTermWords } from '../../words/own-terms.js';
import { type CheckedFact, kept, type Option, type Place } from '../act.js';
import { writtenBy } from '../doing.js';
import { notFrom } from '../from-exercise.js';
import { steering } from '../parts.js';
import { line, oneOf, text, year } from '../readers.js';
import { aBody } from '../subject.js';
import { movedBy, stepOptions, titleIn, withIds } from './terms.js';

const words = ownTermWords.change;

/** Letters of a rule, at most: the title of the step it counts from may be long. */
const LONGEST_RULE = 300;

/** Changes the deadline of a step from an exercise on, with the norm it comes from and why. */
export const changeTerm = kept({
  verb: 'change-term',
  path: 'nuovo-termine',
  resource: 'calendar-terms',
  scope: 'steer',
  on: aBody,
  readsFiles: true,
  fields: {
    exercise: year(),
    step: oneOf(),
    due: line(LONGEST_RULE),
    citation: line(),
    force: oneOf(['body', 'law'], { ente: 'body', legge: 'law' }),
    reason: text(),
  },
  gives: { title: 'text' },
  words: {
    title: words.title,
    does: words.does,
    lead: words.lead,
    submit: words.submit,
    fields: {
      exercise: { page: 'esercizio', value: 'anno', ...words.exercise },
      step: { page: 'attivita', value: 'attivita', ...words.step },
      due: { page: 'termine', value: 'termine', ...words.due },
      citation: { page: 'norma', value: 'atto', ...words.citation },
      force: { page: 'di-chi', value: 'ente|legge', ...words.force },
      reason: { page: 'motivo', value: 'motivo', ...words.reason },
    },
    done: ({ title }, { due, exercise }) => words.done(title, due, exercise),
  },
  may: steering,
  starts: ({ today }) => ({ exercise: String(yearOf(today) + 1), force: 'body' }),
  offers: { step: stepOptions },
  together: async (acting, values): Promise<readonly Refusal[]> => {
    const steps = await stepOptions(acting);
    const rule = values.due === undefined ? undefined : parseDateRule(withIds(values.due, steps));
    if (rule?.ok === false) return [{ field: 'due', text: rule.error }];
    const term = termIn(values, steps);
    if (term === undefined) return [];
    const refusals = await notFrom(acting.register.db, acting, term.fromExercise, ownTermWords);
    if (refusals.length > 0) return refusals;
    // What is not offered is said as of any field.
    if (!steps.some(({ value }) => value === term.step)) return [];
    const moved = await movedBy(acting, term);
    if (moved === undefined) return [];
    if (!moved.ok) return moved.error.slice(0, 1).map(({ message }) => ({ field: 'due', text: message }));
    return moved.value.length === 0 ? [{ field: 'due', text: ownTermWords.nothingMoves }] : [];
  },
  checks: { lead: words.check, submit: words.confirm, shows: dates },
  ready: async (acting) => ok(await stepOptions(acting)),
  keep: async (tx, acting, { exercise, step, due, citation, force }, steps) => {
    const { subject, key } = acting;
    const refusals = await notFrom(tx, acting, exercise, ownTermWords);
    if (refusals.length > 0) return err(refusals);
    const term = { step, fromExercise: exercise, due: withIds(due, steps), citation, force };
    await addOwnTerm(tx, { key, entity: subject, ...term, ...writtenBy(acting) });
    return ok({ title: titleIn(steps, step) });
  },
  logs: ({ subject }, { exercise, step, due, citation, force, reason }, { title }) => ({
    action: 'calendar-term-changed',
    subject: ownTermWords.subject(title, exercise),
    cycle: cycleId({ entity: subject, exercise }),
    step,
    detail: { due, citation, force, reason: `${due} (${citation}): ${reason}` },
  }),
});

/** The deadlines that would be others, to be read before it is done. */
async function dates(place: Place<string>, values: Readonly<Record<string, unknown>>): Promise<readonly CheckedFact[]> {
  const term = termIn(values, await stepOptions(place));
  const moved = term === undefined ? undefined : await movedBy(place, term);
  if (moved?.ok !== true) return [];
  const value = moved.value.map(({ title, before, after }) => ownTermWords.moved(title, before, after));
  return [{ label: ownTermWords.dates, value }];
}

/** A term as far as it was written whole. */
function termIn(
  { exercise, step, due, citation, force }: Readonly<Record<string, unknown>>,
  steps: readonly Option[],
): OwnTerm | undefined {
  if (typeof exercise !== 'number' || typeof step !== 'string' || typeof due !== 'string') return undefined;
  if (typeof citation !== 'string' || (force !== 'body' && force !== 'law')) return undefined;
  return { step, fromExercise: exercise, due: withIds(due, steps), citation, force };
}

import { compareDates } from '../../domain/calendar/civil-date.js';
import { withoutReport } from '../../domain/calendar/without-report.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok } from '../../domain/result.js';
import { beginnable, beginningOf } from '../../office/beginning.js';
import { cycleOf } from '../../register/cycles.js';
import { beginningWords as words } from '../../words/beginning.js';
import { earlierStepWords } from '../../words/earlier-steps.js';
import { type CheckedFact, type Place, sent } from '../act.js';
import { steering } from '../parts.js';
import { year } from '../readers.js';
import { aBody } from '../subject.js';

/** Begins the cycle of an exercise now, with what was done before it done. */
export const begin = sent({
  verb: 'begin',
  path: 'avvio',
  resource: 'cycles',
  scope: 'steer',
  on: aBody,
  readsFiles: true,
  fields: { exercise: year() },
  gives: { exercise: 'whole', started: 'yes-no' },
  words: {
    title: words.title,
    does: words.does,
    lead: words.lead,
    submit: words.title,
    fields: { exercise: { page: 'esercizio', value: 'anno', ...words.exercise } },
    done: ({ exercise, started }) => (started ? words.begun(exercise) : words.asked(exercise)),
  },
  may: steering,
  together: notOf,
  checks: { lead: words.check, submit: words.title, shows },
  send: async ({ actions, actor, register, subject }, { exercise }) => {
    const asked = await actions.begin({ space: register.schema, entity: subject, exercise }, actor);
    if (!asked.ok) return err(asked.refusals ?? [{ text: asked.error }]);
    const launch = asked.value;
    if (launch === 'closed' || launch === 'cancelled')
      return err([{ field: 'exercise', text: words.already[launch](exercise) }]);
    return ok({ exercise, started: launch !== 'asked' });
  },
});

/** Why the cycle of an exercise can not begin today. */
async function notOf(place: Place<string>, { exercise }: { readonly exercise?: number }): Promise<readonly Refusal[]> {
  if (exercise === undefined) return [];
  const can = beginnable(place.today);
  if (!can.includes(exercise))
    return [{ field: 'exercise', text: words.far(exercise, Math.min(...can), Math.max(...can)) }];
  const cycle = await cycleOf(place.register.db, cycleId({ entity: place.subject, exercise }));
  if (cycle !== undefined && cycle.status !== 'planned')
    return [{ field: 'exercise', text: words.already[cycle.status](exercise) }];
  const planned = await beginningOf(from(place), exercise);
  if (planned === undefined) return [];
  if (!planned.ok)
    return planned.error.map(({ message }) => ({ field: 'exercise', text: `${words.unplanned(exercise)} ${message}` }));
  const done = new Set(planned.value.flatMap(({ step, earlier }) => (earlier === undefined ? [] : [step.id])));
  return withoutReport(
    planned.value.map(({ step }) => step),
    done,
  ).map(({ step, checkpoint }) => ({
    field: 'exercise',
    text: earlierStepWords.withoutReport(step.title, checkpoint.title),
  }));
}

/** What is done already, what will be late at once and what comes next: to be read before the cycle begins. */
async function shows(
  place: Place<string>,
  { exercise }: Readonly<Record<string, unknown>>,
): Promise<readonly CheckedFact[]> {
  const planned = typeof exercise === 'number' ? await beginningOf(from(place), exercise) : undefined;
  if (planned?.ok !== true) return [];
  const steps = planned.value;
  const done = steps.flatMap(({ step, earlier }) =>
    earlier === undefined ? [] : [`${step.title}: ${words.done(earlier)}`],
  );
  const late = steps.filter(({ passed }) => passed).map(({ step }) => words.dated(step.title, step.dueOn));
  const next = steps
    .filter(({ passed, earlier }) => !passed && earlier === undefined)
    .map(({ step }) => step)
    .sort((a, b) => compareDates(a.dueOn, b.dueOn))
    .map(({ title, dueOn }) => words.dated(title, dueOn));
  const listed = (all: readonly string[]) => (all.length === 0 ? words.none : all);
  return [
    { label: words.earlier, value: listed(done) },
    { label: words.late, value: listed(late) },
    { label: words.next, value: next[0] ?? words.none },
  ];
}

const from = ({ register: { db }, mails, subject, today }: Place<string>) => ({
  db,
  bodies: mails?.bodies,
  entity: subject,
  today,
});

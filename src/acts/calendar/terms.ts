import { yearOf } from '../../domain/calendar/civil-date.js';
import type { OwnTerm } from '../../domain/calendar/own-terms.js';
import type { CalendarProblem } from '../../domain/calendar/problems.js';
import type { CivilDate, DatedCalendar } from '../../domain/calendar/types.js';
import { err, ok, type Result } from '../../domain/result.js';
import { listCycles } from '../../register/cycles.js';
import { ownTermsOf } from '../../register/own-terms.js';
import { stepsOf } from '../../register/steps.js';
import type { Option, Place } from '../act.js';

/** A step that has other dates than before. */
interface Moved {
  readonly title: string;
  readonly before: CivilDate;
  readonly after: CivilDate;
}

/**
 * What a term would change of the calendar of its exercise.
 * @returns undefined where the body's files are not at hand, as at the command line: the cycle says it as it begins
 */
export async function movedBy(
  { mails, register, subject }: Place<string>,
  term: OwnTerm,
): Promise<Result<readonly Moved[], readonly CalendarProblem[]> | undefined> {
  const bodies = mails?.bodies;
  if (bodies?.entities.some(({ id }) => id === subject) !== true) return undefined;
  const { step, fromExercise } = term;
  const standing = await ownTermsOf(register.db, subject, fromExercise);
  const others = standing.filter((one) => one.step !== step || one.fromExercise !== fromExercise);
  const [was, will] = [standing, [...others, term]].map((terms) =>
    bodies.calendar(subject, fromExercise, undefined, terms),
  );
  if (was === undefined || will === undefined) return undefined;
  if (!will.ok) return will;
  // What could not be planned before has everything moved: it is told by its new day alone.
  return was.ok ? ok(differences(was.value, will.value)) : err(was.error);
}

const differences = (was: DatedCalendar, will: DatedCalendar): readonly Moved[] =>
  will.steps.flatMap((after) => {
    const before = was.steps.find(({ id }) => id === after.id);
    return before === undefined || (before.opensAt === after.opensAt && before.dueAt === after.dueAt)
      ? []
      : [{ title: after.title, before: before.dueOn, after: after.dueOn }];
  });

/** The steps a term can be changed of: those of the next calendar, or of the latest cycle where the files are not at hand. */
export async function stepOptions({ mails, register, subject, today }: Place<string>): Promise<readonly Option[]> {
  const { db } = register;
  const bodies = mails?.bodies;
  if (bodies?.entities.some(({ id }) => id === subject) === true) {
    const exercise = yearOf(today) + 1;
    const calendar = bodies.calendar(subject, exercise, undefined, await ownTermsOf(db, subject, exercise));
    if (calendar.ok)
      return calendar.value.steps.map(({ id, title, phase }) => ({
        value: id,
        title,
        group: calendar.value.phases.find((one) => one.id === phase)?.title,
      }));
  }
  const [latest] = await listCycles(db, subject);
  const steps = latest === undefined ? [] : await stepsOf(db, latest.id);
  return steps.map(({ id, planned }) => ({ value: id, title: planned.title }));
}

/** What a step is called; its id where the calendar does not have it any more. */
export const titleIn = (steps: readonly Option[], step: string): string =>
  steps.find(({ value }) => value === step)?.title ?? step;

/** The steps whose term the body has changed; of one the calendar does not have any more, its id. */
export async function changedOptions(place: Place<string>): Promise<readonly Option[]> {
  const [steps, changed] = await Promise.all([stepOptions(place), ownTermsOf(place.register.db, place.subject)]);
  return [...new Set(changed.map(({ step }) => step))].map(
    (id) => steps.find(({ value }) => value === id) ?? { value: id, title: id },
  );
}

/** A deadline that people write with the title of the step it counts from, in the words of a calendar's file. */
export const withIds = (due: string, steps: readonly Option[]): string =>
  due.replace(/ dopo «(.+)»$/, (said, title) => {
    const step = steps.find((one) => one.title === title);
    return step === undefined ? said : ` dopo ${step.value}`;
  });

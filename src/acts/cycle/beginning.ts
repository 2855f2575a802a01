import { yearOf } from '../../domain/calendar/civil-date.js';
import type { CalendarProblem } from '../../domain/calendar/problems.js';
import type { DatedStep } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import { ok, type Result } from '../../domain/result.js';
import { type EarlierStep, earlierSteps } from '../../register/earlier-steps.js';
import { ownRulesOf } from '../../register/own-rules.js';
import { ownTermsOf } from '../../register/own-terms.js';
import type { Place } from '../act.js';

/** A step of a cycle that has not begun, with what was done of it before. */
export interface BeginningStep {
  readonly step: DatedStep;
  readonly earlier: EarlierStep | undefined;
  /** Its term has passed, and nobody said that it was done. */
  readonly passed: boolean;
}

/**
 * The steps a cycle would begin with.
 * @returns undefined where the body's files are not at hand
 */
export async function beginningOf(
  { mails, register: { db }, subject, today }: Pick<Place<string>, 'mails' | 'register' | 'subject' | 'today'>,
  exercise: number,
): Promise<Result<readonly BeginningStep[], readonly CalendarProblem[]> | undefined> {
  const bodies = mails?.bodies;
  if (bodies?.entities.some(({ id }) => id === subject) !== true) return undefined;
  const [terms, rules, earlier] = await Promise.all([
    ownTermsOf(db, subject, exercise),
    ownRulesOf(db, subject, exercise),
    earlierSteps(db, cycleId({ entity: subject, exercise })),
  ]);
  const calendar = bodies.calendar(subject, exercise, undefined, terms, rules);
  if (!calendar.ok) return calendar;
  return ok(
    calendar.value.steps.map((step) => {
      const done = earlier.find((one) => one.step === step.id);
      return { step, earlier: done, passed: done === undefined && step.dueOn < today };
    }),
  );
}

/** The exercises whose cycle can be about today: it begins in June of the year before, and ends in June of the year after. */
export const beginnable = (today: Place<string>['today']): readonly number[] =>
  [-1, 0, 1].map((after) => yearOf(today) + after);

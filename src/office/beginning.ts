import { yearOf } from '../domain/calendar/civil-date.js';
import type { CalendarProblem } from '../domain/calendar/problems.js';
import type { CivilDate, DatedStep } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import { ok, type Result } from '../domain/result.js';
import type { Db } from '../register/database.js';
import { type EarlierStep, earlierSteps } from '../register/earlier-steps.js';
import { ownRulesOf } from '../register/own-rules.js';
import { ownTermsOf } from '../register/own-terms.js';
import type { Bodies } from '../seeds/bodies.js';

/** A step of a cycle that has not begun, with what was done of it before. */
export interface BeginningStep {
  readonly step: DatedStep;
  readonly earlier: EarlierStep | undefined;
  /** Its term has passed, and nobody said that it was done. */
  readonly passed: boolean;
}

/** Whose cycle would begin, and what it is planned from. */
interface Beginning {
  readonly db: Db;
  /** The data files, where they are at hand. */
  readonly bodies: Pick<Bodies, 'entities' | 'calendar'> | undefined;
  readonly entity: string;
  readonly today: CivilDate;
}

/**
 * The steps a cycle would begin with.
 * @returns undefined where the body's files are not at hand
 */
export async function beginningOf(
  { db, bodies, entity, today }: Beginning,
  exercise: number,
): Promise<Result<readonly BeginningStep[], readonly CalendarProblem[]> | undefined> {
  if (bodies?.entities.some(({ id }) => id === entity) !== true) return undefined;
  const [terms, rules, earlier] = await Promise.all([
    ownTermsOf(db, entity, exercise),
    ownRulesOf(db, entity, exercise),
    earlierSteps(db, cycleId({ entity, exercise })),
  ]);
  const calendar = bodies.calendar(entity, exercise, undefined, terms, rules);
  if (!calendar.ok) return calendar;
  return ok(
    calendar.value.steps.map((step) => {
      const done = earlier.find((one) => one.step === step.id);
      return { step, earlier: done, passed: done === undefined && step.dueOn < today };
    }),
  );
}

/** The exercises whose cycle can be about today: it begins in June of the year before, and ends in June of the year after. */
export const beginnable = (today: CivilDate): readonly number[] => [-1, 0, 1].map((after) => yearOf(today) + after);

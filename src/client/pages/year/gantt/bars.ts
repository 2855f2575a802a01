import { addDays, maxDate, minDate } from '../../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import type { StepView } from '../../../../register/reading/step-view.js';

/** A stretch of days, both ends included. */
export interface Stretch {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What a row of the chart draws. */
interface Bars {
  readonly planned: Stretch;
  /** From the planned due date to the one it was extended to. */
  readonly extension?: Stretch;
  /** What was done, or is being done, within the due date. */
  readonly actual?: Stretch;
  /** What went on after the due date. */
  readonly late?: Stretch;
}

/** @param today where a step that has not ended is now */
export function barsOf(step: StepView, today: CivilDate): Bars {
  const { opensOn, dueOn } = step.planned;
  const extension = step.dueOn > dueOn ? { extension: { from: addDays(dueOn, 1), to: step.dueOn } } : {};
  const planned = { planned: { from: opensOn, to: minDate(dueOn, maxDate(step.dueOn, opensOn)) }, ...extension };
  if (step.openedOn === undefined) return planned;
  const end = step.completedOn ?? maxDate(today, step.openedOn);
  const actual = step.openedOn <= step.dueOn ? { actual: { from: step.openedOn, to: minDate(end, step.dueOn) } } : {};
  const late = end > step.dueOn ? { late: { from: maxDate(addDays(step.dueOn, 1), step.openedOn), to: end } } : {};
  return { ...planned, ...actual, ...late };
}

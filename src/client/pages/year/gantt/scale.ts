import {
  addDays,
  addMonths,
  civilDate,
  daysBetween,
  lastDateOfMonth,
  maxDate,
  minDate,
  partsOf,
} from '../../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import type { StepView } from '../../../../register/reading/step-view.js';

/** A time axis: whole months, from a day included to a day excluded. */
export interface Scale {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Place of the beginning of a day, 0 to 100; outside the axis it is cut to its ends. */
  at(day: CivilDate): number;
  readonly months: readonly {
    readonly year: number;
    readonly month: number;
    readonly from: number;
    readonly to: number;
  }[];
}

/** The axis of a cycle: June of the year before to June of the year after, longer where a step goes beyond. */
export function cycleScale(exercise: number, steps: readonly StepView[], today: CivilDate): Scale {
  const days = steps.flatMap((s) => [
    s.planned.opensOn,
    s.dueOn,
    ...(s.openedOn === undefined ? [] : [s.openedOn]),
    ...(s.completedOn === undefined ? (s.lateDays > 0 ? [today] : []) : [s.completedOn]),
  ]);
  const first = days.reduce(minDate, civilDate(exercise - 1, 6, 1));
  const last = days.reduce(maxDate, civilDate(exercise + 1, 6, 30));
  const { year, month } = partsOf(first);
  const from = civilDate(year, month, 1);
  const to = addDays(lastDateOfMonth(partsOf(last).year, partsOf(last).month), 1);
  const length = daysBetween(from, to);
  const at = (day: CivilDate): number => Math.min(100, Math.max(0, (daysBetween(from, day) / length) * 100));
  const months = [];
  for (let start = from; start < to; start = addMonths(start, 1)) {
    months.push({ ...partsOf(start), from: at(start), to: at(addMonths(start, 1)) });
  }
  return { from, to, at, months };
}

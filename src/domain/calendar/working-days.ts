import { never } from '../result.js';
import { addDays, weekday } from './civil-date.js';
import { holidayName, type PatronSaint } from './holidays.js';
import type { CivilDate, OnHoliday } from './types.js';

/** The working days of one entity: Monday to Friday, less national holidays and its patron saint. */
export interface WorkingDays {
  readonly isWorkingDay: (date: CivilDate) => boolean;
  /** Why a day is not a working day, in Italian: `sabato`, `Epifania`; undefined on a working day. */
  readonly whyClosed: (date: CivilDate) => string | undefined;
}

export function workingDays(patronSaint?: PatronSaint): WorkingDays {
  const whyClosed = (date: CivilDate): string | undefined => {
    const holiday = holidayName(date, patronSaint);
    if (holiday !== undefined) return holiday;
    const day = weekday(date);
    return day === 6 ? 'sabato' : day === 7 ? 'domenica' : undefined;
  };
  return { whyClosed, isWorkingDay: (date) => whyClosed(date) === undefined };
}

/** The day itself when it is a working day, else the first one after it. */
export function nextWorkingDay(date: CivilDate, days: WorkingDays): CivilDate {
  let day = date;
  while (!days.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The day itself when it is a working day, else the last one before it. */
export function previousWorkingDay(date: CivilDate, days: WorkingDays): CivilDate {
  let day = date;
  while (!days.isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/**
 * The working day `count` working days after `date` (before it when negative). The starting day does not count, as in
 * art. 2963 of the civil code; from a day off, +1 is the first working day after it. `count` 0 is `date` itself.
 */
export function addWorkingDays(date: CivilDate, count: number, days: WorkingDays): CivilDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left--) {
    day = addDays(day, step);
    while (!days.isWorkingDay(day)) day = addDays(day, step);
  }
  return day;
}

/** Working days after `from` up to `to` included; negative when `to` is earlier. The inverse of `addWorkingDays`. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, days: WorkingDays): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, step);
    if (days.isWorkingDay(day)) count += step;
  }
  return count;
}

/** Where a deadline that falls on a day off comes to stand. */
export function moveForHoliday(date: CivilDate, rule: OnHoliday, days: WorkingDays): CivilDate {
  switch (rule) {
    case 'stays':
      return date;
    case 'next-working-day':
      return nextWorkingDay(date, days);
    case 'previous-working-day':
      return previousWorkingDay(date, days);
    default:
      return never(rule);
  }
}

import { daysBetween, formatItalian, formatItalianLong, italianWeekday } from '../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';

/** `31/01/2016` */
export const day = formatItalian;

/** `31 gennaio 2016` */
export const longDate = formatItalianLong;

/** `domenica 31 gennaio 2016` */
export const longDay = (date: CivilDate): string => `${italianWeekday(date)} ${formatItalianLong(date)}`;

/** The moment a mail speaks of when it leaves: past the term what is asked is late, whatever it was planned as. */
export const momentNow = <M extends string>(moment: M, at: Instant, dueOn: CivilDate): M | 'late' =>
  daysLeft(at, dueOn) < 0 ? 'late' : moment;

/** Calendar days from the day of `at` in Italy to `date`: negative when it has passed. */
export const daysLeft = (at: Instant, date: CivilDate): number => daysBetween(romeDate(at), date);

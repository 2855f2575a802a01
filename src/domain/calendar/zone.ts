import { addDays, civilDate, dayNumber, fromDayNumber, partsOf, weekday, yearOf } from './civil-date.js';
import type { CivilDate, Instant } from './types.js';

/**
 * Europe/Rome by arithmetic, so that a workflow or a planner never asks a time zone database.
 *
 * The rule is the Union's, in force in Italy from 1996 (Directive 94/21/EC for 1996-1997, 97/44/EC for 1998-2001,
 * Directive 2000/84/EC since): UTC+1, and UTC+2 from 01:00 UTC of the last Sunday of March to 01:00 UTC of the last
 * Sunday of October. No real deviation is known from 1996 on; before 1996 summer time ended in September, so earlier
 * years are refused instead of being answered wrongly. An end of summer time has been proposed (COM/2018/639) and never
 * adopted: if it is, this file changes.
 */
export const FIRST_YEAR = 1996;

/** A time of the day: hours 0–23, minutes and seconds 0–59. */
export interface CivilTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export const timeOfDay = (hour: number, minute = 0, second = 0): CivilTime => ({ hour, minute, second });

const HOUR = 3_600;
const DAY = 86_400;
const WINTER_OFFSET = HOUR;
const SUMMER_OFFSET = 2 * HOUR;

/**
 * The instant at which clocks in Italy show this date and time.
 * A time that does not exist (02:00–02:59 of the last Sunday of March) is read one hour later, as if the clock had not
 * jumped: 02:30 → 03:30 summer time. A time that comes twice (02:00–02:59 of the last Sunday of October) is the first
 * of the two, still summer time. It is the rule called `compatible` by ECMAScript Temporal and RFC 5545.
 * @throws RangeError before 1996 or for a time that is not one
 */
export function romeInstant(date: CivilDate, time: CivilTime): Instant {
  assertSupported(yearOf(date));
  assertTime(time);
  const local = dayNumber(date) * DAY + time.hour * HOUR + time.minute * 60 + time.second;
  // Read as summer time: right from the ambiguous hour backwards, and outside the change always confirmed or corrected.
  const asSummer = local - SUMMER_OFFSET;
  const { starts, ends } = summerTime(yearOf(date));
  const summer = asSummer >= starts && asSummer < ends;
  return formatInstant(summer ? asSummer : local - WINTER_OFFSET);
}

/** The day on the calendar in Italy at this instant. */
export function romeDate(instant: Instant): CivilDate {
  return romeDateTime(instant).date;
}

/** Date and time shown by clocks in Italy at this instant. Fractions of a second are dropped. */
export function romeDateTime(instant: Instant): { readonly date: CivilDate; readonly time: CivilTime } {
  const utc = parseInstant(instant);
  const year = yearOf(fromDayNumber(Math.floor(utc / DAY)));
  const { starts, ends } = summerTime(year);
  const local = utc + (utc >= starts && utc < ends ? SUMMER_OFFSET : WINTER_OFFSET);
  const days = Math.floor(local / DAY);
  const date = fromDayNumber(days);
  assertSupported(yearOf(date));
  const seconds = local - days * DAY;
  return {
    date,
    time: timeOfDay(Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / 60), seconds % 60),
  };
}

/** The first and the second moment of a year's summer time, in seconds since 1970 UTC; it holds from the first, up to the second excluded. */
function summerTime(year: number): { readonly starts: number; readonly ends: number } {
  return {
    starts: dayNumber(lastSunday(year, 3)) * DAY + HOUR,
    ends: dayNumber(lastSunday(year, 10)) * DAY + HOUR,
  };
}

/** March and October both have 31 days: the only two months this is asked for. */
function lastSunday(year: number, month: 3 | 10): CivilDate {
  const last = civilDate(year, month, 31);
  return addDays(last, -(weekday(last) % 7));
}

/** Seconds since 1970-01-01T00:00:00Z. @throws RangeError when the text is not an instant */
export function parseInstant(instant: Instant): number {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/.exec(instant);
  if (match === null) throw new RangeError(`not an instant: ${instant}`);
  const time = timeOfDay(Number(match[2]), Number(match[3]), Number(match[4]));
  assertTime(time);
  const { year, month, day } = partsOf(match[1] as CivilDate); // the expression has just matched the form
  return dayNumber(civilDate(year, month, day)) * DAY + time.hour * HOUR + time.minute * 60 + time.second;
}

/** Whole seconds since 1970 → `2016-01-31T22:59:59Z`. */
export function formatInstant(seconds: number): Instant {
  const days = Math.floor(seconds / DAY);
  const rest = seconds - days * DAY;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${fromDayNumber(days)}T${two(Math.floor(rest / HOUR))}:${two(Math.floor((rest % HOUR) / 60))}:${two(rest % 60)}Z`;
}

function assertSupported(year: number): void {
  if (year < FIRST_YEAR) throw new RangeError(`Europe/Rome is known from ${FIRST_YEAR} on, not in ${year}`);
}

function assertTime({ hour, minute, second }: CivilTime): void {
  const within = (n: number, top: number): boolean => Number.isInteger(n) && n >= 0 && n <= top;
  if (!within(hour, 23) || !within(minute, 59) || !within(second, 59)) {
    throw new RangeError(`not a time: ${hour}:${minute}:${second}`);
  }
}

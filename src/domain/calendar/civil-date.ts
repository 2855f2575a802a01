import { err, ok, type Result } from '../result.js';
import { MONTH_NAMES } from './months.js';
import type { CivilDate } from './types.js';

/** Day of the week as ISO 8601 counts it: 1 Monday … 7 Sunday. */
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface DateParts {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Days from 1 March of year 0 to 1 January 1970 in the proleptic Gregorian calendar. */
const EPOCH_OFFSET = 719_468;
const DAYS_PER_ERA = 146_097;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days of a month; `month` from 1. */
export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`month out of range: ${month}`);
  return length;
}

export function isValidDate({ year, month, day }: DateParts): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= lastDayOfMonth(year, month)
  );
}

/**
 * The date with these parts.
 * @throws RangeError when there is no such day: a caller with unchecked parts asks `isValidDate` first
 */
export function civilDate(year: number, month: number, day: number): CivilDate {
  if (!isValidDate({ year, month, day })) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  // The parts have just been checked, and padding keeps them numeric: the compiler can not see either.
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

/** Reads ISO text `2016-01-31`; any other form, and a day that does not exist, is refused with an Italian reason. */
export function parseCivilDate(text: string): Result<CivilDate, string> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return err(`«${text}» non è una data nella forma AAAA-MM-GG`);
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!isValidDate(parts)) return err(`il giorno «${text}» non esiste nel calendario`);
  return ok(civilDate(parts.year, parts.month, parts.day));
}

export function partsOf(date: CivilDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export const yearOf = (date: CivilDate): number => partsOf(date).year;

/**
 * Days since 1970-01-01, negative before it. Years are counted from March so that the leap day is the last of the
 * year, and a 400-year era always has the same length (Hinnant, chrono-compatible date algorithms).
 */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET;
}

/** The inverse of `dayNumber`. */
export function fromDayNumber(days: number): CivilDate {
  const shifted = days + EPOCH_OFFSET;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return civilDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(date) + days);

/** The same day `months` later (or earlier); a day the month does not have becomes its last: 31 January + 1 → 28 or 29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return civilDate(targetYear, targetMonth, Math.min(day, lastDayOfMonth(targetYear, targetMonth)));
}

export function weekday(date: CivilDate): Weekday {
  // Day 0 was a Thursday, and the remainder is kept positive before 1970: the result is always 1 to 7.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Negative, zero or positive as `a` is before, on or after `b`: fit for sorting. */
export const compareDates = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

export const lastDateOfMonth = (year: number, month: number): CivilDate =>
  civilDate(year, month, lastDayOfMonth(year, month));

export const maxDate = (a: CivilDate, b: CivilDate): CivilDate => (a >= b ? a : b);
export const minDate = (a: CivilDate, b: CivilDate): CivilDate => (a <= b ? a : b);

/** `31/01/2016`, the form of Italian tables and mails. */
export function formatItalian(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${pad(day, 2)}/${pad(month, 2)}/${pad(year, 4)}`;
}

/** `31 gennaio 2016`; the first of a month is written `1° gennaio 2016`. */
export function formatItalianLong(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day === 1 ? '1°' : day} ${MONTH_NAMES[month - 1]} ${year}`;
}

const WEEKDAY_NAMES = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;

export function italianWeekday(date: CivilDate): string {
  // `weekday` is 1 to 7 and the table has seven names.
  return WEEKDAY_NAMES[weekday(date) - 1] as string;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

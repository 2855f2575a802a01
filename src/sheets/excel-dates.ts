import { addDays, daysBetween } from '../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDateTime } from '../domain/calendar/zone.js';

const ORIGIN: CivilDate = '1899-12-30';
const ORIGIN_1904: CivilDate = '1904-01-01';
/** 1 March 1900: before it Excel counts a 29 February that never was, and 0 is what an empty cell becomes. */
const FIRST_RELIABLE = 61;
/** 31 December 9999. */
const LAST = 2_958_465;

/** The number by which Excel knows a day. */
export const serialOf = (date: CivilDate): number => daysBetween(ORIGIN, date);

const SECONDS_OF_DAY = 86_400;

/** The number by which Excel knows a day and time: those that clocks in Italy show. */
export function momentSerialOf(instant: Instant): number {
  const { date, time } = romeDateTime(instant);
  return serialOf(date) + (time.hour * 3_600 + time.minute * 60 + time.second) / SECONDS_OF_DAY;
}

/**
 * The day of an Excel number, its time of day left out; undefined for what is no reliable day.
 * @param since1904 the workbook counts from 1904, as old Macs did
 */
export function dateOfSerial(serial: number, since1904: boolean): CivilDate | undefined {
  const days = Math.floor(serial);
  if (!Number.isFinite(days) || days > LAST) return undefined;
  if (since1904) return days < 1 ? undefined : addDays(ORIGIN_1904, days);
  return days < FIRST_RELIABLE ? undefined : addDays(ORIGIN, days);
}

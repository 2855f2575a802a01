import { addDays, civilDate, type DateParts, partsOf } from './civil-date.js';
import type { CivilDate } from './types.js';

/** The feast of the municipality where the entity has its seat: a day off for its staff. */
export interface PatronSaint {
  readonly name: string;
  readonly month: number;
  readonly day: number;
}

/** First year the table below answers for. */
const FIRST_HOLIDAY_YEAR = 1986;

/** A holiday on the same day every year, in force in the years `from` … `to` (both included; absent: still in force). */
interface FixedHoliday {
  /** In Italian, as it is called in documents. */
  readonly name: string;
  readonly month: number;
  readonly day: number;
  readonly from: number;
  readonly to?: number;
}

/**
 * Days off by national law besides Sundays: L. 260/1949, art. 2, as reduced by L. 54/1977 (which is why 1986 is the first
 * year: D.P.R. 792/1985 gave Epiphany back from then on).
 * 2 June: L. 336/2000, first kept in 2001. 17 March: D.L. 5/2011, for that year alone.
 * 4 October: L. 151/2025, in force from 1 January 2026. Easter Monday is computed.
 * Not days off: 4 November (L. 27/2024 made it a national day without rest), and the feasts L. 54/1977 abolished.
 */
const FIXED: readonly FixedHoliday[] = [
  { name: 'Capodanno', month: 1, day: 1, from: FIRST_HOLIDAY_YEAR },
  { name: 'Epifania', month: 1, day: 6, from: FIRST_HOLIDAY_YEAR },
  { name: "150° anniversario dell'Unità d'Italia", month: 3, day: 17, from: 2011, to: 2011 },
  { name: 'Anniversario della Liberazione', month: 4, day: 25, from: FIRST_HOLIDAY_YEAR },
  { name: 'Festa del lavoro', month: 5, day: 1, from: FIRST_HOLIDAY_YEAR },
  { name: 'Festa della Repubblica', month: 6, day: 2, from: 2001 },
  { name: 'Assunzione di Maria Vergine', month: 8, day: 15, from: FIRST_HOLIDAY_YEAR },
  { name: "San Francesco d'Assisi", month: 10, day: 4, from: 2026 },
  { name: 'Ognissanti', month: 11, day: 1, from: FIRST_HOLIDAY_YEAR },
  { name: 'Immacolata Concezione', month: 12, day: 8, from: FIRST_HOLIDAY_YEAR },
  { name: 'Natale', month: 12, day: 25, from: FIRST_HOLIDAY_YEAR },
  { name: 'Santo Stefano', month: 12, day: 26, from: FIRST_HOLIDAY_YEAR },
];

/**
 * Easter Sunday of a year of the Gregorian calendar (Meeus/Jones/Butcher; J. Meeus, Astronomical Algorithms, ch. 8).
 * The letters are the algorithm's own: golden number, century and leap corrections, epact, then the Sunday after.
 */
export function easter(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return civilDate(year, Math.floor(n / 31), (n % 31) + 1);
}

const easterMonday = (year: number): CivilDate => addDays(easter(year), 1);

/**
 * Why a day is a holiday, in Italian, or undefined when it is not one. Saturdays and Sundays are no holidays here: see
 * `working-days.ts`.
 */
export function holidayName(date: CivilDate, patronSaint?: PatronSaint): string | undefined {
  const parts = partsOf(date);
  assertKnown(parts.year);
  const fixed = FIXED.find((h) => sameDay(h, parts) && inForce(h, parts.year));
  if (fixed !== undefined) return fixed.name;
  // Easter Monday is 23 March to 26 April: other months need no computus.
  if ((parts.month === 3 || parts.month === 4) && date === easterMonday(parts.year)) return "Lunedì dell'Angelo";
  if (patronSaint !== undefined && sameDay(patronSaint, parts)) return `${patronSaint.name} (santo patrono)`;
  return undefined;
}

const inForce = (h: FixedHoliday, year: number): boolean => year >= h.from && (h.to === undefined || year <= h.to);

const sameDay = (a: { readonly month: number; readonly day: number }, b: DateParts): boolean =>
  a.month === b.month && a.day === b.day;

function assertKnown(year: number): void {
  if (year < FIRST_HOLIDAY_YEAR) throw new RangeError(`holidays are known from ${FIRST_HOLIDAY_YEAR}, not in ${year}`);
}

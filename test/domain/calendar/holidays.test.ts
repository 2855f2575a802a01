import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday, yearOf } from '../../../src/domain/calendar/civil-date.js';
import { easter, holidayName } from '../../../src/domain/calendar/holidays.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import {
  addWorkingDays,
  moveForHoliday,
  nextWorkingDay,
  previousWorkingDay,
  workingDays,
  workingDaysBetween,
} from '../../../src/domain/calendar/working-days.js';
import { romeDay } from './arbitraries.js';

const SAN_CECCARDO = { name: 'San Ceccardo', month: 6, day: 16 };
const carrara = workingDays(SAN_CECCARDO);

describe('Easter', () => {
  it.each([
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2016, '2016-03-27'],
    [2024, '2024-03-31'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [1818, '1818-03-22'],
  ] as const)('of %i falls on %s', (year, expected) => {
    expect(easter(year)).toBe(expected);
  });

  it('is always a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4099 }), (year) => {
        const sunday = easter(year);
        expect(weekday(sunday)).toBe(7);
        expect(sunday >= `${year}-03-22` && sunday <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe('national holidays', () => {
  const daysOf = (year: number) =>
    Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01` as CivilDate, n)).filter(
      (day) => yearOf(day) === year,
    );

  /** What date-holidays knows under `public` for Italy, less Easter Sunday, which is a Sunday anyway. */
  function oracle(year: number): string[] {
    const days = new Holidays('IT')
      .getHolidays(year)
      .filter((h) => h.type === 'public' && h.rule !== 'easter')
      .map((h) => h.date.slice(0, 10));
    // In 2011 Easter Monday was 25 April.
    return [...new Set(days)].sort();
  }

  it('are exactly those date-holidays knows, 2001 to 2040, the days of 2011 and from 2026 included', () => {
    for (let year = 2001; year <= 2040; year++) {
      expect(daysOf(year).filter((day) => holidayName(day) !== undefined)).toEqual([...new Set(oracle(year))]);
    }
  });

  it.each([
    ['2000-06-02', undefined],
    ['2001-06-02', 'Festa della Repubblica'],
    ['2010-03-17', undefined],
    ['2011-03-17', "150° anniversario dell'Unità d'Italia"],
    ['2012-03-17', undefined],
    ['2025-10-04', undefined],
    ['2026-10-04', "San Francesco d'Assisi"],
    ['2027-10-04', "San Francesco d'Assisi"],
    ['2016-03-28', "Lunedì dell'Angelo"],
    ['2016-11-04', undefined],
    ['2015-03-19', undefined],
  ] as const)('%s: %s', (date, name) => {
    expect(holidayName(date)).toBe(name);
  });

  it('are not invented for years the table does not cover', () => {
    expect(() => holidayName('1985-12-31')).toThrow(RangeError);
  });
});

describe('working days of Carrara', () => {
  it.each([
    ['2016-06-16', 'San Ceccardo (santo patrono)'],
    ['2015-10-31', 'sabato'],
    ['2016-01-31', 'domenica'],
    ['2016-08-15', 'Assunzione di Maria Vergine'],
    ['2016-01-29', undefined],
  ] as const)('on %s the offices are closed for: %s', (date, why) => {
    expect(carrara.whyClosed(date)).toBe(why);
    expect(carrara.isWorkingDay(date)).toBe(why === undefined);
  });

  it('keep San Francesco for Massa in years the nation does not', () => {
    const massa = workingDays({ name: 'San Francesco', month: 10, day: 4 });
    expect(massa.isWorkingDay('2016-10-04')).toBe(false);
    expect(carrara.isWorkingDay('2016-10-04')).toBe(true);
    expect(carrara.isWorkingDay('2027-10-04')).toBe(false);
  });

  it.each([
    ['2015-12-23', 1, '2015-12-24'],
    ['2015-12-24', 1, '2015-12-28'],
    ['2015-12-31', 1, '2016-01-04'],
    ['2016-01-05', 1, '2016-01-07'],
    ['2016-03-25', 1, '2016-03-29'],
    ['2016-06-15', 1, '2016-06-17'],
    ['2016-01-31', 1, '2016-02-01'],
    ['2016-01-31', -1, '2016-01-29'],
    ['2016-01-31', 0, '2016-01-31'],
  ] as const)('%s plus %i working days is %s', (date, count, expected) => {
    expect(addWorkingDays(date, count, carrara)).toBe(expected);
  });

  it.each([
    ['2016-01-31', 'stays', '2016-01-31'],
    ['2016-01-31', 'previous-working-day', '2016-01-29'],
    ['2016-01-31', 'next-working-day', '2016-02-01'],
    ['2024-01-31', 'previous-working-day', '2024-01-31'],
    ['2016-12-25', 'next-working-day', '2016-12-27'],
  ] as const)('a deadline on %s that %s falls on %s', (date, rule, expected) => {
    expect(moveForHoliday(date, rule, carrara)).toBe(expected);
  });

  it('adding and subtracting the same number of working days goes back to the working day one left', () => {
    fc.assert(
      fc.property(romeDay, fc.integer({ min: -60, max: 60 }), (date, count) => {
        const start = nextWorkingDay(date, carrara);
        if (yearOf(start) < 1997) return;
        const end = addWorkingDays(start, count, carrara);
        expect(addWorkingDays(end, -count, carrara)).toBe(start);
        expect(workingDaysBetween(start, end, carrara)).toBe(count);
      }),
    );
  });

  it('the nearest working day on either side has only days off in between', () => {
    fc.assert(
      fc.property(romeDay, (date) => {
        const [before, after] = [previousWorkingDay(date, carrara), nextWorkingDay(date, carrara)];
        expect(before <= date && date <= after).toBe(true);
        expect(carrara.isWorkingDay(before) && carrara.isWorkingDay(after)).toBe(true);
        for (let day = addDays(before, 1); day < after; day = addDays(day, 1)) {
          if (day !== date) expect(carrara.isWorkingDay(day)).toBe(false);
        }
        expect(after === date).toBe(before === date);
      }),
    );
  });

  it('are 247 to 256 a year', () => {
    for (let year = 1997; year <= 2040; year++) {
      const count = workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, carrara);
      expect(count).toBeGreaterThanOrEqual(247);
      expect(count).toBeLessThanOrEqual(256);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  compareDates,
  dayNumber,
  daysBetween,
  formatItalian,
  formatItalianLong,
  fromDayNumber,
  isLeapYear,
  italianWeekday,
  lastDateOfMonth,
  lastDayOfMonth,
  parseCivilDate,
  weekday,
} from '../../../src/domain/calendar/civil-date.js';
import { anyDate } from './arbitraries.js';

describe('a civil date', () => {
  it.each([
    ['2016-02-29', true],
    ['2015-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2016-02-31', false],
    ['2016-04-31', false],
    ['2016-13-01', false],
    ['2016-00-10', false],
    ['2016-01-00', false],
    ['0000-01-01', false],
    ['2016-1-31', false],
    ['31/01/2016', false],
    [' 2016-01-31', false],
    ['2016-01-31\n', false],
    ['', false],
  ])('reads %j: %s', (text, valid) => {
    const parsed = parseCivilDate(text);
    expect(parsed.ok).toBe(valid);
    if (parsed.ok) expect(parsed.value).toBe(text);
  });

  it.each([
    ['2015-12-31', 1, '2016-01-01'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2015-02-28', 1, '2015-03-01'],
    ['2016-03-01', -1, '2016-02-29'],
    ['1969-12-31', 1, '1970-01-01'],
    ['2016-06-01', 690, '2018-04-22'],
  ] as const)('%s plus %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it.each([
    ['2016-01-31', 1, '2016-02-29'],
    ['2015-01-31', 1, '2015-02-28'],
    ['2016-03-31', -1, '2016-02-29'],
    ['2016-11-30', 3, '2017-02-28'],
    ['2016-01-15', -13, '2014-12-15'],
    ['2016-05-10', 0, '2016-05-10'],
  ] as const)('%s plus %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('knows the days of the week', () => {
    expect(italianWeekday('2016-01-31')).toBe('domenica');
    expect(italianWeekday('1970-01-01')).toBe('giovedì');
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekday('2027-10-31')).toBe(7);
  });

  it('writes itself as Italian tables and letters do', () => {
    expect(formatItalian('2016-01-31')).toBe('31/01/2016');
    expect(formatItalianLong('2016-01-31')).toBe('31 gennaio 2016');
    expect(formatItalianLong('2016-08-01')).toBe('1° agosto 2016');
  });

  it('ends each month where the calendar ends it', () => {
    expect(lastDateOfMonth(2024, 2)).toBe('2024-02-29');
    expect(lastDateOfMonth(2027, 2)).toBe('2027-02-28');
    expect(() => lastDayOfMonth(2027, 13)).toThrow(RangeError);
    expect(() => civilDate(2027, 2, 29)).toThrow(RangeError);
  });

  it('agrees with the day count of the ECMAScript Date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const oracle = new Date(`${date}T00:00:00Z`);
        expect(dayNumber(date)).toBe(oracle.getTime() / 86_400_000);
        expect(weekday(date) % 7).toBe(oracle.getUTCDay());
      }),
    );
  });

  it('adding days goes back, measures and orders', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(addDays(moved, -days)).toBe(date);
        expect(daysBetween(date, moved)).toBe(days);
        expect(Math.sign(compareDates(moved, date))).toBe(Math.sign(days));
        expect(fromDayNumber(dayNumber(date))).toBe(date);
      }),
    );
  });

  it('has a 29 February in the years that have 366 days, and only there', () => {
    for (let year = 1890; year <= 2110; year++) {
      const length = daysBetween(civilDate(year, 1, 1), civilDate(year + 1, 1, 1));
      expect(isLeapYear(year)).toBe(length === 366);
    }
  });
});

import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../../src/domain/calendar/types.js';
import {
  type CivilTime,
  formatInstant,
  parseInstant,
  romeDate,
  romeDateTime,
  romeInstant,
  timeOfDay,
} from '../../../src/domain/calendar/zone.js';
import { romeDay } from './arbitraries.js';

const anyTime = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
});

function oracle(date: CivilDate, time: CivilTime): string {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: 'Europe/Rome', plainTime: time })
    .toInstant()
    .toString({ smallestUnit: 'second' });
}

describe('Europe/Rome', () => {
  it.each([
    ['a winter midnight', '2016-01-31', timeOfDay(23, 59, 59), '2016-01-31T22:59:59Z'],
    ['a summer midnight', '2016-08-31', timeOfDay(23, 59, 59), '2016-08-31T21:59:59Z'],
    ['the last second of winter time', '2016-03-27', timeOfDay(1, 59, 59), '2016-03-27T00:59:59Z'],
    ['an hour that does not exist, read one hour later', '2016-03-27', timeOfDay(2, 30), '2016-03-27T01:30:00Z'],
    ['the first second of summer time', '2016-03-27', timeOfDay(3), '2016-03-27T01:00:00Z'],
    ['an hour that comes twice, the first of the two', '2016-10-30', timeOfDay(2, 30), '2016-10-30T00:30:00Z'],
    ['the first hour that is surely winter time', '2016-10-30', timeOfDay(3), '2016-10-30T02:00:00Z'],
  ] as const)('turns %s into its instant', (_, date, time, expected) => {
    expect(romeInstant(date, time)).toBe(expected);
  });

  it('agrees with the time zone database at every hour around each clock change, 1996 to 2040', () => {
    for (let year = 1996; year <= 2040; year++) {
      for (const start of [`${year}-03-24`, `${year}-10-24`] as CivilDate[]) {
        for (let day = 0; day < 9; day++) {
          for (const hour of [0, 1, 2, 3, 8, 23]) {
            const date = addDays(start, day);
            const time = timeOfDay(hour, 30);
            if (romeInstant(date, time) !== oracle(date, time)) {
              expect.fail(`${date} ${hour}:30 → ${romeInstant(date, time)}, expected ${oracle(date, time)}`);
            }
          }
        }
      }
    }
  });

  it('agrees with the time zone database on any day and time', () => {
    fc.assert(
      fc.property(romeDay, anyTime, (date, time) => {
        expect(romeInstant(date, time)).toBe(oracle(date, time));
      }),
    );
  });

  it('reads an instant back as the time zone database does', () => {
    const from = parseInstant('1996-01-01T00:00:00Z');
    const to = parseInstant('2040-12-31T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (seconds) => {
        const instant = formatInstant(seconds);
        const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Rome');
        const { date, time } = romeDateTime(instant);
        expect(date).toBe(zoned.toPlainDate().toString());
        expect([time.hour, time.minute, time.second]).toEqual([zoned.hour, zoned.minute, zoned.second]);
      }),
    );
  });

  it('keeps both sides of the hour that comes twice on the same day', () => {
    expect(romeDateTime('2016-10-30T00:30:00Z').time.hour).toBe(2);
    expect(romeDateTime('2016-10-30T01:30:00Z').time.hour).toBe(2);
    expect(romeDate('2016-10-29T22:00:00Z')).toBe('2016-10-30');
    expect(romeDate('2016-10-30T22:59:59Z')).toBe('2016-10-30');
    expect(romeDate('2016-10-30T23:00:00Z')).toBe('2016-10-31');
  });

  it('orders instants as their text', () => {
    fc.assert(
      fc.property(romeDay, anyTime, romeDay, anyTime, (d1, t1, d2, t2) => {
        const [a, b] = [romeInstant(d1, t1), romeInstant(d2, t2)];
        expect(a < b).toBe(parseInstant(a) < parseInstant(b));
      }),
    );
  });

  it('refuses what it does not know instead of answering wrongly', () => {
    expect(() => romeInstant('1995-12-31', timeOfDay(8))).toThrow(RangeError);
    expect(() => romeDate('1995-12-31T22:59:59Z')).toThrow(RangeError);
    expect(romeDate('1995-12-31T23:00:00Z')).toBe('1996-01-01');
    expect(() => romeInstant('2016-01-31', { hour: 24, minute: 0, second: 0 })).toThrow(RangeError);
    expect(() => parseInstant('2016-01-31T22:59:59+01:00Z' as Instant)).toThrow(RangeError);
    expect(() => parseInstant('2016-02-31T00:00:00Z')).toThrow(RangeError);
    expect(() => parseInstant('2016-02-01T24:00:00Z')).toThrow(RangeError);
  });
});

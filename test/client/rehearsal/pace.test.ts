import { describe, expect, test } from 'vitest';
import {
  afterStandstill,
  allowedAfter,
  type Behind,
  firstClock,
  slowClock,
  speedAt,
} from '../../../src/client/rehearsal/pace.js';
import type { Instant } from '../../../src/domain/calendar/types.js';
import { calendarInstant } from '../../../src/domain/clock.js';

const SPEED = 270_000;
const NOON: Instant = '2015-12-10T11:00:00Z';
const NOBODY: Omit<Behind, 'late'> = { people: undefined, system: undefined };

describe('the calendar of a rehearsal', () => {
  test.each<[string, Partial<Behind>, number]>([
    ['nobody is at anything', {}, SPEED],
    ['somebody has just begun', { people: NOON }, SPEED],
    ['somebody has been at one thing for a day', { people: '2015-12-09T11:00:00Z' }, SPEED],
    ['somebody has been at one thing for longer', { people: '2015-12-09T10:59:59Z' }, SPEED / 40],
    ['a step could have opened six hours ago', { system: '2015-12-10T05:00:00Z' }, SPEED],
    ['it could have opened before', { people: NOON, system: '2015-12-10T04:59:59Z' }, SPEED / 40],
  ])('when %s runs as it should', (_, behind, speed) => {
    expect(speedAt({ from: undefined, speed: SPEED }, NOON, { ...NOBODY, ...behind })).toBe(speed);
  });

  test('runs three times as fast before the day one wants to look from, and waits for people there too', () => {
    const pace = { from: '2016-01-01', speed: SPEED } as const;
    expect(speedAt(pace, NOON, NOBODY)).toBe(3 * SPEED);
    expect(speedAt(pace, NOON, { ...NOBODY, people: '2015-12-08T11:00:00Z' })).toBe((3 * SPEED) / 40);
    expect(speedAt(pace, '2016-01-01T06:00:00Z', NOBODY)).toBe(SPEED);
  });

  test('begins, and goes on after an interruption, slowly: nobody is there yet to live by it', () => {
    const pace = { from: undefined, speed: SPEED };
    expect(firstClock(NOON, pace).speed).toBe(SPEED / 40);
    expect(slowClock({ origin: 5, start: 7, speed: SPEED }, pace)).toEqual({ origin: 5, start: 7, speed: SPEED / 40 });
  });

  test('stands still while nobody looks at it: a machine that sleeps for five minutes costs it a day, not eight months', () => {
    const clock = { origin: 1_000, start: Date.parse(NOON), speed: 60_000 };
    expect(afterStandstill(clock, 2_000, 2_400)).toBeUndefined();
    const held = afterStandstill(clock, 2_000, 302_000);
    expect(held).toMatchObject({ origin: 302_000, speed: 60_000 });
    // 2.5 s of the wall, at sixty thousand times its pace.
    expect(calendarInstant(held ?? clock, 302_000)).toBe('2015-12-12T04:40:00Z');
  });

  const hours = (...late: number[]) => late.map((one) => one * 3_600_000);
  test.each<[string, readonly number[], number]>([
    ['nothing has opened since', [], 90_000],
    ['all opened in time', hours(0.5, 1.9), 99_000],
    ['one was nearly late', hours(1, 3), 90_000],
    ['one was late', hours(12, 1), 60_000],
    ['one was two days late', hours(48), 45_000],
  ])('runs as fast as what is due opens within eight hours: when %s', (_, late, allowed) => {
    expect(allowedAfter(90_000, late, SPEED)).toBeCloseTo(allowed, 6);
  });

  test('never runs faster than asked, nor slower than it does while somebody is waited for', () => {
    expect(allowedAfter(SPEED, hours(1), SPEED)).toBe(SPEED);
    expect(allowedAfter(3 * SPEED, [], SPEED)).toBe(SPEED);
    expect(allowedAfter(SPEED / 40, hours(48), SPEED)).toBe(SPEED / 40);
  });

  test('never stands still while it waits', () => {
    expect(speedAt({ from: undefined, speed: 2 }, NOON, { ...NOBODY, system: '2015-12-01T11:00:00Z' })).toBe(1);
  });
});

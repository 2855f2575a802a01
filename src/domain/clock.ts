import type { Instant } from './calendar/types.js';

/**
 * The only bridge between wall time and calendar time: calendar = start + (wall − origin) × speed.
 * In production both run together (`REAL_TIME`); a rehearsal starts in the past and runs faster.
 * All three are numbers: `origin` and `start` in milliseconds since the epoch.
 */
export interface Clock {
  readonly origin: number;
  readonly start: number;
  readonly speed: number;
}

export const REAL_TIME: Clock = { origin: 0, start: 0, speed: 1 };

/** Calendar instant shown by `clock` when the wall reads `wallMs`. */
export function calendarInstant(clock: Clock, wallMs: number): Instant {
  return instantOfMs(clock.start + (wallMs - clock.origin) * clock.speed);
}

/** Wall milliseconds to sleep, from `wallMs`, until the calendar reads `instant`; never negative. */
export function wallDelay(clock: Clock, wallMs: number, instant: Instant): number {
  const due = clock.origin + (msOfInstant(instant) - clock.start) / clock.speed;
  return Math.max(0, Math.ceil(due - wallMs));
}

/** A clock that goes on from `instant` at the same speed, as if the time in between had not passed. */
export function resumeClock(clock: Clock, wallMs: number, instant: Instant): Clock {
  return { origin: wallMs, start: msOfInstant(instant), speed: clock.speed };
}

/** `2016-01-31T22:59:59Z` of milliseconds since the epoch, cut to the second. */
export function instantOfMs(ms: number): Instant {
  return `${new Date(ms).toISOString().slice(0, 19)}Z` as Instant;
}

/** Milliseconds since the epoch of an instant. */
export function msOfInstant(instant: Instant): number {
  return Date.parse(instant);
}

/** The earliest of instants; undefined when there is none. */
export const earliest = (...all: readonly (Instant | undefined)[]): Instant | undefined =>
  all.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);

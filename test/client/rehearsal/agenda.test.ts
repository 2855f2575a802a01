import { expect, test } from 'vitest';
import { type Entry, isDue, noteOutcome } from '../../../src/client/rehearsal/cast/agenda.js';
import type { Outcome } from '../../../src/client/rehearsal/cast/planned.js';
import { later } from '../../../src/client/rehearsal/cast/planned.js';
import { daysBetween } from '../../../src/domain/calendar/civil-date.js';
import { romeDate } from '../../../src/domain/calendar/zone.js';

const MORNING = '2016-05-02T08:00:00Z';

const entry = (): Entry => ({
  at: MORNING,
  by: 'carla',
  run: async (): Promise<Outcome> => 'refused',
  done: false,
  refusals: 0,
});

/** On which days after the first who is refused each time tries, until they let it be. */
function daysTried(): readonly number[] {
  const refused = entry();
  const days: number[] = [];
  for (let day = 0; day < 365; day++) {
    const now = later(MORNING, day);
    while (isDue(refused, now)) {
      days.push(daysBetween(romeDate(MORNING), romeDate(now)));
      noteOutcome(refused, 'refused', now);
    }
  }
  expect(refused.done).toBe(true);
  return days;
}

test('who is refused tries again at once, then later and later, and then lets it be', () => {
  expect(daysTried()).toEqual([0, 0, 0, 2, 10, 40]);
});

test('who waits for a mail or a page looks again, however often', () => {
  const waiting = entry();
  for (let times = 0; times < 50; times++) noteOutcome(waiting, 'waiting', MORNING);
  expect([waiting.refusals, isDue(waiting, MORNING)]).toEqual([0, true]);
});

test('what is done is not done again', () => {
  const one = entry();
  noteOutcome(one, 'done', MORNING);
  expect(isDue(one, later(MORNING, 30))).toBe(false);
});

test('nothing is done before its time', () => {
  expect(isDue(entry(), '2016-05-02T07:59:59Z')).toBe(false);
});

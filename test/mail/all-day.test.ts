import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ical from 'ical-generator';
import { expect, test } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { addAllDay } from '../../src/mail/all-day.js';

const SRC = join(import.meta.dirname, '..', '..', 'src');

test('the later known of two sayings of one deadline has the higher sequence', () => {
  const sequence = (asOf: Instant): number => {
    const calendar = ical();
    addAllDay(calendar, { id: 'x@ciclo', on: '2016-01-31', asOf, summary: 'x', description: 'x' });
    return Number(/SEQUENCE:(\d+)/.exec(calendar.toString())?.[1]);
  };
  expect(sequence('2016-01-21T08:00:00Z')).toBe(24_222_720);
  expect(sequence('2016-01-21T08:01:00Z')).toBe(24_222_721);
});

test.each(['mail/due-ics.ts', 'client/pages/year/calendar-feed.ts', 'client/cli/calendar-ics.ts'])(
  'events of %s are made by this rule alone',
  (file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    expect(text).toContain('addAllDay(');
    expect(text).not.toMatch(/createEvent|sequence/);
  },
);

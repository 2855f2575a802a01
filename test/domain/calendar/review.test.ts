import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../src/domain/calendar/types.js';
import { instantOfMs } from '../../../src/domain/clock.js';
import { type Collected, closesAt } from '../../../src/domain/review.js';
import { bodiesOnFile } from '../../setup/bodies.js';

const due = { dueAt: '2016-05-15T21:59:59Z' } as const;
const complete = (at: Instant): Collected => ({ missing: 0, touched: true, completeSince: at });

describe('when a checkpoint closes by itself', () => {
  test.each<[what: string, collected: Collected, review: number | undefined, at: Instant | undefined]>([
    ['never while a value is missing', { missing: 1, touched: true }, 3, undefined],
    ['at once without a term', complete('2016-05-04T08:00:00Z'), undefined, '2016-05-04T08:00:00Z'],
    ['after its days of review', complete('2016-05-04T08:00:00Z'), 3, '2016-05-07T08:00:00Z'],
    ['at the due date, when the review would make it late', complete('2016-05-14T08:00:00Z'), 3, due.dueAt],
    ['after its days, when it was late already', complete('2016-05-20T08:00:00Z'), 3, '2016-05-23T08:00:00Z'],
    [
      'at its due date, when it was opened again and nothing came',
      { missing: 0, touched: false, completeSince: '2016-05-04T08:00:00Z' },
      undefined,
      due.dueAt,
    ],
  ])('%s', (_what, collected, review, at) => {
    expect(closesAt(collected, { ...due, review })).toBe(at);
  });

  test('is never before it is complete, nor after the due date for what was complete by then', () => {
    const instant = fc.integer({ min: 1_460_000_000, max: 1_470_000_000 }).map((s) => instantOfMs(s * 1_000));
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 365 }), (at, review) => {
        const closing = closesAt(complete(at), { ...due, review }) ?? '';
        expect(closing >= at).toBe(true);
        if (at <= due.dueAt) expect(closing <= due.dueAt).toBe(true);
      }),
    );
  });

  test('is a term of the calendar, which the body may set for itself', () => {
    const planned = bodiesOnFile().calendar('ccms', 2016);
    expect(planned.ok && planned.value.steps.filter((s) => s.kind === 'checkpoint').map((s) => s.review)).toEqual([
      3, 3, 3, 5,
    ]);
    expect(planned.ok && planned.value.steps.filter((s) => s.kind !== 'checkpoint' && s.review !== undefined)).toEqual(
      [],
    );
  });
});

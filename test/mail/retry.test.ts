import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { nextAttempt } from '../../src/mail/retry.js';

const FIRST = '2016-01-21T08:00:00Z';

describe('a mail the server did not take', () => {
  it('goes again after a minute, then less and less often, at last every hour', () => {
    const minutes: number[] = [];
    let now: Instant = FIRST;
    for (let attempts = 1; attempts <= 8; attempts++) {
      const next = nextAttempt(now, attempts, FIRST);
      if (next === undefined) throw new Error('gave up');
      minutes.push((Date.parse(next) - Date.parse(now)) / 60_000);
      now = next;
    }
    expect(minutes).toEqual([1, 5, 10, 15, 30, 60, 60, 60]);
  });

  it('is given up after five days, and not before', () => {
    let now: Instant = FIRST;
    let attempts = 0;
    for (;;) {
      attempts += 1;
      const next = nextAttempt(now, attempts, FIRST);
      if (next === undefined) break;
      now = next;
    }
    const days = (Date.parse(now) - Date.parse(FIRST)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(5);
    expect(days).toBeLessThan(5.1);
  });

  it('is tried at least twelve times where five days pass in a moment', () => {
    const later: Instant = '2016-03-01T08:00:00Z';
    expect(nextAttempt(later, 11, FIRST)).toBeDefined();
    expect(nextAttempt(later, 12, FIRST)).toBeUndefined();
  });
});

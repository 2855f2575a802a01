import type { Instant } from '../../../domain/calendar/types.js';
import { type Act, later, type Outcome } from './planned.js';

/** What people have decided to do and have not done yet, by name. */
export type Agenda = Map<string, Entry>;

/** Something a person will do, and how it went so far. */
export type Entry = Act & { done: boolean; refusals: number; notBefore?: Instant };

/**
 * Days after which who is refused tries again: at once while the calendar may only have moved on between the page and what was
 * sent from it, then later and later, as what keeps them from it may last. Who is refused once more lets it be.
 */
const AGAIN_AFTER_DAYS = [0, 0, 2, 8, 30];

/** Notes in an entry how it went, at an instant. */
export function noteOutcome(entry: Entry, outcome: Outcome, now: Instant): void {
  if (outcome !== 'refused') {
    entry.done = outcome === 'done';
    return;
  }
  const days = AGAIN_AFTER_DAYS[entry.refusals++];
  entry.done = days === undefined;
  entry.notBefore = days === undefined ? undefined : later(now, days);
}

/** Whether it is time for an entry. */
export const isDue = ({ done, at, notBefore }: Entry, now: Instant): boolean =>
  !done && at <= now && (notBefore === undefined || notBefore <= now);

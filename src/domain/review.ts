import type { DatedStep, Instant } from './calendar/types.js';
import { instantOfMs, msOfInstant } from './clock.js';

const DAY_MS = 86_400_000;

/** How far the collection of a checkpoint is. */
export interface Collected {
  readonly missing: number;
  /** Whether a value was sent or returned since it opened, or opened again. */
  readonly touched: boolean;
  /** Since when every value is there as it is now. */
  readonly completeSince?: Instant;
}

/**
 * When a checkpoint closes by itself: once every value is there and its days of review are over. A review never makes the
 * step late: what was complete in time closes at the due date at the latest. One opened again to correct something waits
 * for the correction, or for its due date.
 * @returns undefined while a value is missing
 */
export function closesAt(
  { missing, touched, completeSince }: Collected,
  step: Pick<DatedStep, 'dueAt' | 'review'>,
): Instant | undefined {
  if (missing > 0 || completeSince === undefined) return undefined;
  if (!touched) return step.dueAt;
  const end = instantOfMs(msOfInstant(completeSince) + (step.review ?? 0) * DAY_MS);
  return completeSince <= step.dueAt && end > step.dueAt ? step.dueAt : end;
}

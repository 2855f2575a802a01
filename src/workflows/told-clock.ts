import { CancellationScope, patched, setHandler, sleep } from '@temporalio/workflow';
import type { Instant } from '../domain/calendar/types.js';
import { type Clock, calendarInstant, instantOfMs, wallDelay } from '../domain/clock.js';
import { clockSignal } from './messages.js';

/** The calendar of one workflow, which changes as it is told. */
interface ToldClock {
  /** What it reads. */
  now(): Instant;
  /** Wall milliseconds until it reads `instant`. */
  delayUntil(instant: Instant): number;
  /** The clock that was told last. */
  last(): Clock;
}

/** One that is heard so many milliseconds after it was told may have others behind it: a worker that is late takes them together. */
const HEARD_LATE_MS = 1_000;

/**
 * The calendar by the clock it was told last. What waits for a day is looked at after each of the clocks that one task brings: run
 * for as long as the task was late, one that others had already slowed would open steps months before their day. Heard late, the
 * calendar therefore reads what it did when it was told, a little less than it is, until the next task has brought the last.
 * @param changed called whenever it reads otherwise than by going on
 */
export function toldClock(first: Clock, changed: () => void): ToldClock {
  let clock = first;
  let standing = false;
  let settling = false;
  setHandler(clockSignal, (told) => {
    clock = told;
    standing = Date.now() - told.origin > HEARD_LATE_MS && patched('clock-heard-late');
    changed();
    if (!standing || settling) return;
    settling = true;
    // Of a workflow that is cancelled nothing else is to be heard of this.
    void CancellationScope.nonCancellable(() => sleep(1)).then(() => {
      settling = false;
      standing = false;
      changed();
    });
  });
  return {
    now: () => (standing ? instantOfMs(clock.start) : calendarInstant(clock, Date.now())),
    delayUntil: (instant) => wallDelay(clock, Date.now(), instant),
    last: () => clock,
  };
}

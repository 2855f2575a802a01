import { CancellationScope, condition, isCancellation, patched } from '@temporalio/workflow';
import type { Instant } from '../domain/calendar/types.js';

/** What an alarm reads: the calendar as it stands, the wall milliseconds until it reads `instant`, and how often either changed. */
interface Dial {
  now(): Instant;
  delayUntil(instant: Instant): number;
  revision(): number;
}

/** Waits for many days at once. */
interface Alarm {
  /** Ends when the calendar reads `due()`, whatever becomes of the clock or of the day meanwhile. */
  until(due: () => Instant): Promise<void>;
  /** Nobody waits any more. */
  stop(): void;
}

/**
 * One timer, which follows the earliest of all days waited for: a change of the clock writes two events at most into the history,
 * not two for each who waits, so that a history stays short however often the clock of a rehearsal changes. A timer that has
 * become too early rings for nothing and is set again; only one that has become too late is replaced at once.
 */
export function alarm(dial: Dial): Alarm {
  if (!patched('one-timer-for-all-steps')) return timerForEach(dial);
  const waiting = new Set<() => Instant>();

  /** Wall milliseconds since the epoch at which the earliest day has come: never a moment before it. */
  const ringsAt = (): number | undefined => {
    const today = dial.now();
    let first: Instant | undefined;
    for (const due of waiting) {
      const day = due();
      if (today < day && (first === undefined || day < first)) first = day;
    }
    return first === undefined ? undefined : Date.now() + dial.delayUntil(first) + 1;
  };

  const keepTimer = async (): Promise<void> => {
    for (;;) {
      await condition(() => ringsAt() !== undefined);
      const rings = ringsAt();
      if (rings !== undefined) await condition(() => (ringsAt() ?? rings) < rings, rings - Date.now());
    }
  };

  const timer = new CancellationScope();
  timer.run(keepTimer).catch((cause: unknown) => {
    // What is no cancellation fails the workflow task: it is retried and told as a trouble.
    if (!isCancellation(cause)) throw cause;
  });

  return {
    async until(due) {
      if (dial.now() >= due()) return;
      waiting.add(due);
      try {
        await condition(() => dial.now() >= due());
      } finally {
        waiting.delete(due);
      }
    },
    stop: () => timer.cancel(),
  };
}

/** As cycles waited that began before there was one timer. */
function timerForEach({ now, delayUntil, revision }: Dial): Alarm {
  return {
    async until(due) {
      while (now() < due()) {
        const seen = revision();
        await condition(() => revision() !== seen, delayUntil(due()) + 1);
      }
    },
    stop: () => undefined,
  };
}

import type { Instant } from '../domain/calendar/types.js';
import type { ReminderDay } from '../domain/follow-up.js';

/** What was looked at, and in which quarter of an hour: what is due today seldom changes from one minute to the next. */
export type LookedAt = Map<string, string>;

/** One round of what is planned again and again. */
export interface Round {
  readonly now: Instant;
  /** Hears of a cycle whose notices could not be planned; the others are. Absent: the first fault ends it. */
  readonly failed?: ((cycle: string, cause: unknown) => void) | undefined;
  /** What was looked at before: it is looked at again in the next quarter of an hour. Absent: everything is, each time. */
  readonly looked?: LookedAt | undefined;
}

/**
 * Does some planning for each cycle whose day and hour it is.
 * @param what is planned, by the name it has among what was looked at
 * @param dayOf the day it is to be planned for; undefined: not now
 * @returns the cycles whose hour it is and that were looked at already in this quarter of an hour
 */
export async function forEachDue<C extends { readonly id: string }>(
  what: string,
  cycles: readonly C[],
  { now, failed, looked }: Round,
  dayOf: (cycle: C) => ReminderDay | undefined,
  plan: (cycle: C, day: ReminderDay) => Promise<void>,
): Promise<readonly string[]> {
  const again: string[] = [];
  const quarter = `${now.slice(0, 14)}${Math.floor(Number(now.slice(14, 16)) / 15)}`;
  for (const cycle of cycles) {
    try {
      const day = dayOf(cycle);
      if (day === undefined) continue;
      const name = `${what}/${cycle.id}`;
      if (looked?.get(name) === quarter) {
        again.push(cycle.id);
        continue;
      }
      await plan(cycle, day);
      looked?.set(name, quarter);
    } catch (cause) {
      if (failed === undefined) throw cause;
      failed(cycle.id, cause);
    }
  }
  return again;
}

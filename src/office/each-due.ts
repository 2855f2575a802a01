import type { Instant } from '../domain/calendar/types.js';
import type { MailHours, ReminderDay } from '../domain/follow-up.js';
import { inBatches } from '../register/reading/group.js';

/** What was looked at, and in which quarter of an hour: what is due today seldom changes from one minute to the next. */
export type LookedAt = Map<string, string>;

/** One round of what is planned again and again. */
export interface Round {
  readonly now: Instant;
  /** Hears of a cycle whose notices could not be planned; the others are. Absent: the first fault ends it. */
  readonly failed?: ((cycle: string, cause: unknown) => void) | undefined;
  /** What was looked at before: it is looked at again in the next quarter of an hour. Absent: everything is, each time. */
  readonly looked?: LookedAt | undefined;
  /** Absent: the open ones. A day that is over is looked at once. */
  readonly hours?: MailHours | undefined;
}

/** Cycles that are read together. */
export const READ_TOGETHER = 50;

/**
 * Does some planning for each cycle whose day and hour it is.
 * @param what is planned, by the name it has among what was looked at
 * @param dayOf the day it is to be planned for; undefined: not now
 * @returns the cycles whose hour it is and that were looked at already in this quarter of an hour
 */
export async function forEachDue<C extends { readonly id: string }>(
  what: string,
  cycles: readonly C[],
  round: Round,
  dayOf: (cycle: C) => ReminderDay | undefined,
  plan: (cycle: C, day: ReminderDay) => Promise<void>,
): Promise<readonly string[]> {
  return await forEachDueReading(what, cycles, round, dayOf, async () => plan);
}

/**
 * The same where what is planned is read for many cycles at once.
 * @param read what is asked of the register for all of some cycles, and gives how one of them is planned. Where it fails for some, each of
 * them is read by itself, so that one keeps no other from being planned
 */
export async function forEachDueReading<C extends { readonly id: string }>(
  what: string,
  cycles: readonly C[],
  { now, failed, looked }: Round,
  dayOf: (cycle: C) => ReminderDay | undefined,
  read: (cycles: readonly C[]) => Promise<(cycle: C, day: ReminderDay) => Promise<void>>,
): Promise<readonly string[]> {
  const again: string[] = [];
  const due: { readonly cycle: C; readonly day: ReminderDay; readonly name: string; readonly when: string }[] = [];
  const quarter = `${now.slice(0, 14)}${Math.floor(Number(now.slice(14, 16)) / 15)}`;
  const apart = async (cycle: C, work: () => Promise<void> | void): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      if (failed === undefined) throw cause;
      failed(cycle.id, cause);
    }
  };
  for (const cycle of cycles)
    await apart(cycle, () => {
      const day = dayOf(cycle);
      const name = `${what}/${cycle.id}`;
      if (day === undefined) return;
      const when = day.over === true ? day.on : quarter;
      if (looked?.get(name) === when) again.push(cycle.id);
      else due.push({ cycle, day, name, when });
    });
  for (const batch of inBatches(due, READ_TOGETHER)) {
    const together = await read(batch.map(({ cycle }) => cycle)).catch((cause: unknown) => {
      if (failed === undefined) throw cause;
      return undefined;
    });
    for (const { cycle, day, name, when } of batch)
      await apart(cycle, async () => {
        const plan = together ?? (await read([cycle]));
        await plan(cycle, day);
        looked?.set(name, when);
      });
  }
  return again;
}

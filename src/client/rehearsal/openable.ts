import type { CycleRef } from '../../domain/acting.js';
import type { DatedStep, Instant } from '../../domain/calendar/types.js';
import { earliest, msOfInstant } from '../../domain/clock.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Db } from '../../register/database.js';
import { stepsOf } from '../../register/steps.js';

interface Standing {
  readonly id: string;
  readonly status: string;
  readonly planned: Pick<DatedStep, 'opensAt' | 'after'>;
  readonly completedAt: Instant | null;
}

interface Opened extends Standing {
  readonly openedAt: Instant | null;
  readonly run: number;
}

/** How the steps of a cycle come to open; a busy server is late with what only waits for its day. */
interface Openings {
  /** Since when one could have opened and has not. */
  readonly since: Instant | undefined;
  /** How late each opened, in calendar milliseconds, in the order they did. */
  readonly late: readonly number[];
}

export async function openingsOf(db: Db, ref: CycleRef, now: Instant): Promise<Openings> {
  const steps = await stepsOf(db, cycleId(ref));
  return { since: waitingSince(steps, now), late: lateness(steps) };
}

/**
 * Since when the step that could have opened first has not: its day has come and what it waits for is done.
 * @returns undefined when none is behind
 */
export function waitingSince(steps: readonly Standing[], now: Instant): Instant | undefined {
  const couldSince = openableFrom(steps);
  return earliest(
    ...steps.filter(({ status, planned }) => status === 'waiting' && planned.opensAt <= now).map(couldSince),
  );
}

/** How late each of the steps that have opened did, in calendar milliseconds, in the order they opened. */
export function lateness(steps: readonly Opened[]): readonly number[] {
  const couldSince = openableFrom(steps);
  return steps
    .flatMap((step) => {
      const since = couldSince(step);
      // Opened again, or before it needed to, it was not waiting for its day.
      if (step.openedAt === null || step.run > 1 || since === undefined || step.openedAt < since) return [];
      return [{ at: step.openedAt, late: msOfInstant(step.openedAt) - msOfInstant(since) }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ late }) => late);
}

/** From when each could open: its day, or the end of what it waits for, which must have come. */
function openableFrom(steps: readonly Standing[]): (step: Standing) => Instant | undefined {
  const ended = new Map(steps.map(({ id, status, completedAt }) => [id, status === 'done' ? completedAt : null]));
  return ({ planned }) => {
    const before = planned.after.map((id) => ended.get(id) ?? undefined);
    return before.includes(undefined)
      ? undefined
      : before.reduce<Instant>((a, b) => (b !== undefined && b > a ? b : a), planned.opensAt);
  };
}

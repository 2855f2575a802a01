import type { CycleRef } from '../../domain/acting.js';
import type { DatedStep, Instant } from '../../domain/calendar/types.js';
import { earliest } from '../../domain/clock.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Db } from '../../register/database.js';
import { stepsOf } from '../../register/steps.js';

interface Standing {
  readonly id: string;
  readonly status: string;
  readonly planned: Pick<DatedStep, 'opensAt' | 'after'>;
  readonly completedAt: Instant | null;
}

/** Since when a step of a cycle could have opened and has not; a busy server is late with what only waits for its day. */
export async function openableSince(db: Db, ref: CycleRef, now: Instant): Promise<Instant | undefined> {
  return waitingSince(await stepsOf(db, cycleId(ref)), now);
}

/**
 * Since when the step that could have opened first has not: its day has come and what it waits for is done.
 * @returns undefined when none is behind
 */
export function waitingSince(steps: readonly Standing[], now: Instant): Instant | undefined {
  const ended = new Map(steps.map(({ id, status, completedAt }) => [id, status === 'done' ? completedAt : null]));
  const since = steps
    .filter(({ status, planned }) => status === 'waiting' && planned.opensAt <= now)
    .map(({ planned }) => {
      const before = planned.after.map((id) => ended.get(id) ?? undefined);
      return before.includes(undefined)
        ? undefined
        : before.reduce<Instant>((a, b) => (b !== undefined && b > a ? b : a), planned.opensAt);
    });
  return earliest(...since);
}

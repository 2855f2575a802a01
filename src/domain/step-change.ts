import type { Actor, StepStatus } from './acting.js';
import type { CivilDate, Instant } from './calendar/types.js';

/** A change of a step's state, with the line it leaves in the log. */
export interface StepChange {
  /** Tells apart two changes of the same kind in the same second; the same for every attempt at this one. */
  readonly key?: string;
  readonly at: Instant;
  readonly run: number;
  readonly status: StepStatus;
  readonly dueOn: CivilDate;
  readonly dueAt: Instant;
  /**
   * What happened: `opened`, `late`, `completed`, `extended`, `reopened`, `cancelled`, `resubmitted`; `stuck` and `unstuck`,
   * `failed`, `restarting` and `resumed`.
   */
  readonly action: string;
  readonly actor?: Actor;
  readonly reason?: string;
}

/**
 * Keys of changes, by what happened: the same for every attempt at one of them. A random key would depend on what else was recorded
 * before it, and a workflow task that is tried again may come to its changes in another order.
 * @param runId of the workflow's run: what goes on with an empty history counts from one again
 */
export function changeKeys(runId: string): (of: string) => string {
  const counted = new Map<string, number>();
  return (of) => {
    const n = (counted.get(of) ?? 0) + 1;
    counted.set(of, n);
    return `${runId}/${n}`;
  };
}

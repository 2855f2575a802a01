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

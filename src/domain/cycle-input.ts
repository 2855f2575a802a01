import type { Actor, CycleRef, StepStatus } from './acting.js';
import type { DatedCalendar, DatedStep } from './calendar/types.js';
import type { Clock } from './clock.js';

export interface CycleInput {
  readonly ref: CycleRef;
  readonly calendar: DatedCalendar;
  readonly clock: Clock;
  /** Where its steps stood, when it is started again; absent: it starts from its first day. */
  readonly standing?: readonly StepStanding[];
  /** It ended, and how: it is not started again. */
  readonly ended?: 'closed' | 'cancelled';
}

/** Where a step stands by the register. */
export interface StepStanding {
  /** With the due date as extended so far. */
  readonly step: DatedStep;
  readonly status: StepStatus;
  /** 1, and one more for each reopening; 0 while it waits. */
  readonly run: number;
  /** Rounds before a board that a decision has settled. */
  readonly roundsHeld: number;
}

/** What came of starting a cycle: started now, or already running, or ended before. */
export type Launch = 'started' | 'running' | 'closed' | 'cancelled';

/** Starts a cycle when the yearly Schedule fires. Without `exercise`, the one after the year it fires in. */
export interface LauncherInput {
  readonly space: string;
  readonly entity: string;
  readonly exercise?: number;
  readonly clock: Clock;
  /** Who asked for it; absent: it was the day, or whoever looks after the installation. */
  readonly actor?: Actor;
}

import type { CycleRef, StepStatus } from '../domain/acting.js';
import type { CivilDate, DatedStep, Instant } from '../domain/calendar/types.js';
import type { Clock } from '../domain/clock.js';
import type { NoticeWave } from '../domain/wave.js';

export interface StepInput {
  readonly ref: CycleRef;
  readonly step: DatedStep;
  readonly clock: Clock;
  /** 1, then one more at each reopening. */
  readonly run: number;
  /** Rounds already held before a board in earlier runs: the next is one more. */
  readonly roundsHeld: number;
  /** This run was begun before and stopped without ending: what it had already done stands. */
  readonly resumed?: { readonly late: boolean };
  /** A long run goes on with an empty history, exactly where it was. */
  readonly continued?: Continued;
}

/** What a step that goes on with an empty history must not forget. */
interface Continued {
  readonly late: boolean;
  /** Keys of the notices already sent or skipped. */
  readonly handled: readonly string[];
  /** Keys of the reminders asked for by hand. */
  readonly asked: readonly string[];
  /** Letters that had not left; absent: none, or a run from before they were carried on. */
  readonly unsent?: readonly NoticeWave[];
  readonly checkpoint: CheckpointStanding;
}

/** Where a collecting checkpoint stands. */
export interface CheckpointStanding {
  readonly expected: number;
  readonly missing: number;
  /** Whether a value was sent or returned in this run. */
  readonly touched: boolean;
  /** Since when it has every value as they are now. */
  readonly completeSince?: Instant;
}

export interface StepResult {
  readonly status: 'done' | 'cancelled';
  readonly completedAt: Instant;
  /** Facts worth keeping on the parent, in words: act number, achievement. */
  readonly outcome: string;
  /** Rounds held before a board so far; 0 for the other kinds. */
  readonly roundsHeld: number;
  /** Mails about how it ended, for the cycle to send. */
  readonly announcements: readonly NoticeWave[];
}

export interface StepView {
  readonly id: string;
  readonly status: StepStatus;
  readonly dueOn: CivilDate;
  readonly run: number;
}

export interface CycleView {
  readonly status: 'running' | 'closed' | 'cancelled';
  readonly steps: readonly StepView[];
}

export interface CheckpointView {
  readonly phase: 'opening' | 'collecting' | 'computing' | 'closed';
  readonly missing: number;
  readonly expected: number;
}

import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { NoticeWave } from '../activities/types.js';
import type { CivilDate, DatedCalendar, DatedStep, Instant } from '../domain/calendar/types.js';
import type { Clock } from '../domain/clock.js';
import type { ApprovalState, Decision, DecisionReceipt } from '../domain/decision.js';
import type { Via } from '../domain/via.js';

/** One cycle: entity × exercise, in a space (`ciclo` in production, `prova_3` in a rehearsal). */
export interface CycleRef {
  readonly space: string;
  readonly entity: string;
  readonly exercise: number;
}

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
export interface Continued {
  readonly late: boolean;
  /** Keys of the notices already sent or skipped. */
  readonly handled: readonly string[];
  /** Keys of the reminders asked for by hand. */
  readonly asked: readonly string[];
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

/** Starts a cycle when the yearly Schedule fires. Without `exercise`, the one after the year it fires in. */
export interface LauncherInput {
  readonly space: string;
  readonly entity: string;
  readonly exercise?: number;
  readonly clock: Clock;
}

/** `failed`: what runs the step broke down; it waits to be started again by controllo di gestione. */
export type StepStatus = 'waiting' | 'open' | 'late' | 'done' | 'cancelled' | 'failed';

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

/** Who does something, and in whose place. Both are person ids. */
export interface Actor {
  readonly person: string;
  readonly actingFor?: string;
  /** By which way they asked, for the log. */
  readonly via?: Via;
}

export interface ExtendCommand {
  readonly step: string;
  readonly dueOn: CivilDate;
  readonly reason: string;
  readonly actor: Actor;
}

export interface ReopenCommand {
  readonly step: string;
  readonly dueOn: CivilDate;
  readonly reason: string;
  readonly actor: Actor;
}

export interface RestartCommand {
  readonly step: string;
  readonly reason: string;
  readonly actor: Actor;
}

export interface CancelCommand {
  readonly reason: string;
  readonly actor: Actor;
}

export interface CompleteCommand {
  readonly key: string;
  readonly actor: Actor;
  readonly note: string;
}

export interface ResubmitCommand {
  readonly key: string;
  readonly actor: Actor;
  readonly note: string;
}

export interface ReturnValueCommand {
  readonly indicator: string;
  readonly remark: string;
  readonly actor: Actor;
}

export interface CloseCommand {
  readonly reason: string;
  readonly actor: Actor;
}

export interface RemindCommand {
  /** The same request sent twice reminds once. */
  readonly key: string;
  readonly actor: Actor;
  /** At a checkpoint: only who answers for these; absent: whoever is awaited. */
  readonly indicators?: readonly string[];
}

export interface ProposeCommand {
  readonly key: string;
  readonly actor: Actor;
  /** Plan version already saved in the register as a draft. */
  readonly planVersion: number;
  readonly reason: string;
}

export interface CheckpointView {
  readonly phase: 'opening' | 'collecting' | 'computing' | 'closed';
  readonly missing: number;
  readonly expected: number;
}

export const extendUpdate = defineUpdate<CivilDate, [ExtendCommand]>('extend');
export const reopenUpdate = defineUpdate<number, [ReopenCommand]>('reopen');
export const restartUpdate = defineUpdate<number, [RestartCommand]>('restart');
export const cancelUpdate = defineUpdate<void, [CancelCommand]>('cancel');
export const cycleQuery = defineQuery<CycleView>('status');

export const completeUpdate = defineUpdate<void, [CompleteCommand]>('complete');
export const decideUpdate = defineUpdate<DecisionReceipt, [Decision]>('decide');
export const resubmitUpdate = defineUpdate<number, [ResubmitCommand]>('resubmit');
export const approvalQuery = defineQuery<ApprovalState>('approval');
export const returnValueUpdate = defineUpdate<void, [ReturnValueCommand]>('returnValue');
export const closeUpdate = defineUpdate<void, [CloseCommand]>('close');
export const checkpointQuery = defineQuery<CheckpointView>('checkpoint');
export const proposeUpdate = defineUpdate<number, [ProposeCommand]>('propose');
/** Reminds now, beside what the calendar does by itself. */
export const remindUpdate = defineUpdate<void, [RemindCommand]>('remind');
export const stepQuery = defineQuery<StepView>('step');

/** Submissions wait in the register's inbox; coalesced, it carries nothing. */
export const arrivedSignal = defineSignal('arrived');
/** The parent extended a step that is already running. */
export const redatedSignal = defineSignal<[DatedStep]>('redated');
/** A rehearsal was interrupted and goes on: the calendar did not move meanwhile. */
export const clockSignal = defineSignal<[Clock]>('clock');

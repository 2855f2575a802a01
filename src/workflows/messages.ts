import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  CancelCommand,
  CloseCommand,
  CompleteCommand,
  ExtendCommand,
  PostponeCommand,
  ProposeCommand,
  RemindCommand,
  ReopenCommand,
  RestartCommand,
  ResubmitCommand,
  ReturnValueCommand,
  WithdrawCommand,
} from '../domain/acting.js';
import type { CivilDate, DatedStep } from '../domain/calendar/types.js';
import type { Clock } from '../domain/clock.js';
import type { ApprovalState, Decision, DecisionReceipt } from '../domain/decision.js';
import type { TransmitCommand } from '../domain/drafting/transmission.js';
import type { CheckpointView, CycleView, StepView } from './types.js';

export const extendUpdate = defineUpdate<CivilDate, [ExtendCommand]>('extend');
/** The law has postponed the budget, or has not after all: what counts from its term is dated again. Answers how many steps are. */
export const postponeUpdate = defineUpdate<number, [PostponeCommand]>('postpone');
export const reopenUpdate = defineUpdate<number, [ReopenCommand]>('reopen');
export const restartUpdate = defineUpdate<number, [RestartCommand]>('restart');
export const cancelUpdate = defineUpdate<void, [CancelCommand]>('cancel');
export const cycleQuery = defineQuery<CycleView>('status');

export const completeUpdate = defineUpdate<void, [CompleteCommand]>('complete');
export const decideUpdate = defineUpdate<DecisionReceipt, [Decision]>('decide');
export const resubmitUpdate = defineUpdate<number, [ResubmitCommand]>('resubmit');
/** The preparers transmit the document to its board, where the step waits for it. Answers the round. */
export const transmitUpdate = defineUpdate<number, [TransmitCommand]>('transmit');
export const approvalQuery = defineQuery<ApprovalState>('approval');
export const returnValueUpdate = defineUpdate<void, [ReturnValueCommand]>('returnValue');
export const closeUpdate = defineUpdate<void, [CloseCommand]>('close');
export const checkpointQuery = defineQuery<CheckpointView>('checkpoint');
export const proposeUpdate = defineUpdate<number, [ProposeCommand]>('propose');
/** Takes back the proposal that is before the board. */
export const withdrawProposalUpdate = defineUpdate<void, [WithdrawCommand]>('withdrawProposal');
/** Reminds now, beside what the calendar does by itself. */
export const remindUpdate = defineUpdate<void, [RemindCommand]>('remind');
export const stepQuery = defineQuery<StepView>('step');

/** Submissions wait in the register's inbox; coalesced, it carries nothing. */
export const arrivedSignal = defineSignal('arrived');
/** Everybody's sheets are where the task waits for them to be: it carries nothing, because nothing of anybody goes here. */
export const settledSignal = defineSignal('settled');
/** The parent extended a step that is already running. */
export const redatedSignal = defineSignal<[DatedStep]>('redated');
/** A rehearsal was interrupted and goes on: the calendar did not move meanwhile. */
export const clockSignal = defineSignal<[Clock]>('clock');

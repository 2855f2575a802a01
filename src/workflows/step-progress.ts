import {
  ChildWorkflowFailure,
  type ChildWorkflowHandle,
  isCancellation,
  rootCause,
  TerminatedFailure,
} from '@temporalio/workflow';
import type { StepStatus } from '../domain/acting.js';
import type { DatedStep } from '../domain/calendar/types.js';
import type { StepStanding } from '../domain/cycle-input.js';
import { never } from '../domain/result.js';
import type { StepInput, StepResult } from './types.js';

export interface Progress {
  step: DatedStep;
  status: Exclude<StepStatus, 'late'>;
  run: number;
  roundsHeld: number;
  /** It had begun, and goes on from what it did: late already, or not yet. */
  resumed?: { readonly late: boolean };
  child?: ChildWorkflowHandle<(input: StepInput) => Promise<StepResult>>;
}

export const CANCELLED_OUTSIDE = 'annullata dal gestore del sistema';

/** A step of a cycle that is started again: what is done stays done, what had begun goes on. */
export function resuming({ step, status, run, roundsHeld }: StepStanding): Progress {
  switch (status) {
    case 'waiting':
      return { step, status, run: 0, roundsHeld };
    case 'done':
    case 'failed':
      return { step, status, run, roundsHeld };
    case 'open':
    case 'late':
    // Nobody cancels a step of a running cycle: it was, when the cycle broke down.
    case 'cancelled':
      return { step, status: 'open', run: run - 1, roundsHeld, resumed: { late: status === 'late' } };
    default:
      return never(status);
  }
}

export const isToFollow = ({ status }: Progress): boolean => status === 'waiting' || status === 'open';

/** What made a step break off, for who is to start it again. */
export function reasonOf(cause: unknown): string {
  if (isCancellation(cause)) return CANCELLED_OUTSIDE;
  if (cause instanceof ChildWorkflowFailure && cause.cause instanceof TerminatedFailure)
    return 'interrotta dal gestore del sistema';
  return rootCause(cause) ?? String(cause);
}

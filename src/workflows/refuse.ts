import { ApplicationFailure } from '@temporalio/workflow';
import { oneLineOf, REFUSED, type Refusal } from '../domain/refusal.js';

/** Refuses a command with a sentence for the person who sent it. */
export function refuse(message: string): never {
  throw ApplicationFailure.nonRetryable(message, REFUSED);
}

/** The same with every reason at its field; goes on when there is none. */
export function refuseIfAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw ApplicationFailure.nonRetryable(oneLineOf(refusals), REFUSED, refusals);
}

import { ApplicationFailure } from '@temporalio/activity';
import { oneLineOf, REFUSED, type Refusal } from '../domain/refusal.js';

/** What the register does not take is said at once to whoever asked, in a sentence for them: trying again would change nothing. */
export const refused = (...refusals: readonly Refusal[]): ApplicationFailure =>
  ApplicationFailure.nonRetryable(oneLineOf(refusals), REFUSED, refusals);

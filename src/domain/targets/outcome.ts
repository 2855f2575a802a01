import { never } from '../result.js';
import type { Candidate, Reason, TargetOutcome } from './types.js';

/** The readings a person may choose among, most plausible first: one when the target is written or proposed. */
export function candidatesOf(outcome: TargetOutcome): readonly Candidate[] {
  switch (outcome.outcome) {
    case 'parsed':
    case 'proposed':
      return [{ reading: outcome.reading, sentence: outcome.sentence }];
    case 'ambiguous':
      return outcome.candidates;
    case 'not-measurable':
      return [];
    default:
      return never(outcome);
  }
}

/** What a person should know before choosing: notes on what is written, evidence of what is proposed, doubts otherwise. */
export function remarksOn(outcome: TargetOutcome): readonly Reason[] {
  switch (outcome.outcome) {
    case 'parsed':
      return outcome.notes;
    case 'proposed':
      return [...outcome.evidence, ...outcome.notes];
    case 'ambiguous':
      return outcome.reasons;
    case 'not-measurable':
      return [outcome.reason];
    default:
      return never(outcome);
  }
}

import { never } from '../result.js';
import type { Reading } from './types.js';

export interface TargetContext {
  /** The indicator's name. */
  readonly name?: string;
  /** Exercise the target belongs to. */
  readonly year?: number;
  /** The same indicator's target of the year before, verbatim. */
  readonly previous?: string;
}

/** A reason, with a stable code for programs and a sentence in Italian for people. */
export interface Reason {
  readonly code: string;
  readonly message: string;
}

/** A reading and the Italian sentence a manager confirms it by. */
export interface Candidate {
  readonly reading: Reading;
  readonly sentence: string;
}

export type TargetOutcome =
  /** Written: operator, number and unit stand in the text itself, and every word of it has a role the grammar knows. */
  | {
      readonly outcome: 'parsed';
      readonly text: string;
      readonly reading: Reading;
      readonly sentence: string;
      readonly notes: readonly Reason[];
    }
  /** One reading that rests on more than the text. It computes nothing before a person confirms it. */
  | {
      readonly outcome: 'proposed';
      readonly text: string;
      readonly reading: Reading;
      readonly sentence: string;
      /** What it rests on: the name, the noun, the unit in the name, earlier years. Never empty. */
      readonly evidence: readonly Reason[];
      readonly notes: readonly Reason[];
    }
  | {
      readonly outcome: 'ambiguous';
      readonly text: string;
      readonly reasons: readonly Reason[];
      /** Most plausible first; each with the sentence to confirm. Empty when there is nothing to propose. */
      readonly candidates: readonly Candidate[];
      /** When one cell holds several targets or several years: each piece with its own outcome, to be split by a person. */
      readonly parts?: readonly TargetOutcome[];
    }
  | { readonly outcome: 'not-measurable'; readonly text: string; readonly reason: Reason };

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

import type { Reason, TargetOutcome } from './outcome.js';
import type { Reading } from './types.js';

/**
 * What the grammar made of one target, before it is decided whether to ask. It is certain when there is exactly one
 * reading and no doubt; otherwise the readings are the candidates, most plausible first.
 */
export interface Draft {
  readonly readings: readonly Reading[];
  readonly doubts: readonly Reason[];
  readonly notes: readonly Reason[];
  readonly parts?: readonly TargetOutcome[];
}

export const certain = (reading: Reading, notes: readonly Reason[] = []): Draft => ({
  readings: [reading],
  doubts: [],
  notes,
});

export const doubtful = (doubts: readonly Reason[], readings: readonly Reading[] = []): Draft => ({
  readings,
  doubts,
  notes: [],
});

import { never } from '../result.js';
import { type FlatReading, flattenReading } from './flat-reading.js';
import type { Reason, TargetOutcome } from './outcome.js';

/**
 * An outcome as one flat record. `readings` holds the one reading when parsed, the candidates when ambiguous (most
 * plausible first), nothing when not measurable; `sentence` is the reading's when parsed, `null` otherwise.
 */
export interface FlatOutcome {
  readonly outcome: TargetOutcome['outcome'];
  readonly text: string;
  readonly readings: readonly FlatReading[];
  readonly sentence: string | null;
  /** Why it is not parsed; empty when it is. */
  readonly reasons: readonly Reason[];
  /** What was taken from the name, the exercise or last year's target. */
  readonly notes: readonly Reason[];
}

export function flattenOutcome(outcome: TargetOutcome): FlatOutcome {
  const { text } = outcome;
  switch (outcome.outcome) {
    case 'parsed':
      return {
        outcome: 'parsed',
        text,
        readings: [flattenReading(outcome.reading)],
        sentence: outcome.sentence,
        reasons: [],
        notes: outcome.notes,
      };
    case 'proposed':
      return {
        outcome: 'proposed',
        text,
        readings: [flattenReading(outcome.reading)],
        sentence: outcome.sentence,
        reasons: outcome.evidence,
        notes: outcome.notes,
      };
    case 'ambiguous':
      return {
        outcome: 'ambiguous',
        text,
        readings: outcome.candidates.map((c) => flattenReading(c.reading)),
        sentence: null,
        reasons: outcome.reasons,
        notes: [],
      };
    case 'not-measurable':
      return { outcome: 'not-measurable', text, readings: [], sentence: null, reasons: [outcome.reason], notes: [] };
    default:
      return never(outcome);
  }
}

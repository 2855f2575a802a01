import type { TrafficLight } from '../achievement/types.js';
import { compare, rational } from '../rational.js';
import type { DecimalText } from '../targets/types.js';

/** An indicator that could be looked at, with what makes it worth it. */
export interface Candidate {
  readonly indicator: string;
  /** Share of the whole, percent; absent where it has none of its own. */
  readonly weight: DecimalText | undefined;
  readonly light: TrafficLight;
  /** An act decided over the result. */
  readonly overridden: boolean;
  /** Its value was given back to the officer and corrected. */
  readonly returned: boolean;
}

/** Why an indicator is proposed. */
type Why = 'overridden' | 'returned' | 'red' | 'weight';

export interface Proposed {
  readonly indicator: string;
  readonly why: Why;
}

/**
 * The figures proposed for a look at their sources, the likeliest to be wrong first: those an act changed, those that came back
 * corrected, the red ones, then the weightiest. Always the same ones for the same results, so that nobody can try again for better.
 * @param most how many
 */
export function sampleOf(candidates: readonly Candidate[], most: number): readonly Proposed[] {
  const reasons: readonly [Why, (one: Candidate) => boolean][] = [
    ['overridden', ({ overridden }) => overridden],
    ['returned', ({ returned }) => returned],
    ['red', ({ light }) => light === 'red'],
    ['weight', () => true],
  ];
  const ordered = candidates.toSorted(weightiest);
  const proposed = new Map<string, Why>();
  for (const [why, holds] of reasons)
    for (const one of ordered) if (holds(one) && !proposed.has(one.indicator)) proposed.set(one.indicator, why);
  return [...proposed].slice(0, most).map(([indicator, why]) => ({ indicator, why }));
}

const weightiest = (a: Candidate, b: Candidate): number =>
  compare(rational(b.weight ?? '0'), rational(a.weight ?? '0')) || (a.indicator < b.indicator ? -1 : 1);

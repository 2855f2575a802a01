import type { Policy } from './policy.js';
import { never } from './result.js';
import type { Accumulation, Reading, Unit } from './targets/types.js';

/** What a person is to be asked of a reading before it is complete, or that nothing is. */
export type AccumulationQuestion =
  | { readonly asked: false }
  /** `usual`: what the policy takes where nobody says; absent when it takes nothing. */
  | { readonly asked: true; readonly usual?: Accumulation };

/**
 * Whether a person has to say if the measure of a reading grows along the year: of what is counted or paid, where a
 * checkpoint asks for the part due so far. A share, a time or a mark is a level by nature, a date has nothing to grow.
 */
export function accumulationQuestion(reading: Reading, { interim }: Policy): AccumulationQuestion {
  if (!measures(reading) || reading.accumulation !== undefined) return { asked: false };
  if (interim.accumulating === 'full-target' || !growsByNature(reading.unit)) return { asked: false };
  switch (interim.unknown) {
    case 'doubtful':
      return { asked: true };
    case 'as-level':
      return { asked: true, usual: 'level' };
    case 'as-accumulating':
      return { asked: true, usual: 'accumulates' };
    default:
      return never(interim.unknown);
  }
}

/**
 * A reading as it is put on record: with whether its measure grows along the year, said or by nature.
 * @returns undefined while that is asked and not said
 */
export function completeReading(reading: Reading, said: Accumulation | undefined, policy: Policy): Reading | undefined {
  if (!measures(reading) || reading.accumulation !== undefined) return reading;
  if (accumulationQuestion(reading, policy).asked) {
    return said === undefined ? undefined : { ...reading, accumulation: said };
  }
  // Where everything unsaid grows by the body's own rules, a share does too: the rules stay in charge.
  return policy.interim.unknown === 'as-accumulating' ? reading : { ...reading, accumulation: 'level' };
}

type Measuring = Extract<Reading, { readonly accumulation?: Accumulation }>;

const measures = (reading: Reading): reading is Measuring =>
  reading.kind === 'threshold' || reading.kind === 'range' || reading.kind === 'bands' || reading.kind === 'relative';

/** Working days, minutes, weeks: counted, and yet a time. */
const TIME_NOUN = /^(giorn[oi]|or[ae]|minut[oi]|second[oi]|settiman[ae]|mes[ei]|ann[oi])\b/i;

function growsByNature(unit: Unit): boolean {
  switch (unit.kind) {
    case 'number':
    case 'euro':
      return true;
    case 'count':
      return !TIME_NOUN.test(unit.noun);
    case 'percent':
    case 'percentage-points':
    case 'days':
    case 'hours':
    case 'months':
    case 'score':
      return false;
    default:
      return never(unit);
  }
}

import type { Policy } from './policy.js';
import { never } from './result.js';
import type { Accumulation, Reading, Unit } from './targets/types.js';

/** What a person is asked of a reading before it is put on record, or that nothing is. */
type AccumulationQuestion =
  | { readonly asked: false }
  /** `usual`: what the text or the name suggests, or the policy takes where nobody says; absent when nothing does. */
  | { readonly asked: true; readonly usual?: Accumulation };

/**
 * Whether a person has to say if the measure of a reading grows along the year: of what is counted or paid, where a
 * checkpoint asks for the part due so far. A share, a time or a mark is a level by nature, a date has nothing to grow.
 */
export function accumulationQuestion(reading: Reading, { interim }: Policy): AccumulationQuestion {
  if (!measures(reading) || interim.accumulating === 'full-target' || !growsByNature(reading.unit)) {
    return { asked: false };
  }
  const usual = reading.accumulation ?? assumed(interim.unknown);
  return usual === undefined ? { asked: true } : { asked: true, usual };
}

function assumed(unknown: Policy['interim']['unknown']): Accumulation | undefined {
  switch (unknown) {
    case 'doubtful':
      return undefined;
    case 'as-level':
      return 'level';
    case 'as-accumulating':
      return 'accumulates';
    default:
      return never(unknown);
  }
}

/**
 * A reading as it is put on record: with whether its measure grows along the year, said or by nature.
 * @returns undefined while that is asked and neither said nor suggested
 */
export function completeReading(reading: Reading, said: Accumulation | undefined, policy: Policy): Reading | undefined {
  if (!measures(reading)) return reading;
  if (accumulationQuestion(reading, policy).asked) {
    const accumulation = said ?? reading.accumulation;
    return accumulation === undefined ? undefined : { ...reading, accumulation };
  }
  // Where everything unsaid grows by the body's own rules, a share does too: the rules stay in charge.
  if (reading.accumulation !== undefined || policy.interim.unknown === 'as-accumulating') return reading;
  return { ...reading, accumulation: 'level' };
}

/** A reading without what is asked beside it: for the sentence shown above the question. */
export function askedReading(reading: Reading, policy: Policy): Reading {
  if (!measures(reading) || !accumulationQuestion(reading, policy).asked) return reading;
  const { accumulation: _, ...rest } = reading;
  return rest;
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

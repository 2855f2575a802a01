import type { CivilDate } from '../calendar/types.js';
import type { Reading } from '../targets/types.js';

/**
 * The term a threshold has of its own, once it is over: then the day on which it was reached is asked beside the value.
 * Of a total that may only grow towards a ceiling the last value says it already.
 * @param at reference date of the checkpoint
 */
export function termOf(reading: Reading | undefined, at: CivilDate | undefined): CivilDate | undefined {
  if (reading?.kind !== 'threshold' || reading.by === undefined || at === undefined || at <= reading.by)
    return undefined;
  return reading.direction === 'less-is-better' && reading.accumulation === 'accumulates' ? undefined : reading.by;
}

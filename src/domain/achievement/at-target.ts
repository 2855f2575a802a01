import { addDays } from '../calendar/civil-date.js';
import { never } from '../result.js';
import { compareDecimals } from '../targets/numbers.js';
import type { Band, DecimalText, Reading } from '../targets/types.js';
import type { Actual } from './types.js';

/**
 * A value with which a target is just kept; for suppositions. Undefined when the reading does not say one: a change
 * against a value it does not know, a limit that is itself outside.
 */
export function actualAtTarget(reading: Reading): Actual | undefined {
  switch (reading.kind) {
    case 'threshold':
      return reading.operator === '>' || reading.operator === '<' ? undefined : number(reading.value);
    case 'range':
      return number(reading.from);
    case 'bands':
      return inBestBand(reading.bands);
    case 'by-date':
      return { kind: 'date', on: reading.strict ? addDays(reading.by, -1) : reading.by };
    case 'within-period':
      return number(String(reading.amount));
    case 'throughout':
      return { kind: 'yes-no', value: true };
    case 'yes-no':
      return { kind: 'yes-no', value: reading.expected };
    case 'relative':
      return undefined;
    default:
      return never(reading);
  }
}

const number = (value: DecimalText): Actual => ({ kind: 'number', value });

function inBestBand(bands: readonly Band[]): Actual | undefined {
  const best = bands.toSorted((a, b) => compareDecimals(b.score, a.score))[0];
  if (best?.from !== undefined && best.fromInclusive) return number(best.from);
  return best?.to !== undefined && best.toInclusive ? number(best.to) : undefined;
}

import { withReached } from '../../domain/achievement/parse-actual.js';
import type { Actual } from '../../domain/achievement/types.js';
import { addDays, daysBetween, maxDate } from '../../domain/calendar/civil-date.js';
import type { CheckpointPeriod, CivilDate } from '../../domain/calendar/types.js';
import { never } from '../../domain/result.js';
import type { Reading, Unit } from '../../domain/targets/types.js';
import { chance } from './random.js';

/**
 * A simulated value of one indicator at one checkpoint: the source publishes no results, so a rehearsal makes them up,
 * near the target and mostly on the good side of it, always the same for the same seed.
 * @param year the exercise's first and last day
 */
export function simulateActual(
  seed: number,
  indicator: string,
  reading: Reading | undefined,
  period: Pick<CheckpointPeriod, 'ordinal' | 'to'>,
  year: { readonly from: CivilDate; readonly to: CivilDate },
): Actual {
  const luck = chance(seed, `${indicator}/level`);
  const wobble = chance(seed, `${indicator}/${period.ordinal}`);
  const elapsed = daysBetween(year.from, period.to) / daysBetween(year.from, year.to);
  if (reading === undefined) return number(String(Math.round(1 + luck * 9)));
  switch (reading.kind) {
    case 'threshold': {
      const target = Number(reading.value);
      const scale = reading.direction === 'more-is-better' ? 0.72 + 0.5 * luck : 0.7 + 0.55 * luck;
      const share = reading.accumulation === 'accumulates' ? elapsed * (0.9 + 0.2 * wobble) : 0.97 + 0.06 * wobble;
      const value = number(valueIn(reading.unit, target * scale * share));
      return reading.by === undefined || period.to <= reading.by
        ? value
        : withReached(value, maxDate(year.from, addDays(reading.by, -Math.round(luck * 30))));
    }
    case 'range': {
      const low = Number(reading.from);
      const high = Number(reading.to);
      return number(valueIn(reading.unit, low + (high - low) * (luck * 1.4 - 0.2)));
    }
    case 'bands': {
      const ends = reading.bands.flatMap((b) =>
        [b.from, b.to].flatMap((end) => (end === undefined ? [] : [Number(end)])),
      );
      const low = Math.min(...ends);
      return number(valueIn(reading.unit, low + (Math.max(...ends) - low) * luck));
    }
    case 'relative':
      return number(valueIn(reading.unit, 100 * (0.9 + 0.2 * luck)));
    case 'by-date': {
      const done = maxDate(year.from, addDays(reading.by, Math.round(luck * 60) - 45));
      return done <= period.to ? { kind: 'date', on: done } : { kind: 'not-yet' };
    }
    case 'within-period':
    case 'throughout':
    case 'yes-no':
      return luck < 0.85 ? { kind: 'yes-no', value: true } : { kind: 'not-yet' };
    default:
      return never(reading);
  }
}

const number = (value: string): Actual => ({ kind: 'number', value });

function valueIn(unit: Unit, value: number): string {
  switch (unit.kind) {
    case 'count':
    case 'number':
      return String(Math.max(0, Math.round(value)));
    case 'percent':
      return Math.min(100, Math.max(0, value)).toFixed(1);
    case 'percentage-points':
    case 'euro':
    case 'hours':
    case 'months':
    case 'days':
      return value.toFixed(1);
    case 'score':
      return Math.min(Number(unit.outOf), Math.max(0, value)).toFixed(1);
    default:
      return never(unit);
  }
}

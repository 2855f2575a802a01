import { never } from '../result.js';
import type { NameHints } from './name.js';
import type { Unit } from './types.js';
import { sameUnit } from './units.js';

/** Whether the way a name points holds for values of a unit: a share of realisation says nothing of a naked `3`. */
export function holds(hints: NameHints, unit: Unit): boolean {
  switch (hints.holdsFor) {
    case undefined:
      return false;
    case 'any':
      // Only a name of a time, or with that unit, objects to a duration: `Completamento …`, `entro sei mesi`.
      if (hints.direction === 'less' || !isDuration(unit)) return true;
      return hints.unit !== undefined && sameUnit(hints.unit, unit);
    case 'percent':
      return unit.kind === 'percent';
    case 'count':
      return unit.kind === 'number' || unit.kind === 'count';
    case 'time':
      return !['percent', 'percentage-points', 'euro', 'score'].includes(unit.kind);
    default:
      return never(hints.holdsFor);
  }
}

/** A time that lasts, in whatever unit it is written. */
export const isDuration = (unit: Unit): boolean =>
  ['days', 'hours', 'months'].includes(unit.kind) ||
  (unit.kind === 'count' && /^(?:giorni lavorativi|minut[oi]|settiman[ae]|ann[oi])$/.test(unit.noun));

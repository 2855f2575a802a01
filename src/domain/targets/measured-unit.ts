import type { AmountClause } from './clause.js';
import { isDuration } from './holding.js';
import type { NameHints } from './name.js';
import { unitEvidence } from './names/evidence.js';
import { compareDecimals } from './numbers.js';
import type { Reason } from './outcome.js';
import { isWord } from './phrases.js';
import { reason } from './reasons.js';
import type { Unit } from './types.js';
import type { Span, Work } from './work.js';

/** The unit of an amount: written, the noun counted, or the one its name gives away. */
export function unitOf(amount: AmountClause, noun: string, hints: NameHints, notes: Reason[], doubts: Reason[]): Unit {
  if (amount.unit !== undefined) return amount.unit;
  // `6,8 giornate` of stay are days; of training they are counted.
  if (hints.holdsFor === 'time' && /^giornat[ae]$/i.test(noun)) return { kind: 'days' };
  if (noun !== '') return { kind: 'count', noun };
  const [value = '0'] = amount.value.values;
  if (hints.percent && hints.direction !== 'less' && !amount.counted) {
    if (compareDecimals(value, '1') > 0 && compareDecimals(value, '100') <= 0) {
      notes.push(reason('unit-from-name'));
      return { kind: 'percent' };
    }
    doubts.push(reason('unit-unknown', value));
  }
  if (hints.unit !== undefined && !amount.counted) {
    notes.push(unitEvidence(hints.unit));
    return hints.unit;
  }
  // `Tempi di attesa` with `≤ 60`: sixty of what nobody says; days are what most mean.
  if (amount.operator !== undefined && hints.view?.time !== undefined && hints.holdsFor === 'time' && !amount.counted) {
    notes.push(reason('time-unit-supposed'));
    return { kind: 'days' };
  }
  return { kind: 'number' };
}

const MEASURES_NO_COUNT: readonly Unit['kind'][] = ['days', 'hours', 'months'];
const PLAIN_OR_PERCENT: readonly Unit['kind'][] = ['percent', 'percentage-points', 'number'];

/** Adds what of an amount and its unit does not go together, or does not go with the name. */
export function unitDoubts(work: Work, amount: AmountClause, unit: Unit, at: Span, doubts: Reason[]): void {
  const { hints } = work;
  const [shown = ''] = amount.value.values;
  const misplaced = amount.within && !isDuration(unit) && unit.kind !== 'percent' && unit.kind !== 'euro';
  if (amount.contradictory || misplaced) doubts.push(reason('not-understood', work.show(at)));
  if (unit.kind === 'percent' && hints.share && hints.direction === 'more' && compareDecimals(shown, '100') > 0)
    doubts.push(reason('beyond-hundred', `${shown}%`));
  // `fino a 500 imprese`: at most five hundred, or as many as that?
  if (amount.upTo && !isDuration(unit)) doubts.push(reason('direction-unknown'));
  const timed = hints.view?.time !== undefined;
  // `≥ 80 p.p.` of a share: points are the size of a change, and no change is named.
  if (unit.kind === 'percentage-points' && hints.percent && hints.change === undefined)
    doubts.push(reason('level-or-change', work.show(at)));
  if (hints.counter && !timed && MEASURES_NO_COUNT.includes(unit.kind)) doubts.push(reason('time-against-name'));
  // `Percentuale di …` with `3 report`: one of the two is wrong.
  if (hints.percent && !PLAIN_OR_PERCENT.includes(unit.kind)) doubts.push(reason('unit-unknown', work.show(at)));
  // `5 min` are minutes where a time is measured, and at least five elsewhere.
  if (amount.operator === undefined && !timed && work.tokens.some((t) => isWord(t, 'min')))
    doubts.push(reason('not-understood', work.show(at)));
}

export const isLongest = (amount: AmountClause, unit: Unit): boolean => amount.within && isDuration(unit);

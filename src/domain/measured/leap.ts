import { withUnit } from '../achievement/format.js';
import { withArticle } from '../article.js';
import { formatItalian } from '../calendar/civil-date.js';
import { absolute, compare, fromInteger, HUNDRED, multiply, type Rational, rational, subtract } from '../rational.js';
import type { Accumulation, Unit } from '../targets/types.js';
import { type Measure, unitOf } from './measure.js';
import { isCounted } from './nature.js';

/**
 * What is odd about a value far from the one that stood before it, of a measure that does not start anew: a share or a
 * mark that moves by half of its scale and at least halves or doubles; any other that falls to a quarter or grows to four
 * times, by more than a few units. What adds up along the year grows by itself; that its total falls, is said apart.
 * @param value in the measure's own unit
 * @param before the last one, in the same unit
 */
export function leaps(value: Rational, before: Rational, measure: Measure): string | undefined {
  const { last } = measure;
  if (last === undefined || !comparable(measure) || value.n < 0n || before.n <= 0n) return undefined;
  const [low, high] = compare(value, before) < 0 ? [value, before] : [before, value];
  const unit = unitOf(measure);
  if (!isFar(low, high, scaleOf(unit))) return undefined;
  const [now, then] = [value, before].map((one) => withUnit(one, unit));
  return `${now} è molto ${low === value ? 'meno' : 'più'} dell’ultimo valore (${then} ${withArticle('al', formatItalian(last.on))})`;
}

function comparable(measure: Measure): boolean {
  const { last, moment } = measure;
  switch (accumulationOf(measure)) {
    case 'level':
      return true;
    case 'accumulates':
      return false;
    case undefined: {
      const kind = unitOf(measure)?.kind;
      // Nobody has said whether it adds up: a share and a mark do not, of the rest a year's total may start again.
      return kind === 'percent' || kind === 'score' || (last?.exercise === moment?.exercise && !mayAddUp(measure));
    }
  }
}

function accumulationOf({ reading }: Measure): Accumulation | undefined {
  if (reading?.kind === 'within-period') return 'level';
  return reading !== undefined && 'accumulation' in reading ? reading.accumulation : undefined;
}

const mayAddUp = (measure: Measure): boolean => {
  const unit = unitOf(measure);
  return unit === undefined || unit.kind === 'euro' || unit.kind === 'number' || isCounted(measure, unit);
};

/** The whole of a share or of a mark; of the rest there is none. */
function scaleOf(unit: Unit | undefined): Rational | undefined {
  if (unit?.kind === 'percent') return HUNDRED;
  return unit?.kind === 'score' ? rational(unit.outOf) : undefined;
}

const TWO = fromInteger(2);
const FOUR = fromInteger(4);
/** Below this a change of small numbers is ordinary, however many times it is. */
const FEW = fromInteger(10);

function isFar(low: Rational, high: Rational, scale: Rational | undefined): boolean {
  const apart = absolute(subtract(high, low));
  if (scale !== undefined) {
    return compare(multiply(apart, TWO), scale) >= 0 && compare(multiply(low, TWO), high) <= 0;
  }
  return compare(apart, FEW) >= 0 && compare(multiply(low, FOUR), high) <= 0;
}

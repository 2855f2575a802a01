import { withArticle } from '../../article.js';
import { daysBetween, formatItalian } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../calendar/types.js';
import { isMeasure } from '../../measured/nature.js';
import { fromInteger, multiply, ONE, type Rational } from '../../rational.js';
import type { Unit } from '../../targets/types.js';
import { italianNumber, withUnit } from '../format.js';
import { shareElapsed } from '../formulas/schedule.js';
import type { TraceLine } from '../types.js';
import type { AssessmentPeriod, Case, NoFigure } from './types.js';
import { noFigure } from './types.js';

/** First and last day of an exercise. The year is four digits by the policy's and the plan's schemas. */
export const firstDay = (exercise: number): CivilDate => `${exercise}-01-01` as CivilDate;
export const lastDay = (exercise: number): CivilDate => `${exercise}-12-31` as CivilDate;

export const isFinal = (period: AssessmentPeriod): boolean => period.at >= lastDay(period.exercise);

/** How much of the target is due at the reference date. */
export interface Due {
  readonly share: Rational;
  readonly line: TraceLine | undefined;
}

const ALL_DUE: Due = { share: ONE, line: undefined };

/**
 * The share of target that a checkpoint asks for: all of it at the end or for a level, the days elapsed for a measure
 * that accumulates. When nobody knows which of the two the measure is, the policy says whether to ask.
 * @param by last day on which the target may be reached
 */
export function dueShare(situation: Case, known: Case['accumulation'], by: CivilDate): Due | NoFigure {
  const { at, exercise } = situation.period;
  if (at >= by) return ALL_DUE;
  const accumulation = known ?? situation.accumulation ?? assumed(situation.policy.interim.unknown);
  if (accumulation === undefined) {
    return noFigure('doubtful', 'non è stato detto se la misura cresce nel corso dell’anno: serve una conferma');
  }
  if (accumulation === 'level' || situation.policy.interim.accumulating === 'full-target') return ALL_DUE;
  const start = firstDay(exercise);
  const elapsed = daysBetween(start, at) + 1;
  const total = daysBetween(start, by) + 1;
  return {
    share: shareElapsed(elapsed, total),
    line: {
      label: 'Quota di tempo trascorsa',
      value: `${italianNumber(fromInteger(elapsed))} giorni su ${italianNumber(fromInteger(total))}, ${withArticle('dal', formatItalian(start))} ${withArticle('al', formatItalian(at))}`,
    },
  };
}

/** The part of a quantity that is due at the reference date. */
interface DueQuantity {
  readonly quantity: Rational;
  readonly line: TraceLine;
}

/**
 * The part due of what has to be reached: of things counted one by one a whole number, rounded down, since nobody can do a
 * third of a report.
 * @param full the whole target
 * @param counted whether it is of things counted, where the target alone does not tell: `+5%` of 11 meetings is 11.55
 */
export function dueQuantity(
  full: Rational,
  share: Rational,
  unit: Unit,
  counted = unit.kind === 'count' || isWhole(full),
): DueQuantity {
  const exact = multiply(full, share);
  const whole = counted && isCounted(unit) ? { n: floor(exact), d: 1n } : exact;
  const cut = whole.n * exact.d !== exact.n * whole.d;
  const parts = `${italianNumber({ n: share.n, d: 1n })}/${italianNumber({ n: share.d, d: 1n })}`;
  return {
    quantity: whole,
    line: {
      label: 'Target alla data',
      value: `${withUnit(full, unit)} × ${parts} ${equals(withUnit(exact, unit))}${cut ? `, cioè ${withUnit(whole, unit)}: la quota di un conteggio è intera` : ''}`,
    },
  };
}

/** `= 8`, or `≈ 8,2650` where the figure is rounded. */
const equals = (figure: string): string => (figure.startsWith('≈') ? figure : `= ${figure}`);

/** What has not to be exceeded in the year is exceeded only when it is: until then the whole of it is there. */
export const ceilingLine = (full: Rational, unit: Unit): TraceLine => ({
  label: 'Target alla data',
  value: `${withUnit(full, unit)}: un tetto annuale vale per intero finché non è superato`,
});

/** A plain number with a whole target is taken for a count: it accumulates, one by one. */
export const isCounted = (unit: Unit): boolean =>
  unit.kind === 'number' || (unit.kind === 'count' && !isMeasure(unit.noun));

export const isWhole = ({ n, d }: Rational): boolean => n % d === 0n;

function floor({ n, d }: Rational): bigint {
  const down = n / d;
  return n < 0n && down * d !== n ? down - 1n : down;
}

function assumed(rule: Case['policy']['interim']['unknown']): Case['accumulation'] {
  if (rule === 'doubtful') return undefined;
  return rule === 'as-level' ? 'level' : 'accumulates';
}

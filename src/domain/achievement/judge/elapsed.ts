import { daysBetween, formatItalian } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../calendar/types.js';
import { italianNumber } from '../format.js';
import { shareElapsed } from '../formulas/schedule.js';
import { ONE, type Rational } from '../rational.js';
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
      value: `${italianNumber({ n: BigInt(elapsed), d: 1n })} giorni su ${italianNumber({ n: BigInt(total), d: 1n })}, dal ${formatItalian(start)} al ${formatItalian(at)}`,
    },
  };
}

function assumed(rule: Case['policy']['interim']['unknown']): Case['accumulation'] {
  if (rule === 'doubtful') return undefined;
  return rule === 'as-level' ? 'level' : 'accumulates';
}

import { addMonths } from './calendar/civil-date.js';
import type { CheckpointPeriod, CivilDate } from './calendar/types.js';
import type { Indicator } from './plan.js';

/**
 * Whether a value can be known by the day a checkpoint wants it. The collection of the year's final values asks for all of
 * them: after it nobody would.
 * @param dueOn last day on which the checkpoint wants its values
 */
export const canBeKnown = (
  { knownFrom }: Pick<Indicator, 'knownFrom'>,
  { final }: Pick<CheckpointPeriod, 'final'>,
  dueOn: CivilDate,
): boolean => final === true || knownFrom === undefined || knownFrom <= dueOn;

/** From when the same indicator can be known in the exercise after. */
export const knownAYearLater = ({ knownFrom }: Pick<Indicator, 'knownFrom'>): CivilDate | undefined =>
  knownFrom === undefined ? undefined : addMonths(knownFrom, 12);

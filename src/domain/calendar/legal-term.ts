import { daysBetween } from './civil-date.js';
import type { CivilDate, DatedStep } from './types.js';

/** What is needed of a step to know the term of the law. */
type WithTerm = Pick<DatedStep, 'norm' | 'nominalDueOn' | 'legalTerm'>;

/**
 * The day the law sets for a step: neither the working day it was moved to, nor an earlier day of the body's own, nor an extension
 * change it. Undefined where only the body sets a term. Calendars planned before this was written with them say it by their
 * nominal deadline.
 */
export const legalTermOf = ({ norm, nominalDueOn, legalTerm }: WithTerm): CivilDate | undefined =>
  norm.force === 'law' ? (legalTerm ?? nominalDueOn) : undefined;

/** What tells when a step was done. */
interface Done {
  readonly completedOn: CivilDate | undefined;
  /** Date of the act that approved; absent of what no act ends. */
  readonly actedOn: CivilDate | undefined;
}

/**
 * The day that counts for whether something was done in time: of what a board approves the date of its act, whenever it was
 * recorded.
 */
export const doneOn = ({ completedOn, actedOn }: Done): CivilDate | undefined =>
  completedOn === undefined ? undefined : (actedOn ?? completedOn);

/** Calendar days past a term: 0 in time. */
export const daysPast = (term: CivilDate, day: CivilDate): number => Math.max(0, daysBetween(term, day));

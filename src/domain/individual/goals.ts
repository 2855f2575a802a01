import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { never } from '../result.js';
import type { SheetGoal } from './sheet-goal.js';
import type { Passage } from './stages.js';
import type { SheetStage } from './types.js';

/** Whether somebody may say that the step has ended although sheets are missing: a talk that was not held in time never will be. */
export const endsByHand = (goal: SheetGoal): boolean => goal === 'talked';

/** Which step of the calendar a passage belongs to, by what that step waits for. */
export function goalOf(passage: Passage): SheetGoal | undefined {
  switch (passage) {
    case 'propose':
    case 'accept':
    case 'object':
    case 'assign':
      return 'assigned';
    case 'note-talk':
      return 'talked';
    case 'evaluate-self':
    case 'evaluate':
    case 'observe':
    case 'ask-second-instance':
    case 'decide-second-instance':
    case 'ask-conciliation':
    case 'conclude-conciliation':
    case 'sign-off':
      return 'evaluated';
    // Done when there is a reason to, whatever step is open.
    case 'change':
    case 'withdraw-request':
    case 'return-proposal':
    case 'leave-unevaluated':
    case 'take-up-again':
      return undefined;
    default:
      return never(passage);
  }
}

/** What of a cycle's sheets says whether a step has what it waits for. */
export interface SheetsStanding {
  readonly sheets: readonly { readonly stage: SheetStage; readonly from: CivilDate; readonly to: CivilDate }[];
  /** People, or posts of theirs, that have no sheet yet. */
  readonly lacking: number;
  /** Whether everything that is published of rewards is. */
  readonly published: boolean;
}

/** The days of a step. */
interface GoalDays {
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
}

/**
 * How much a step still waits for: sheets and posts without one, or for the publication one thing. A body that has no sheet at all is
 * one that has not begun: nothing is ever reached there.
 */
export function leftOf(goal: SheetGoal, { sheets, lacking, published }: SheetsStanding, days: GoalDays): number {
  switch (goal) {
    case 'assigned':
      return lacking + Math.max(sheets.filter(({ stage }) => BEFORE.includes(stage)).length, noneOf(sheets));
    case 'talked':
      return Math.max(
        sheets.filter((one) => NOT_TALKED.includes(one.stage) && talksWithin(one, days)).length,
        noneOf(sheets),
      );
    case 'evaluated':
      return lacking + Math.max(sheets.filter(({ stage }) => !ENDED.includes(stage)).length, noneOf(sheets));
    case 'published':
      return published ? 0 : 1;
    default:
      return never(goal);
  }
}

const BEFORE: readonly SheetStage[] = ['proposed', 'objected', 'accepted'];
const NOT_TALKED: readonly SheetStage[] = [...BEFORE, 'assigned'];
const ENDED: readonly SheetStage[] = ['signed-off', 'not-evaluated'];

const noneOf = (sheets: readonly unknown[]): number => (sheets.length === 0 ? 1 : 0);

/** The day from which the half-way talk of a period is waited for. */
export const middleOf = (from: CivilDate, to: CivilDate): CivilDate =>
  addDays(from, Math.floor(daysBetween(from, to) / 2));

/** Whether the talk of a period falls within a step: a stay that ended before it, or is not half over after it, has its own time. */
const talksWithin = ({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }, days: GoalDays): boolean =>
  to >= days.opensOn && middleOf(from, to) <= days.dueOn;

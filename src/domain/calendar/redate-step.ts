import { maxDate } from './civil-date.js';
import { closingInstant } from './plan-calendar.js';
import { type NoticePolicy, planNotices } from './plan-notices.js';
import type { CivilDate, DatedStep } from './types.js';
import { moveForHoliday, type WorkingDays } from './working-days.js';

interface RedateContext {
  readonly policy: NoticePolicy;
  readonly days: WorkingDays;
  /** The day the new deadline is decided: prompts that would have left by then are not planned any more. */
  readonly decidedOn: CivilDate;
}

/**
 * The step with a new deadline, after an extension or a reopening: the deadline moves for a day off as the step's own
 * rule says, but never before the day it is decided or the opening, and the notices are planned anew. The opening stays
 * among them, under its old day, so that it is not sent twice nor lost while the step still waits.
 * @param newDueOn as decided, not before `decidedOn`
 */
export function redateStep(step: DatedStep, newDueOn: CivilDate, context: RedateContext): DatedStep {
  const earliest = maxDate(step.opensOn, context.decidedOn);
  if (newDueOn < earliest) throw new RangeError(`new deadline ${newDueOn} of ${step.id} is before ${earliest}`);
  const moved = moveForHoliday(newDueOn, step.onHoliday, context.days);
  const dueOn = moved < earliest ? newDueOn : moved;
  const notices = planNotices(dueOn, step.opensOn, step.kind, context.policy, context.days);
  return {
    ...step,
    nominalDueOn: newDueOn,
    dueOn,
    dueAt: closingInstant(dueOn),
    notices: notices.filter((n) => n.kind === 'opening' || n.on > context.decidedOn),
  };
}

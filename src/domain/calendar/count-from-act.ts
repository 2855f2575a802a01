import { addDays, maxDate } from './civil-date.js';
import { closingInstant, openingInstant } from './plan-calendar.js';
import { type NoticePolicy, planNotices } from './plan-notices.js';
import type { CivilDate, DatedStep } from './types.js';
import { addWorkingDays, moveForHoliday, type WorkingDays } from './working-days.js';

/**
 * The step with its dates counted from the day of the act they count from; one that counts from none stays as it is.
 * @param actDate the day the board decided, as its act says
 */
export function datedFromAct(
  step: DatedStep,
  actDate: CivilDate,
  { days, policy }: { readonly days: WorkingDays; readonly policy: NoticePolicy },
): DatedStep {
  const from = step.countsFrom;
  if (from === undefined) return step;
  const opensOn = from.opensAfter === undefined ? step.opensOn : addDays(actDate, from.opensAfter);
  const counted = from.unit === 'days' ? addDays(actDate, from.amount) : addWorkingDays(actDate, from.amount, days);
  const nominalDueOn = maxDate(counted, opensOn);
  const dueOn = maxDate(moveForHoliday(nominalDueOn, step.onHoliday, days), opensOn);
  return {
    ...step,
    opensOn,
    opensAt: openingInstant(opensOn),
    nominalDueOn,
    dueOn,
    dueAt: closingInstant(dueOn),
    legalTerm: step.legalTerm === undefined ? undefined : nominalDueOn,
    notices: planNotices(dueOn, opensOn, step.kind, policy, days),
  };
}

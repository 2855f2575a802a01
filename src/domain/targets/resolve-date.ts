import { civilDate, isValidDate, lastDayOfMonth } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Reason, TargetContext } from './outcome.js';
import { reason } from './reasons.js';
import type { WrittenDate } from './written-date.js';

/** A written date on the calendar, with what had to be assumed and what is doubtful. */
interface ResolvedDate {
  readonly date?: CivilDate;
  readonly doubts: readonly Reason[];
  readonly notes: readonly Reason[];
}

/** Years a target may lie away from its exercise before a typing error is likelier. */
const NEAR_YEARS = 4;

/** Places a written date on the calendar; `shown` is the text to quote in a doubt. */
export function resolveDate(written: WrittenDate, context: TargetContext, shown: string): ResolvedDate {
  const exercise = context.year;
  const year = written.year ?? (exercise === undefined ? undefined : exercise + written.yearOffset);
  if (year === undefined) return { doubts: [reason('year-missing', shown)], notes: [] };
  const doubts: Reason[] = [];
  const notes: Reason[] = [];
  if (written.counted) doubts.push(reason('counted-date', shown));
  if (written.year === undefined) notes.push(reason('year-from-exercise'));
  else if (exercise === undefined ? year < 2000 || year > 2060 : Math.abs(year - exercise) > NEAR_YEARS) {
    doubts.push(reason('year-far', String(year)));
    // What is due the year before is due by then: budgets and programmes. Earlier still is a slip of the pen.
  } else if (exercise !== undefined && year < exercise - 1) doubts.push(reason('year-past', String(year)));
  else if (exercise !== undefined && year > exercise + 1) notes.push(reason('term-of-another-year', String(year)));
  else if (exercise !== undefined && year !== exercise) notes.push(reason('date-outside-exercise', String(exercise)));
  return { ...onCalendar(year, written, doubts, shown), notes };
}

function onCalendar(
  year: number,
  { month, day }: WrittenDate,
  doubts: Reason[],
  shown: string,
): { date?: CivilDate; doubts: readonly Reason[] } {
  if (day === undefined) return { date: civilDate(year, month, lastDayOfMonth(year, month)), doubts };
  if (isValidDate({ year, month, day })) return { date: civilDate(year, month, day), doubts };
  const wrong = [...doubts, reason('no-such-date', shown)];
  // Month and day swapped, or a day past the month's end: propose what was meant, and ask.
  if (isValidDate({ year, month: day, day: month })) return { date: civilDate(year, day, month), doubts: wrong };
  if (month >= 1 && month <= 12 && day >= 29 && day <= 31)
    return { date: civilDate(year, month, lastDayOfMonth(year, month)), doubts: wrong };
  return { doubts: wrong };
}

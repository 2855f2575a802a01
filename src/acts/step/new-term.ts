import { addMonths } from '../../domain/calendar/civil-date.js';
import type { CivilDate, DatedStep } from '../../domain/calendar/types.js';
import { workingDays } from '../../domain/calendar/working-days.js';
import type { Refusal } from '../../domain/refusal.js';
import { termWords as words } from '../../words/new-term.js';
import type { FieldWords } from '../act.js';
import { yesNo } from '../readers.js';

type Norm = DatedStep['norm'];

/** A term farther away than this is asked about: as a rule its year was mistyped. */
const FAR_MONTHS = 24;

/** The box that says that a term is far away on purpose. */
export const farField = { far: yesNo() };

export const farWords = { far: { page: 'lontana', label: words.far } satisfies FieldWords };

/** Whether the year of a new term is to be confirmed, at the box that confirms it. */
export function askIfFar(
  today: CivilDate,
  { due, far }: { readonly due?: CivilDate | undefined; readonly far?: boolean | undefined },
): readonly Refusal[] {
  if (due === undefined || far === true || due <= addMonths(today, FAR_MONTHS)) return [];
  return [{ field: 'far', text: words.askFar(due) }];
}

/** What is said of a new term beside its day: why it is not the day that was asked, and that the law's own term stays. */
export function saidOfTerm(asked: CivilDate, dueOn: CivilDate, force: Norm['force']): string {
  const moved =
    dueOn === asked ? undefined : words.moved(asked, workingDays().whyClosed(asked) ?? words.patronSaint, dueOn);
  const law = force === 'law' ? words.law : undefined;
  return [moved, law].flatMap((one) => (one === undefined ? [] : [` ${one}`])).join('');
}

import type { AboutEntry } from './about-body.js';
import { addDays, addMonths, daysBetween, weekday } from './calendar/civil-date.js';
import type { NoticePolicy } from './calendar/plan-notices.js';
import type { CivilDate, Instant } from './calendar/types.js';
import { addWorkingDays, type WorkingDays, workingDaysBetween } from './calendar/working-days.js';
import { romeDate, romeInstant, timeOfDay } from './calendar/zone.js';
import type { Questionnaire } from './context/check-up.js';
import type { FinancialDefinitions } from './finance/definitions.js';
import type { Checklist } from './oiv/checklist.js';
import type { SourcePlace } from './plan.js';
import type { SeriesRelation, SeriesTable } from './series.js';

/** What a body follows beside its cycles. */
export type FollowedKind = 'obligation' | 'improvement' | 'corrective';

/** How an obligation of publication stands. */
export type ObligationState = 'fulfilled' | 'updating' | 'unfulfilled';
/** How an action stands: of the improvement plan, or against a result far from its target. */
export type ActionState = 'planned' | 'under-way' | 'done' | 'abandoned';
export type FollowedState = ObligationState | ActionState;

const ACTION_STATES: readonly ActionState[] = ['planned', 'under-way', 'done', 'abandoned'];

export const STATES_OF: Readonly<Record<FollowedKind, readonly FollowedState[]>> = {
  obligation: ['fulfilled', 'updating', 'unfulfilled'],
  improvement: ACTION_STATES,
  corrective: ACTION_STATES,
};

/** An obligation or action as the data files give it. */
export interface FollowedItem {
  readonly kind: FollowedKind;
  /** `personale/8`, `rendicontazione/2` */
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly source: SourcePlace;
  readonly norm?: string;
  /** Last day on which its norm was in force; absent while it is. */
  readonly validTo?: CivilDate;
  /** What the document says of it, verbatim; empty when it says nothing. */
  readonly stated: string;
  readonly statedOn?: CivilDate;
  /** Role or `ufficio:<id>` that answers for it. */
  readonly owner?: string;
  /** How often it falls due again. */
  readonly everyMonths?: number;
  readonly dueOn?: CivilDate;
}

/** A chapter of the body's series. */
export interface SeriesChapter {
  readonly id: string;
  readonly title: string;
  /** Role or `ufficio:<id>` that adds a year to its series, beside controllo di gestione. */
  readonly owner?: string;
  readonly tables: readonly SeriesTable[];
}

/** Who the body is and what has been observed of it, beside any exercise. */
export interface BodyProfile {
  readonly mission?: string;
  readonly vision?: string;
  readonly source?: SourcePlace;
  readonly chapters: readonly SeriesChapter[];
  /** Those whose opinion is asked for, as the body names them. */
  readonly stakeholders: readonly string[];
  /** What must hold among the rows of its series. */
  readonly relations?: readonly SeriesRelation[];
  readonly finance?: FinancialDefinitions;
  readonly checkUp?: Questionnaire;
  /** What its OIV looks at before it validates a Relazione. */
  readonly validation?: Checklist;
  /** Who it is, as its files say; people may have changed it since (`aboutBody`). */
  readonly about?: readonly AboutEntry[];
}

/**
 * How an obligation stands by the words of the document, when they are the usual ones; an empty cell, or other words,
 * say nothing for certain.
 */
export function stateAsWritten(stated: string): ObligationState | undefined {
  const words = stated.trim().toLowerCase();
  if (words.startsWith('compliance')) return 'fulfilled';
  return words === 'in aggiornamento' ? 'updating' : undefined;
}

/** Whether nothing more has to be done: an obligation that comes round again is never over. */
export const isOver = (state: FollowedState | undefined): boolean => state === 'done' || state === 'abandoned';

/** When something is due, as its norm allows: what would be due after its norm has ended is not due any more. */
export const dueWhileValid = (dueOn: CivilDate | null, validTo: CivilDate | null): CivilDate | null =>
  dueOn !== null && validTo !== null && dueOn > validTo ? null : dueOn;

/**
 * When something that comes round falls due next after it was settled on a day. Terms are counted from the one it had. A
 * term near enough, in the second half of its period, is the one that was settled: said a second time soon after, it
 * changes nothing. Undefined when it does not come round.
 */
export function nextDue(
  dueOn: CivilDate | undefined,
  everyMonths: number | undefined,
  settledOn: CivilDate,
): CivilDate | undefined {
  if (everyMonths === undefined) return undefined;
  const start = dueOn ?? settledOn;
  for (let turn = dueOn === undefined ? 1 : 0; ; turn++) {
    const due = addMonths(start, turn * everyMonths);
    const period = daysBetween(addMonths(start, (turn - 1) * everyMonths), due);
    if (2 * daysBetween(settledOn, due) > period) return due;
  }
}

/** Hour in Rome after which no reminder leaves any more that day. */
const OFFICES_CLOSE = timeOfDay(18);

/** A day on which reminders of what is followed leave. */
export interface ReminderDay {
  readonly on: CivilDate;
  /** When they leave, by the policy. */
  readonly at: Instant;
  /** On the first working day of a week they speak of everything near or late, on others of what reaches its day. */
  readonly weekly: boolean;
}

/** The reminders that leave now; undefined at night, on days off, and before the policy's hour. */
export function reminderDay(
  now: Instant,
  policy: Pick<NoticePolicy, 'at'>,
  days: WorkingDays,
): ReminderDay | undefined {
  const on = romeDate(now);
  const leaves = romeInstant(on, policy.at);
  if (!days.isWorkingDay(on) || now < leaves || now >= romeInstant(on, OFFICES_CLOSE)) return undefined;
  const monday = addDays(on, 1 - weekday(on));
  return { on, at: leaves, weekly: workingDaysBetween(addDays(monday, -1), on, days) === 1 };
}

/** Whether a reminder of a day speaks of something due on `dueOn`, by the days of the policy that steps are reminded by. */
export function isReminded(
  dueOn: CivilDate,
  { on, weekly }: ReminderDay,
  policy: Pick<NoticePolicy, 'reminders' | 'late'>,
  days: WorkingDays,
): boolean {
  const left = workingDaysBetween(on, dueOn, days);
  if (weekly) return dueOn < on || left <= Math.max(0, ...policy.reminders);
  if (dueOn === on) return true;
  if (dueOn < on) return policy.late.some((n) => addWorkingDays(dueOn, n, days) === on);
  return policy.reminders.some((n) => addWorkingDays(dueOn, -n, days) === on);
}

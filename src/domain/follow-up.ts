import type { AboutEntry } from './about-body.js';
import type { MissionScheme } from './body-kind.js';
import { addDays, addMonths, daysBetween, weekday } from './calendar/civil-date.js';
import type { NoticePolicy } from './calendar/plan-notices.js';
import type { CivilDate, Instant } from './calendar/types.js';
import { nextWorkingDay, previousWorkingDay, type WorkingDays, workingDaysBetween } from './calendar/working-days.js';
import { romeDate, romeInstant, timeOfDay } from './calendar/zone.js';
import type { Questionnaire } from './context/check-up.js';
import type { FinancialDefinitions } from './finance/definitions.js';
import type { Checklist } from './oiv/checklist.js';
import type { SourcePlace } from './plan.js';
import type { SeriesRelation, SeriesTable } from './series.js';

/** What a body follows beside its cycles. */
export const FOLLOWED_KINDS = ['obligation', 'improvement', 'corrective'] as const;

export type FollowedKind = (typeof FOLLOWED_KINDS)[number];

/** How an obligation of publication stands. */
type ObligationState = 'fulfilled' | 'updating' | 'unfulfilled';
/** How an action stands: of the improvement plan, or against a result far from its target. */
type ActionState = 'planned' | 'under-way' | 'done' | 'abandoned';
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
  /** What the missions and programmes of its budget are called, by code. */
  readonly missions?: MissionScheme['titles'];
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

/** Whether nobody is asked for it any more: over, or an obligation that is fulfilled and does not come round. */
export const isDone = (item: {
  readonly state: FollowedState | undefined;
  readonly everyMonths: number | null;
}): boolean => isOver(item.state) || (item.state === 'fulfilled' && item.everyMonths === null);

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

/** A day on which mails that are not of a step leave. */
export interface ReminderDay {
  readonly on: CivilDate;
  /** When they leave, by the policy. */
  readonly at: Instant;
  /** Its hours have passed. */
  readonly over?: true;
}

/** Which hours count: those that are open now or, where a calendar runs through them before anybody looks, the last that were. */
export type MailHours = 'open' | 'latest';

/** A working day between the policy's hour and the evening; at any other time undefined, or the last there was. */
export function mailingDay(
  now: Instant,
  { at }: Pick<NoticePolicy, 'at'>,
  days: WorkingDays,
  hours: MailHours = 'open',
): ReminderDay | undefined {
  const on = romeDate(now);
  const begun = now >= romeInstant(on, at);
  if (days.isWorkingDay(on) && begun && now < romeInstant(on, OFFICES_CLOSE)) return { on, at: romeInstant(on, at) };
  if (hours === 'open') return undefined;
  const last = previousWorkingDay(begun ? on : addDays(on, -1), days);
  return { on: last, at: romeInstant(last, at), over: true };
}

/** The first working day of a week, on which the lists of what is followed leave; as `mailingDay` on the others. */
export function reminderDay(
  now: Instant,
  policy: Pick<NoticePolicy, 'at'>,
  days: WorkingDays,
  hours: MailHours = 'open',
): ReminderDay | undefined {
  const day = mailingDay(now, policy, days, hours);
  if (day === undefined) return undefined;
  const first = nextWorkingDay(addDays(day.on, 1 - weekday(day.on)), days);
  if (first === day.on) return day;
  return hours === 'open' ? undefined : { on: first, at: romeInstant(first, policy.at), over: true };
}

/** Working days of a week: what falls due before the next list is in this one. */
const A_WEEK = 5;

/** Whether the list of a day speaks of something due on `dueOn`: late, due within the week or within the policy's longest notice. */
export function isReminded(
  dueOn: CivilDate,
  { on }: ReminderDay,
  policy: Pick<NoticePolicy, 'reminders'>,
  days: WorkingDays,
): boolean {
  return dueOn < on || workingDaysBetween(on, dueOn, days) <= Math.max(A_WEEK, ...policy.reminders);
}

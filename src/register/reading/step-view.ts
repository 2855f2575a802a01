import { daysBetween } from '../../domain/calendar/civil-date.js';
import { daysPast, doneOn } from '../../domain/calendar/legal-term.js';
import type { CivilDate, DatedStep, Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import type { StepStatus } from '../cycle-tables.js';

/** A step as the register has it; the plan without its notices, which no page lists. */
export interface StepRow {
  readonly id: string;
  readonly ordinal: number;
  readonly planned: Omit<DatedStep, 'notices'>;
  readonly status: StepStatus;
  readonly dueOn: CivilDate;
  readonly openedAt: Instant | null;
  readonly completedAt: Instant | null;
  /** Date of the act that approved what came before its board; null before any, or without a board. */
  readonly actedOn: CivilDate | null;
  /** 1, and one more for each reopening. */
  readonly run: number;
  readonly waitingFor: readonly string[];
  readonly note: string | null;
  /** Why it does not go on, for who can mend it; null when nothing is wrong. */
  readonly trouble: string | null;
}

/** A step as pages show it on a day. */
export interface StepView extends Omit<StepRow, 'openedAt' | 'completedAt' | 'actedOn'> {
  readonly openedOn?: CivilDate;
  /** Roles, offices or people it waits for while it is open. */
  readonly waitingFor: readonly string[];
  /** Day it ended, also by cancellation. */
  readonly completedOn?: CivilDate;
  /** Date of the act that ended it, of what a board approves. */
  readonly actedOn?: CivilDate;
  /** Days between the due date and the date of its act, or its end, or today while it is not ended; 0 when on time. */
  readonly lateDays: number;
  /** Days between the planned opening and today, while it has not opened; 0 otherwise. */
  readonly openingLateDays: number;
  /** Days left to the due date, of a step that has not ended and is not late. */
  readonly daysLeft?: number;
  /** The due date is no longer the planned one. */
  readonly extended: boolean;
  /** The due date moved because it fell on a day off. */
  readonly moved: boolean;
}

/**
 * @param today day the calendar shows
 * @param awaited who a step really waits for where more is known than its roles: the offices a checkpoint misses
 */
export function stepView(row: StepRow, today: CivilDate, awaited?: readonly string[]): StepView {
  const { openedAt, completedAt, actedOn, ...rest } = row;
  const openedOn = openedAt === null ? undefined : romeDate(openedAt);
  const completedOn = completedAt === null ? undefined : romeDate(completedAt);
  const ended = row.status === 'done' || row.status === 'cancelled';
  const acted = completedOn === undefined ? undefined : (actedOn ?? undefined);
  const lateDays =
    row.status === 'cancelled' ? 0 : daysPast(row.dueOn, doneOn({ completedOn, actedOn: acted }) ?? today);
  const waiting = row.status === 'waiting' && openedOn === undefined;
  // The workflow marks lateness a moment after midnight: until then the dates already say it.
  const status = row.status === 'open' && lateDays > 0 ? 'late' : row.status;
  return {
    ...rest,
    status,
    // What does not go on waits for who mends it, whatever else is missing.
    waitingFor:
      (row.trouble === null ? awaited : undefined) ?? (row.waitingFor.length > 0 ? row.waitingFor : row.planned.owners),
    openedOn,
    completedOn,
    actedOn: acted,
    lateDays,
    openingLateDays: waiting ? Math.max(0, daysBetween(row.planned.opensOn, today)) : 0,
    daysLeft: ended || lateDays > 0 ? undefined : daysBetween(today, row.dueOn),
    extended: row.dueOn !== row.planned.dueOn,
    moved: row.planned.nominalDueOn !== row.planned.dueOn,
  };
}

/** Past its due date and not ended, opened or not. */
export const isLate = (step: StepView): boolean =>
  step.lateDays > 0 && step.status !== 'done' && step.status !== 'cancelled';

/** The steps a step still has to wait for before it can open. */
export function stepsAwaited(step: StepView, byId: ReadonlyMap<string, StepView>): readonly StepView[] {
  return step.planned.after.flatMap((id) => {
    const before = byId.get(id);
    return before === undefined || before.status === 'done' ? [] : [before];
  });
}

/** Something that comes within the next days. */
export interface Upcoming {
  readonly on: CivilDate;
  readonly what: 'opens' | 'due';
  readonly step: StepView;
}

/** Openings and due dates from today to `days` later, by date; what is already late or ended is not among them. */
export function upcoming(steps: readonly StepView[], today: CivilDate, days: number): readonly Upcoming[] {
  const within = (on: CivilDate): boolean => on >= today && daysBetween(today, on) <= days;
  return steps
    .flatMap((step): Upcoming[] => {
      if (step.status === 'done' || step.status === 'cancelled') return [];
      const opens = step.status === 'waiting' && within(step.planned.opensOn);
      return [
        ...(opens ? [{ on: step.planned.opensOn, what: 'opens' as const, step }] : []),
        ...(within(step.dueOn) ? [{ on: step.dueOn, what: 'due' as const, step }] : []),
      ];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

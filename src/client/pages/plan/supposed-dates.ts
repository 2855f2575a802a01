import { maxDate } from '../../../domain/calendar/civil-date.js';
import { redateStep } from '../../../domain/calendar/redate-step.js';
import type { CivilDate, DatedCalendar, DatedStep, PlannedNotice } from '../../../domain/calendar/types.js';
import { workingDays } from '../../../domain/calendar/working-days.js';
import type { Entity } from '../../../domain/entity.js';
import type { StepStatus } from '../../../register/cycle-tables.js';

/** A step as it stands: planned, and with the deadline it has now. */
export interface StandingStep {
  readonly id: string;
  readonly planned: DatedStep;
  readonly status: StepStatus;
  readonly dueOn: CivilDate;
}

type Dates = Pick<DatedStep, 'opensOn' | 'dueOn'>;

/** What would change of one step. */
export interface DateChange {
  readonly step: StandingStep;
  readonly now: Dates;
  readonly would: Dates;
  /** The deadline asked, when a day off moves it. */
  readonly asked?: CivilDate;
  readonly gone: readonly PlannedNotice[];
  readonly added: readonly PlannedNotice[];
}

/** A step that waits for the one moved. */
export interface KnockOn {
  readonly step: StandingStep;
  /** Its own deadline comes before what it waits for would be due. */
  readonly late: boolean;
}

const ended = ({ status }: StandingStep): boolean => status === 'done' || status === 'cancelled';

/** The first day a step may be put off to. */
export const earliestFor = ({ planned }: StandingStep, today: CivilDate): CivilDate => maxDate(planned.opensOn, today);

/**
 * What an extension would change, as the workflow would compute it if it were decided today.
 * @param dueOn not before `earliestFor`
 */
export function supposedExtension(
  step: StandingStep,
  dueOn: CivilDate,
  entity: Pick<Entity, 'notices' | 'patronSaint'>,
  today: CivilDate,
): DateChange {
  const context = { policy: entity.notices, days: workingDays(entity.patronSaint), decidedOn: today };
  const redated = redateStep(step.planned, dueOn, context);
  const current =
    step.dueOn === step.planned.dueOn || step.dueOn < earliestFor(step, today)
      ? step.planned
      : redateStep(step.planned, step.dueOn, context);
  return {
    step,
    now: { opensOn: step.planned.opensOn, dueOn: step.dueOn },
    would: { opensOn: redated.opensOn, dueOn: redated.dueOn },
    asked: redated.dueOn === dueOn ? undefined : dueOn,
    ...noticesChanged(current.notices, redated.notices, today),
  };
}

/** Steps not ended that wait for one, near or far, and would have to open after it is due; in the order of the calendar. */
export function knockOns(steps: readonly StandingStep[], moved: StandingStep, dueOn: CivilDate): readonly KnockOn[] {
  const waiting = new Set([moved.id]);
  const found: KnockOn[] = [];
  let grew = true;
  while (grew) {
    const next = steps.filter((s) => !waiting.has(s.id) && s.planned.after.some((id) => waiting.has(id)));
    grew = next.length > 0;
    for (const step of next) waiting.add(step.id);
  }
  for (const step of steps) {
    if (step.id === moved.id || !waiting.has(step.id) || ended(step) || step.planned.opensOn > dueOn) continue;
    found.push({ step, late: step.dueOn < dueOn });
  }
  return found;
}

/** What differs between two calendars of the same cycle; steps that have ended are told apart by their state. */
export function calendarChanges(
  now: DatedCalendar,
  then: DatedCalendar,
  steps: readonly StandingStep[],
  today: CivilDate,
): readonly DateChange[] {
  const standing = new Map(steps.map((step) => [step.id, step]));
  const later = new Map(then.steps.map((step) => [step.id, step]));
  return now.steps.flatMap((planned) => {
    const step = standing.get(planned.id);
    const changed = later.get(planned.id);
    if (step === undefined || changed === undefined) return [];
    if (planned.dueOn === changed.dueOn && planned.opensOn === changed.opensOn) return [];
    return [
      {
        step,
        now: { opensOn: planned.opensOn, dueOn: planned.dueOn },
        would: { opensOn: changed.opensOn, dueOn: changed.dueOn },
        ...(ended(step) ? { gone: [], added: [] } : noticesChanged(planned.notices, changed.notices, today)),
      },
    ];
  });
}

/** Notices still to leave that would not leave any more, or on another day. */
function noticesChanged(
  now: readonly PlannedNotice[],
  then: readonly PlannedNotice[],
  today: CivilDate,
): Pick<DateChange, 'gone' | 'added'> {
  const missingIn = (others: readonly PlannedNotice[]) => (notice: PlannedNotice) =>
    notice.on > today && !others.some((other) => other.kind === notice.kind && other.on === notice.on);
  return { gone: now.filter(missingIn(then)), added: then.filter(missingIn(now)) };
}

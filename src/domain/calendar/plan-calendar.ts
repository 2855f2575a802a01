import { type Entity, roleCalled } from '../entity.js';
import { err, ok, type Result } from '../result.js';
import { checkTemplate } from './check-template.js';
import { countedFrom } from './counted-from.js';
import { type DatedEntry, dateCalendar } from './date-calendar.js';
import { type NoticePolicy, planNotices } from './plan-notices.js';
import type { CalendarProblem } from './problems.js';
import type { CalendarTemplate } from './template.js';
import type { CivilDate, DatedCalendar, DatedStep, Instant } from './types.js';
import { type WorkingDays, workingDays } from './working-days.js';
import { romeInstant, timeOfDay } from './zone.js';

export interface PlanOptions {
  readonly entity: Entity;
  /** The year Y the Piano is about; the cycle runs from June Y-1 to June Y+1. */
  readonly exercise: number;
  /** Last day for the budget when the law has postponed it; absent: what the entity says of this exercise, if anything. */
  readonly budgetTerm?: CivilDate | undefined;
  /** The act that postponed it, as it is cited; absent: as the template cites it. */
  readonly budgetNorm?: string | undefined;
  /** Kinds of documents that are drafts with sections: their preparers transmit them. Absent: none is. */
  readonly drafted?: readonly string[] | undefined;
  /** Whether the body's rules say how people are evaluated; absent: they do not, and no task ends with their sheets. */
  readonly evaluates?: boolean | undefined;
  /** When people are written to; absent: as the entity says. */
  readonly notices?: NoticePolicy | undefined;
}

/** Steps open when offices do: the instant of 08:00 in Italy. */
export const openingInstant = (date: CivilDate): Instant => romeInstant(date, timeOfDay(8));

/** Deadlines last until the day is over: the instant of 23:59:59 in Italy. */
export const closingInstant = (date: CivilDate): Instant => romeInstant(date, timeOfDay(23, 59, 59));

/**
 * Makes a template concrete for an entity and an exercise: every opening, deadline and notice, as data.
 *
 * A norm that is not in force on the deadline of its step refuses the calendar instead of warning: a plan that cites a
 * law which is not there would be printed, signed and acted upon. A step may cite several norms, one after the other in
 * time, and a template may revise a step from an exercise on.
 * @returns the calendar, steps in the order of the template; or everything that is wrong with it, each with its field
 */
export function planCalendar(
  template: CalendarTemplate,
  { entity, exercise, ...options }: PlanOptions,
): Result<DatedCalendar, readonly CalendarProblem[]> {
  const unsound = checkTemplate(template, entity);
  if (unsound.length > 0) return err(unsound);
  const days = workingDays(entity.patronSaint);
  const budgetTerm = options.budgetTerm ?? entity.budgetTerms?.find((b) => b.exercise === exercise)?.term;
  const dated = dateCalendar(template, {
    exercise,
    days,
    budgetTerm,
    budgetNorm: options.budgetNorm,
    checkpointTerm: entity.checkpoints.term,
  });
  if (!dated.ok) return dated;
  const drafted = options.drafted ?? [];
  const approvals = new Set(dated.value.flatMap(({ placed: { step } }) => (step.kind === 'approval' ? [step.id] : [])));
  const steps = dated.value
    .map((entry) => ({
      ...datedStep(entry, entity, options.notices ?? entity.notices, days),
      countsFrom: countedFrom(entry.placed.step, approvals),
    }))
    .map((step, at, all) => (isTransmitted(step, all.slice(0, at), drafted) ? { ...step, transmits: true } : step))
    .map((step) => (step.prepares === undefined || drafted.includes(step.prepares) ? step : withoutDraft(step)))
    .map((step) => (step.sheets === undefined || options.evaluates === true ? step : withoutSheets(step)));
  return ok({
    template: template.id,
    templateVersion: template.version,
    entity: entity.id,
    exercise,
    opensAt: steps.map((s) => s.opensAt).reduce(earlier),
    documents: template.documents,
    phases: template.phases.map(({ id, number, title }) => ({ id, number, title })),
    steps,
  });
}

/** The first board a drafted document goes before has it from its preparers; the next one has what the first approved. */
const isTransmitted = (
  { kind, document }: DatedStep,
  before: readonly DatedStep[],
  drafted: readonly string[],
): boolean =>
  kind === 'approval' &&
  document !== undefined &&
  drafted.includes(document) &&
  !before.some((step) => step.kind === 'approval' && step.document === document);

/** Nothing is asked of a document that is no draft. */
const withoutDraft = ({ prepares: _, preparesSections: __, ...step }: DatedStep): DatedStep => step;

/** Instants are compared as text. */
const earlier = (a: Instant, b: Instant): Instant => (a <= b ? a : b);

/** Where nobody has a sheet, who owns the task says that it is done. */
const withoutSheets = ({ sheets: _, ...step }: DatedStep): DatedStep => step;

function datedStep(
  { placed, dates, period }: DatedEntry,
  entity: Entity,
  policy: NoticePolicy,
  days: WorkingDays,
): DatedStep {
  const { step, phase } = placed;
  const inRegister = (role: string): string => roleCalled(entity, role);
  const board = step.board === undefined ? undefined : inRegister(step.board);
  const recorder = entity.roles.find((r) => r.id === board)?.recordedBy;
  // The entity's own term of review replaces the template's.
  const review = step.checkpoint === undefined ? undefined : (entity.checkpoints.review ?? step.checkpoint.review);
  return {
    id: step.id,
    phase,
    number: step.number,
    title: step.title,
    kind: step.kind,
    window: step.window,
    opensOn: dates.opensOn,
    dueOn: dates.dueOn,
    nominalDueOn: dates.nominalDueOn,
    legalTerm: dates.legalTerm,
    onHoliday: dates.holiday.rule,
    holidayReason: dates.holiday.why,
    opensAt: openingInstant(dates.opensOn),
    dueAt: closingInstant(dates.dueOn),
    owners: step.owners.map(inRegister),
    participants: step.participants.map(inRegister),
    board,
    recorder,
    document: step.document,
    asks: step.asks,
    prepares: step.prepares,
    preparesSections: step.preparesSections,
    sheets: step.sheets,
    after: step.after,
    norm: dates.norm,
    notices: planNotices(dates.dueOn, dates.opensOn, step.kind, policy, days),
    checkpoint: period,
    review,
  };
}

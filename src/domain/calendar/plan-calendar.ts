import type { Entity } from '../entity.js';
import { err, ok, type Result } from '../result.js';
import { checkTemplate } from './check-template.js';
import { civilDate, formatItalian } from './civil-date.js';
import { parseDateRule, resolveDateRule } from './date-rule.js';
import { type DatingContext, dateStep, type StepDates } from './date-step.js';
import { planNotices } from './plan-notices.js';
import type { CalendarProblem } from './problems.js';
import { inOrder } from './step-order.js';
import { type CalendarTemplate, type PlacedStep, placedSteps, revised } from './template.js';
import type { CheckpointPeriod, CivilDate, DatedCalendar, DatedStep, Instant } from './types.js';
import { type WorkingDays, workingDays } from './working-days.js';
import { at, FIRST_YEAR, romeInstant } from './zone.js';

export interface PlanOptions {
  readonly entity: Entity;
  /** The year Y the Piano is about; the cycle runs from June Y-1 to June Y+1. */
  readonly exercise: number;
  /** Last day for the budget when the law has postponed it; absent: it has not. */
  readonly budgetTerm?: CivilDate | undefined;
}

/** Steps open when offices do, and are due until the day is over. */
const OPENING = at(8);
const CLOSING = at(23, 59, 59);

/** The instant of 08:00 in Italy on a day. */
export const openingInstant = (date: CivilDate): Instant => romeInstant(date, OPENING);
/** The instant of 23:59:59 in Italy on a day. */
export const closingInstant = (date: CivilDate): Instant => romeInstant(date, CLOSING);

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
  options: PlanOptions,
): Result<DatedCalendar, readonly CalendarProblem[]> {
  const { entity, exercise } = options;
  const before = [...checkOptions(template, options), ...checkTemplate(template, entity)];
  if (before.length > 0) return err(before);

  const days = workingDays(entity.patronSaint);
  const steps = placedSteps(template).map((s) => revised(s, exercise));
  const dates = new Map<string, StepDates>();
  const context: DatingContext = {
    template,
    exercise,
    days,
    budgetTerm: options.budgetTerm,
    checkpointTerm: entity.checkpoints.term,
    dueOf: (step) => dates.get(step)?.dueOn,
  };
  const problems: CalendarProblem[] = [];
  for (const { placed } of inOrder(steps.map((placed) => ({ placed, id: placed.step.id, after: placed.step.after })))) {
    // A date counted from a step that has none says nothing new: the reason is already on that step.
    if (references(placed).some((id) => !dates.has(id))) continue;
    const dated = dateStep(placed, context);
    if (dated.ok) dates.set(placed.step.id, dated.value);
    else problems.push(dated.error);
  }
  if (problems.length > 0) return err(problems);

  const calendar: DatedStep[] = [];
  for (const placed of steps) {
    const own = dates.get(placed.step.id);
    if (own === undefined) throw new Error(`step without dates: ${placed.step.id}`);
    problems.push(...checkInCycle(placed, own, exercise), ...checkAgainstDependencies(placed, own, dates));
    const period = checkpointPeriod(placed, own, context);
    if (period.ok) calendar.push(datedStep(placed, own, period.value, entity, days));
    else problems.push(period.error);
  }
  if (problems.length > 0) return err(problems);

  const first = calendar.map((s) => s.opensAt).reduce((a, b) => (a < b ? a : b));
  const phases = template.phases.map(({ id, number, title }) => ({ id, number, title }));
  return ok({
    template: template.id,
    templateVersion: template.version,
    entity: entity.id,
    exercise,
    opensAt: first,
    phases,
    steps: calendar,
  });
}

/** Steps whose deadline the dates of this one are counted from. */
function references({ step }: PlacedStep): readonly string[] {
  return [step.opens, step.due].reduce<readonly string[]>(
    (found, text) => {
      const rule = text === undefined ? undefined : parseDateRule(text);
      return rule?.ok === true && rule.value.kind === 'after' && rule.value.step !== undefined
        ? found.concat(rule.value.step)
        : found;
    },
    step.notBefore === undefined ? [] : [step.notBefore],
  );
}

function checkOptions(template: CalendarTemplate, { exercise, budgetTerm, entity }: PlanOptions): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  // The cycle begins the year before, and the last notices may fall in the year after its end.
  if (!Number.isInteger(exercise) || exercise <= FIRST_YEAR || exercise > 9_990) {
    const message = `l'esercizio ${exercise} non si può programmare: si attende un anno dal ${FIRST_YEAR + 1} in poi`;
    return [{ code: 'exercise', path: [], message }];
  }
  if (budgetTerm !== undefined) {
    if (!placedSteps(template).some((s) => s.step.ifBudgetPostponed !== undefined)) {
      const message = `nel modello «${template.id}» nessuna scadenza segue il differimento del bilancio`;
      problems.push({ code: 'budget-term', path: [], message });
    }
    if (budgetTerm < civilDate(exercise, 1, 1) || budgetTerm > civilDate(exercise, 12, 31)) {
      const message = `il termine differito del bilancio ${formatItalian(budgetTerm)} non cade nell'esercizio ${exercise}`;
      problems.push({ code: 'budget-term', path: [], message });
    }
  }
  if (entity.checkpoints.term !== undefined) {
    const term = parseDateRule(entity.checkpoints.term);
    if (!term.ok || term.value.kind !== 'after' || term.value.step !== undefined) {
      const message = `il termine dei monitoraggi dell'ente, «${entity.checkpoints.term}», va contato dall'apertura`;
      problems.push({ code: 'checkpoint-term', path: [], message });
    }
  }
  return problems;
}

/** The Schedule starts cycles on 1 June: an earlier opening would be missed, and a later end belongs to no cycle. */
function checkInCycle({ step, at }: PlacedStep, { opensOn, dueOn }: StepDates, exercise: number): CalendarProblem[] {
  const start = civilDate(exercise - 1, 6, 1);
  const end = civilDate(exercise + 1, 12, 31);
  const problems: CalendarProblem[] = [];
  if (opensOn < start) {
    const message = `«${step.id}» si aprirebbe il ${formatItalian(opensOn)}, quando il ciclo non è ancora avviato (${formatItalian(start)})`;
    problems.push({ code: 'outside-cycle', path: at('year'), message });
  }
  if (dueOn > end) {
    const message = `«${step.id}» scadrebbe il ${formatItalian(dueOn)}, oltre la fine del ciclo (${formatItalian(end)})`;
    problems.push({ code: 'outside-cycle', path: at('year'), message });
  }
  return problems;
}

/**
 * Openings and deadlines follow the dependencies: a step neither opens before what it waits for opens, nor is due before
 * that is due. The same day is allowed: the law gives preventivo and budget the same 31 December.
 */
function checkAgainstDependencies(
  { step, at }: PlacedStep,
  own: StepDates,
  dates: ReadonlyMap<string, StepDates>,
): CalendarProblem[] {
  return step.after.flatMap((id, k) => {
    const awaited = dates.get(id);
    if (awaited === undefined) return [];
    const problems: CalendarProblem[] = [];
    if (awaited.dueOn > own.dueOn) {
      const message = `«${step.id}» scade il ${formatItalian(own.dueOn)} ma attende «${id}», che scade il ${formatItalian(awaited.dueOn)}`;
      problems.push({ code: 'due-before-dependency', path: at('after', k), message });
    }
    if (awaited.opensOn > own.opensOn) {
      const message = `«${step.id}» si apre il ${formatItalian(own.opensOn)} ma attende «${id}», che si apre il ${formatItalian(awaited.opensOn)}`;
      problems.push({ code: 'opens-before-dependency', path: at('after', k), message });
    }
    return problems;
  });
}

function checkpointPeriod(
  { step, at }: PlacedStep,
  own: StepDates,
  context: DatingContext,
): Result<CheckpointPeriod | undefined, CalendarProblem> {
  if (step.checkpoint === undefined) return ok(undefined);
  const ends: CivilDate[] = [];
  for (const field of ['from', 'to'] as const) {
    const rule = parseDateRule(step.checkpoint[field]);
    const date = rule.ok ? resolveDateRule(rule.value, context) : rule;
    if (!date.ok) return err({ code: 'date', path: at('checkpoint', field), message: date.error });
    ends.push(date.value);
  }
  const [from, to] = ends;
  if (from === undefined || to === undefined || from > to) {
    return err({
      code: 'checkpoint',
      path: at('checkpoint'),
      message: `il periodo di «${step.id}» finisce prima di cominciare`,
    });
  }
  if (own.opensOn < to) {
    const message = `«${step.id}» si apre il ${formatItalian(own.opensOn)}, prima della data di riferimento ${formatItalian(to)}`;
    return err({ code: 'checkpoint', path: at('opens'), message });
  }
  return ok({ ordinal: step.checkpoint.ordinal, from, to });
}

function datedStep(
  { step, phase }: PlacedStep,
  own: StepDates,
  period: CheckpointPeriod | undefined,
  entity: Entity,
  days: WorkingDays,
): DatedStep {
  const recorder = entity.roles.find((r) => r.id === step.board)?.recordedBy;
  return {
    id: step.id,
    phase,
    number: step.number,
    title: step.title,
    kind: step.kind,
    window: step.window,
    opensOn: own.opensOn,
    dueOn: own.dueOn,
    nominalDueOn: own.nominalDueOn,
    onHoliday: own.holiday.rule,
    holidayReason: own.holiday.why,
    opensAt: openingInstant(own.opensOn),
    dueAt: closingInstant(own.dueOn),
    owners: step.owners,
    participants: step.participants,
    ...(step.board === undefined ? {} : { board: step.board }),
    ...(recorder === undefined ? {} : { recorder }),
    ...(step.document === undefined ? {} : { document: step.document }),
    after: step.after,
    norm: own.norm,
    notices: planNotices(own.dueOn, own.opensOn, step.kind, entity.notices, days),
    ...(period === undefined ? {} : { checkpoint: period }),
  };
}

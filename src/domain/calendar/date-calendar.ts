import { withArticle } from '../article.js';
import { err, ok, type Result } from '../result.js';
import { civilDate, formatItalian } from './civil-date.js';
import { parseDateRule, resolveDateRule } from './date-rule.js';
import { type DatingContext, dateStep, type StepDates } from './date-step.js';
import type { CalendarProblem } from './problems.js';
import { inOrder } from './step-order.js';
import { type CalendarTemplate, type PlacedStep, placedSteps, revised } from './template.js';
import type { CheckpointPeriod, CivilDate } from './types.js';
import type { WorkingDays } from './working-days.js';
import { FIRST_YEAR } from './zone.js';

export interface DatingOptions {
  /** The year Y the Piano is about; the cycle runs from June Y-1 to June Y+1. */
  readonly exercise: number;
  readonly days: WorkingDays;
  /** Last day for the budget when the law has postponed it; absent: it has not. */
  readonly budgetTerm?: CivilDate | undefined;
  /** The act that postponed it, as it is cited; absent: as the template cites it. */
  readonly budgetNorm?: string | undefined;
  /** The entity's own term for collections, counted from their opening (`15 giorni dopo l'apertura`). */
  readonly checkpointTerm?: string | undefined;
}

/** A step as it is in the exercise, with its dates. */
export interface DatedEntry {
  readonly placed: PlacedStep;
  readonly dates: StepDates;
  readonly period?: CheckpointPeriod;
}

/**
 * Dates every step of a template that `checkTemplate` has found sound.
 * @returns the steps in the order they are written, or everything that has no sense in this exercise
 */
export function dateCalendar(
  template: CalendarTemplate,
  options: DatingOptions,
): Result<readonly DatedEntry[], readonly CalendarProblem[]> {
  const wrong = checkOptions(template, options);
  if (wrong.length > 0) return err(wrong);
  const steps = placedSteps(template).map((s) => revised(s, options.exercise));
  const found = new Map<string, StepDates>();
  const context: DatingContext = { ...options, template, dueOf: (step) => found.get(step)?.dueOn };
  const problems: CalendarProblem[] = [];
  for (const { placed } of inOrder(steps.map((placed) => ({ placed, id: placed.step.id, after: placed.step.after })))) {
    // A date counted from a step that has none says nothing new: the reason is already on that step.
    if (countedFrom(placed).some((id) => !found.has(id))) continue;
    const dated = dateStep(placed, context);
    if (dated.ok) found.set(placed.step.id, dated.value);
    else problems.push(dated.error);
  }
  const entries: DatedEntry[] = [];
  for (const placed of steps) {
    const dates = found.get(placed.step.id);
    if (dates === undefined) continue;
    problems.push(...checkInCycle(placed, dates, options.exercise), ...checkAgainstAwaited(placed, dates, found));
    const period = periodOf(placed, dates, context);
    if (period === undefined) entries.push({ placed, dates });
    else if (period.ok) entries.push({ placed, dates, period: period.value });
    else problems.push(period.error);
  }
  return problems.length > 0 ? err(problems) : ok(entries);
}

/** Steps whose deadline the dates of this one are counted from. */
function countedFrom({ step }: PlacedStep): readonly string[] {
  const named = [step.opens, step.due].map((text) => {
    const rule = text === undefined ? undefined : parseDateRule(text);
    return rule?.ok === true && rule.value.kind === 'after' ? rule.value.step : undefined;
  });
  return [...named, step.notBefore].filter((id) => id !== undefined);
}

function checkOptions(template: CalendarTemplate, options: DatingOptions): readonly CalendarProblem[] {
  const { exercise, budgetTerm, checkpointTerm } = options;
  // The cycle begins the year before, and its last notices may leave the year after its end.
  if (!Number.isInteger(exercise) || exercise <= FIRST_YEAR || exercise > 9_990) {
    const message = `l’esercizio ${exercise} non si può programmare: si attende un anno dal ${FIRST_YEAR + 1} in poi`;
    return [{ code: 'exercise', path: [], message }];
  }
  const problems: CalendarProblem[] = [];
  if (budgetTerm !== undefined) {
    if (!placedSteps(template).some((s) => s.step.ifBudgetPostponed !== undefined)) {
      const message = `nel modello «${template.id}» nessuna scadenza segue il differimento del bilancio`;
      problems.push({ code: 'budget-term', path: [], message });
    }
    if (budgetTerm < civilDate(exercise, 1, 1) || budgetTerm > civilDate(exercise, 12, 31)) {
      const message = `il termine differito del bilancio, ${formatItalian(budgetTerm)}, non cade nell’esercizio ${exercise}`;
      problems.push({ code: 'budget-term', path: [], message });
    }
  }
  if (checkpointTerm !== undefined) {
    const term = parseDateRule(checkpointTerm);
    if (!term.ok || term.value.kind !== 'after' || term.value.step !== undefined) {
      const message = `il termine dei monitoraggi dell’ente, «${checkpointTerm}», va contato dall’apertura`;
      problems.push({ code: 'checkpoint-term', path: [], message });
    }
  }
  return problems;
}

/** The Schedule starts cycles on 1 June: an earlier opening would be missed, and a later end belongs to no cycle. */
function checkInCycle({ step, at }: PlacedStep, own: StepDates, exercise: number): readonly CalendarProblem[] {
  const [start, end] = [civilDate(exercise - 1, 6, 1), civilDate(exercise + 1, 12, 31)];
  if (own.opensOn < start) {
    const message = `«${step.id}» si aprirebbe ${withArticle('il', formatItalian(own.opensOn))}, prima che il ciclo cominci ${withArticle('il', formatItalian(start))}`;
    return [{ code: 'outside-cycle', path: at('year'), message }];
  }
  if (own.dueOn > end) {
    const message = `«${step.id}» scadrebbe ${withArticle('il', formatItalian(own.dueOn))}, oltre la fine del ciclo, ${withArticle('il', formatItalian(end))}`;
    return [{ code: 'outside-cycle', path: at('year'), message }];
  }
  return [];
}

/**
 * Openings and deadlines follow the dependencies: a step neither opens before what it waits for opens, nor is due before
 * that is due. The same day is allowed: the law gives preventivo and budget the same 31 December.
 */
function checkAgainstAwaited(
  { step, at }: PlacedStep,
  own: StepDates,
  found: ReadonlyMap<string, StepDates>,
): readonly CalendarProblem[] {
  return step.after.flatMap((id, k): CalendarProblem[] => {
    const awaited = found.get(id);
    if (awaited === undefined) return [];
    const problems: CalendarProblem[] = [];
    if (awaited.dueOn > own.dueOn) {
      const message = `«${step.id}» scade ${withArticle('il', formatItalian(own.dueOn))} ma attende «${id}», che scade ${withArticle('il', formatItalian(awaited.dueOn))}`;
      problems.push({ code: 'due-before-dependency', path: at('after', k), message });
    }
    if (awaited.opensOn > own.opensOn) {
      const message = `«${step.id}» si apre ${withArticle('il', formatItalian(own.opensOn))} ma attende «${id}», che si apre ${withArticle('il', formatItalian(awaited.opensOn))}`;
      problems.push({ code: 'opens-before-dependency', path: at('after', k), message });
    }
    return problems;
  });
}

/** The period a checkpoint looks at; undefined for other kinds. */
function periodOf(
  { step, at }: PlacedStep,
  own: StepDates,
  context: DatingContext,
): Result<CheckpointPeriod, CalendarProblem> | undefined {
  if (step.checkpoint === undefined) return undefined;
  const end = (field: 'from' | 'to'): Result<CivilDate, CalendarProblem> => {
    const rule = parseDateRule(step.checkpoint?.[field] ?? '');
    const date = rule.ok ? resolveDateRule(rule.value, context) : rule;
    return date.ok ? date : err({ code: 'date', path: at('checkpoint', field), message: date.error });
  };
  const from = end('from');
  if (!from.ok) return from;
  const to = end('to');
  if (!to.ok) return to;
  const refuse = (path: CalendarProblem['path'], message: string): Result<never, CalendarProblem> =>
    err({ code: 'checkpoint', path, message });
  if (from.value > to.value) return refuse(at('checkpoint'), `il periodo di «${step.id}» finisce prima di cominciare`);
  if (own.opensOn < to.value) {
    const opening = `si apre ${withArticle('il', formatItalian(own.opensOn))}, prima della data di riferimento ${formatItalian(to.value)}`;
    return refuse(at('checkpoint', 'to'), `«${step.id}» ${opening}`);
  }
  const { ordinal, final } = step.checkpoint;
  return ok({ ordinal, from: from.value, to: to.value, final });
}

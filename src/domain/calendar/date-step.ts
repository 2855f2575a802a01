import { withArticle } from '../article.js';
import { err, ok, type Result } from '../result.js';
import { addDays, formatItalian, maxDate } from './civil-date.js';
import { type DateRuleContext, parseDateRule, resolveDateRule } from './date-rule.js';
import type { CalendarProblem, CalendarProblemCode } from './problems.js';
import type { CalendarTemplate, HolidayRule, PlacedStep } from './template.js';
import type { CivilDate, Norm } from './types.js';
import { parseWindow, windowDates, yearOffset } from './window.js';
import { moveForHoliday, nextWorkingDay, type WorkingDays } from './working-days.js';

/** What dating one step needs besides the step. */
export interface DatingContext {
  readonly template: CalendarTemplate;
  readonly exercise: number;
  readonly days: WorkingDays;
  /** Last day for the budget when the law has postponed it. */
  readonly budgetTerm?: CivilDate | undefined;
  /** The act that postponed it, as it is cited; absent: as the template cites it. */
  readonly budgetNorm?: string | undefined;
  /** The entity's own term for collections, instead of the template's. */
  readonly checkpointTerm?: string | undefined;
  /** Deadlines of the steps already dated. */
  readonly dueOf: (step: string) => CivilDate | undefined;
}

export interface StepDates {
  readonly opensOn: CivilDate;
  readonly nominalDueOn: CivilDate;
  readonly dueOn: CivilDate;
  /** The day the law sets; absent where the norm in force is the body's. */
  readonly legalTerm: CivilDate | undefined;
  readonly holiday: HolidayRule;
  readonly norm: Norm;
}

type Dated<T> = Result<T, CalendarProblem>;

/**
 * The dates of one step in one exercise: opening and deadline from its window or from what it says more precisely, the
 * budget's postponement, the move for a day off, and the norm in force on the deadline.
 * @returns the dates, or the first reason why it has none
 */
export function dateStep(placed: PlacedStep, context: DatingContext): Dated<StepDates> {
  const span = windowOf(placed, context.exercise);
  if (!span.ok) return span;
  const opening = openingOf(placed, context, span.value);
  if (!opening.ok) return opening;
  const opensOn = opening.value;
  const deadline = deadlineOf(placed, context, opensOn, span.value);
  if (!deadline.ok) return deadline;
  const { nominalDueOn, normIds, field } = deadline.value;
  if (nominalDueOn < opensOn) {
    const dates = `scade ${withArticle('il', formatItalian(nominalDueOn))}, prima di aprirsi ${withArticle('il', formatItalian(opensOn))}`;
    return problem('due-before-opening', placed.at(field), `«${placed.step.id}» ${dates}`);
  }
  const norm = normInForce(placed, context, normIds, nominalDueOn);
  if (!norm.ok) return norm;
  const holiday = placed.step.onHoliday ?? context.template.onHoliday;
  const dueOn = moveForHoliday(nominalDueOn, holiday.rule, context.days);
  // Whoever must act needs a day at the office between the opening and the deadline.
  if (nextWorkingDay(opensOn, context.days) > dueOn) {
    const between = `tra ${withArticle('il', formatItalian(opensOn))} e ${withArticle('il', formatItalian(nominalDueOn))} non c’è alcun giorno lavorativo`;
    return problem('no-working-day', placed.at(field), `«${placed.step.id}»: ${between}`);
  }
  const legalTerm = termOf(placed, context, norm.value, nominalDueOn);
  if (!legalTerm.ok) return legalTerm;
  return ok({
    opensOn,
    nominalDueOn,
    dueOn,
    legalTerm: legalTerm.value,
    holiday,
    norm: ofThePostponement(placed, context, norm.value),
  });
}

/** The budget's own term is the one of the act that postponed it; what counts from it keeps the norm it counts by. */
function ofThePostponement({ step }: PlacedStep, { budgetTerm, budgetNorm }: DatingContext, norm: Norm): Norm {
  const itself = budgetTerm !== undefined && step.ifBudgetPostponed?.days === 0;
  return itself && budgetNorm !== undefined ? { ...norm, citation: budgetNorm } : norm;
}

/** The day the law sets: the deadline itself, or a later one that the body does not wait for. */
function termOf(
  placed: PlacedStep,
  context: DatingContext,
  norm: Norm,
  nominalDueOn: CivilDate,
): Dated<CivilDate | undefined> {
  if (norm.force === 'body') return ok(undefined);
  const { step, at } = placed;
  // Postponed, the deadline is the law's again.
  const postponed = context.budgetTerm !== undefined && step.ifBudgetPostponed !== undefined;
  if (step.term === undefined || postponed) return ok(nominalDueOn);
  const term = resolve(placed, 'term', step.term, context, undefined);
  if (!term.ok || term.value >= nominalDueOn) return term;
  const days = `scade ${withArticle('il', formatItalian(nominalDueOn))}, dopo il termine di legge (${formatItalian(term.value)})`;
  return problem('due-after-term', at('term'), `«${step.id}» ${days}`);
}

interface Span {
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
}

function windowOf({ step, at }: PlacedStep, exercise: number): Dated<Span | undefined> {
  const window = parseWindow(step.window);
  if (!window.ok) return problem('window', at('window'), window.error);
  if (window.value.kind === 'ongoing') return ok(undefined);
  if (step.year === undefined) return problem('window', at('window'), 'non è detto di quale anno sono i tempi');
  const span = windowDates(window.value, exercise + yearOffset(step.year));
  return span.ok ? span : problem('window', at('window'), span.error);
}

function openingOf(placed: PlacedStep, context: DatingContext, span: Span | undefined): Dated<CivilDate> {
  const { step, at } = placed;
  const written = step.opens === undefined ? undefined : resolve(placed, 'opens', step.opens, context, span);
  if (written !== undefined && !written.ok) return written;
  const opensOn = written?.value ?? span?.opensOn;
  if (opensOn === undefined) return problem('window', at('window'), `«${step.id}»: manca l’apertura (opens)`);
  if (step.notBefore === undefined) return ok(opensOn);
  const awaited = context.dueOf(step.notBefore);
  if (awaited === undefined) {
    return problem('unknown-step', at('notBefore'), `«${step.notBefore}» non precede «${step.id}»`);
  }
  return ok(maxDate(opensOn, addDays(awaited, 1)));
}

interface Deadline {
  readonly nominalDueOn: CivilDate;
  readonly normIds: readonly string[];
  /** The field a problem with this deadline is about. */
  readonly field: string;
}

function deadlineOf(
  placed: PlacedStep,
  context: DatingContext,
  opensOn: CivilDate,
  span: Span | undefined,
): Dated<Deadline> {
  const { step, at } = placed;
  if (context.budgetTerm !== undefined && step.ifBudgetPostponed !== undefined) {
    const { days, norm } = step.ifBudgetPostponed;
    return ok({ nominalDueOn: addDays(context.budgetTerm, days), normIds: [norm], field: 'ifBudgetPostponed' });
  }
  // The final collection waits for accounts and surveys: its term is no term of the checkpoints in the year.
  const own = step.kind === 'checkpoint' && step.checkpoint?.final === undefined ? context.checkpointTerm : undefined;
  const text = own ?? step.due;
  if (text === undefined) {
    return span === undefined
      ? problem('window', at('window'), `«${step.id}»: manca la scadenza (due)`)
      : ok({ nominalDueOn: span.dueOn, normIds: step.norms, field: 'window' });
  }
  // The entity's own term replaces the template's, and may go beyond the window the template writes.
  const due = resolve(placed, 'due', text, { ...context, opensOn }, own === undefined ? span : undefined);
  return due.ok ? ok({ nominalDueOn: due.value, normIds: step.norms, field: 'due' }) : due;
}

function resolve(
  { step, at }: PlacedStep,
  field: 'opens' | 'due' | 'term',
  text: string,
  context: DateRuleContext,
  span: Span | undefined,
): Dated<CivilDate> {
  const rule = parseDateRule(text);
  if (!rule.ok) return problem('date', at(field), rule.error);
  const date = resolveDateRule(rule.value, context);
  if (!date.ok) return problem('date', at(field), date.error);
  // Only what is written as a date is held against the written window: what is counted follows what it is counted from.
  if (rule.value.kind === 'fixed' && span !== undefined && (date.value < span.opensOn || date.value > span.dueOn)) {
    const message = `${withArticle('il', formatItalian(date.value))} è fuori dai tempi «${step.window}» di «${step.id}»`;
    return problem('outside-window', at(field), message);
  }
  return date;
}

function normInForce(placed: PlacedStep, context: DatingContext, ids: readonly string[], on: CivilDate): Dated<Norm> {
  const cited = ids.flatMap((id) => context.template.norms.filter((n) => n.id === id));
  const norm = cited.find((n) => n.validFrom <= on && (n.validTo === undefined || on <= n.validTo));
  if (norm !== undefined) return ok(norm);
  const validity = cited.map((n) => {
    const to = n.validTo === undefined ? '' : ` ${withArticle('al', formatItalian(n.validTo))}`;
    return `${n.citation} (in vigore ${withArticle('dal', formatItalian(n.validFrom))}${to})`;
  });
  const message = `alla scadenza di «${placed.step.id}», ${withArticle('il', formatItalian(on))}, non è in vigore ${validity.join(', né ')}`;
  return problem('norm-not-in-force', placed.at('norms'), message);
}

function problem(code: CalendarProblemCode, path: CalendarProblem['path'], message: string): Dated<never> {
  return err({ code, path, message });
}

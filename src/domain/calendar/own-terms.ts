import { raisedVersion } from '../raised-version.js';
import { civilDate } from './civil-date.js';
import { type DateRule, parseDateRule } from './date-rule.js';
import { MONTH_NAMES } from './months.js';
import { type CalendarTemplate, placedSteps, revised, type StepRevision, type TemplateStep } from './template.js';
import type { Norm } from './types.js';
import { parseWindow, yearOffset } from './window.js';

/** A deadline of the calendar as a body has changed it, from an exercise on. */
export interface OwnTerm {
  readonly step: string;
  readonly fromExercise: number;
  /** In the grammar of `date-rule.ts`: `15 marzo Y`, `20 giorni dopo bilancio-approvazione`. */
  readonly due: string;
  /** The norm or the decision that sets it, as it is cited. */
  readonly citation: string;
  /** Whose term it is: where the step has one of law, a body's own is an earlier day that does not change the law's. */
  readonly force: Norm['force'];
}

/** Names that are no step of the template. */
export const strayTerms = (template: CalendarTemplate, terms: readonly OwnTerm[]): readonly string[] => {
  const known = new Set(placedSteps(template).map(({ step }) => step.id));
  return [...new Set(terms.map(({ step }) => step).filter((step) => !known.has(step)))];
};

/**
 * The template with a body's own terms, each a revision of its step with the norm it goes by. One it already says changes nothing, so
 * that a template written with them may be read again beside them.
 */
export function withOwnTerms(template: CalendarTemplate, terms: readonly OwnTerm[]): CalendarTemplate {
  return [...terms].sort((a, b) => a.fromExercise - b.fromExercise).reduce(withOne, template);
}

function withOne(template: CalendarTemplate, term: OwnTerm): CalendarTemplate {
  const placed = placedSteps(template).find(({ step }) => step.id === term.step);
  if (placed === undefined) return template;
  const now = revised(placed, term.fromExercise).step;
  const isLaw = now.norms.some((id) => template.norms.some((norm) => norm.id === id && norm.force === 'law'));
  const beside = term.force === 'body' && isLaw;
  const norm: Norm = {
    id: `termine-${term.step}-${term.fromExercise}`,
    citation: term.citation,
    // Some deadlines fall in the year before the exercise.
    validFrom: civilDate(term.fromExercise - 1, 1, 1),
    force: term.force,
  };
  const said: Said = {
    ...datesOf(now, term.due),
    norms: beside ? undefined : [norm.id],
    term: lawsTerm(now, term, beside),
    onHoliday: term.force === 'law' ? (now.onHoliday ?? template.onHoliday) : undefined,
  };
  if (saysAlready(template, now, said, term)) return template;
  return {
    ...template,
    version: raisedVersion(template.version),
    norms: beside ? template.norms : [...template.norms.filter(({ id }) => id !== norm.id), norm],
    phases: template.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => (step.id === term.step ? withRevision(step, term.fromExercise, said) : step)),
    })),
  };
}

type Said = Omit<StepRevision, 'fromExercise'>;

/** The law's own day stays beside an earlier one of the body, and goes with a new one of the law. */
function lawsTerm(now: TemplateStep, { due, force }: OwnTerm, beside: boolean): string | undefined {
  if (beside) return now.term ?? lawsDay(now);
  return force === 'law' && now.term !== undefined ? due : undefined;
}

function saysAlready(
  { norms }: CalendarTemplate,
  now: TemplateStep,
  { due, norms: own }: Said,
  { citation }: OwnTerm,
): boolean {
  if (now.due !== due) return false;
  return own === undefined || norms.some((norm) => norm.id === now.norms[0] && norm.citation === citation);
}

/** Revisions go in order of exercise, one for each. */
function withRevision(step: TemplateStep, fromExercise: number, said: Said): TemplateStep {
  const same = step.revisions.find((one) => one.fromExercise === fromExercise);
  const others = step.revisions.filter((one) => one !== same);
  const overrides: Said = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const revisions = [...others, { ...same, ...overrides, fromExercise }];
  return { ...step, revisions: revisions.sort((a, b) => a.fromExercise - b.fromExercise) };
}

/** The deadline, with the opening it had; what is written as *tempi* follows them, where both are days. */
function datesOf(now: TemplateStep, due: string): Pick<StepRevision, 'opens' | 'due' | 'window' | 'year'> {
  const [last, first] = [fixedIn(due), fixedIn(now.opens) ?? (now.opens === undefined ? firstDay(now) : undefined)];
  if (last === undefined) return { due };
  const opens = now.opens ?? (first === undefined ? undefined : ruleOf(first));
  if (first === undefined || monthsFrom(first, last) > 11) return { opens, due, window: 'In itinere' };
  const ends = [...new Set([first, last].map(({ month }) => shortName(month)))];
  return { opens, due, window: ends.join(' - '), year: OFFSETS[first.year] };
}

type Fixed = Extract<DateRule, { kind: 'fixed' }>;

function fixedIn(text: string | undefined): Fixed | undefined {
  const rule = text === undefined ? undefined : parseDateRule(text);
  return rule?.ok === true && rule.value.kind === 'fixed' ? rule.value : undefined;
}

/** The first day of what a step writes as its *tempi*. */
function firstDay({ window, year }: TemplateStep): Fixed | undefined {
  const read = parseWindow(window);
  if (!read.ok || read.value.kind === 'ongoing' || year === undefined) return undefined;
  const { day = 1, month } = read.value.from;
  return { kind: 'fixed', day, month, year: yearOffset(year) };
}

/** The deadline of a step as its template has it, which is the law's: written, or the last day of its *tempi*. */
function lawsDay(step: TemplateStep): string | undefined {
  if (step.due !== undefined) return step.due;
  const [read, first] = [parseWindow(step.window), firstDay(step)];
  if (!read.ok || read.value.kind === 'ongoing' || first === undefined) return undefined;
  const { day = 'last', month } = read.value.to;
  const last: Fixed = { kind: 'fixed', day, month, year: first.year };
  const next = first.year === -1 ? 0 : 1;
  return ruleOf(month < first.month ? { ...last, year: next } : last);
}

const ruleOf = ({ day, month, year }: Fixed): string =>
  `${day === 'last' ? 'fine' : day} ${MONTH_NAMES[month - 1]} ${OFFSETS[year]}`;

const monthsFrom = (first: Fixed, last: Fixed): number => (last.year - first.year) * 12 + last.month - first.month;

const OFFSETS = { [-1]: 'Y-1', 0: 'Y', 1: 'Y+1' } as const;

function shortName(month: number): string {
  const name = MONTH_NAMES[month - 1] ?? '';
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1, 3)}`;
}

import type { BoardTask } from '../board-task.js';
import type { SheetGoal } from '../individual/sheet-goal.js';
import type { Norm, OnHoliday, StepKind } from './types.js';

/** What happens to a deadline on a day off, and why: a legal deadline always says both. */
export interface HolidayRule {
  readonly rule: OnHoliday;
  /** In Italian, for people. */
  readonly why: string;
}

/** What a template may say differently from one exercise on, when a norm changed. */
export interface StepRevision {
  readonly fromExercise: number;
  readonly window?: string | undefined;
  readonly year?: 'Y-1' | 'Y' | 'Y+1' | undefined;
  readonly opens?: string | undefined;
  readonly due?: string | undefined;
  readonly term?: string | undefined;
  readonly title?: string | undefined;
  readonly participants?: readonly string[] | undefined;
  readonly norms?: readonly string[] | undefined;
  readonly onHoliday?: HolidayRule | undefined;
}

/** One activity of the cycle before its dates: dates and windows are still text, in the grammars of `date-rule.ts` and `window.ts`. */
export interface TemplateStep {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: StepKind;
  /** Exactly as the source writes it. */
  readonly window: string;
  /** Calendar year of the window's first month; not needed by `In itinere`. */
  readonly year?: 'Y-1' | 'Y' | 'Y+1' | undefined;
  /** Where within the window the step opens or is due, when it is not its first or last day. */
  readonly opens?: string | undefined;
  readonly due?: string | undefined;
  /** The day the law sets, where the body gives itself an earlier one; absent: a legal deadline is the law's own day. */
  readonly term?: string | undefined;
  /** A step of `after`: the opening never comes before the day after its deadline. */
  readonly notBefore?: string | undefined;
  /** What becomes of the deadline when the law postpones the budget. */
  readonly ifBudgetPostponed?: { readonly days: number; readonly norm: string } | undefined;
  /** Absent: the template's own rule. */
  readonly onHoliday?: HolidayRule | undefined;
  readonly owners: readonly string[];
  readonly participants: readonly string[];
  readonly board?: string | undefined;
  readonly document?: string | undefined;
  /** What the board is asked; absent: to approve. */
  readonly asks?: BoardTask | undefined;
  /** A task: the document it prepares. */
  readonly prepares?: string | undefined;
  /** Those of its sections that must be ready; absent: all the required ones. */
  readonly preparesSections?: readonly string[] | undefined;
  /** A task that ends by itself: what it waits for of the sheets people are evaluated on. */
  readonly sheets?: SheetGoal | undefined;
  readonly after: readonly string[];
  /** Ids of norms, the first in force on the deadline is cited. */
  readonly norms: readonly string[];
  readonly checkpoint?:
    | {
        readonly ordinal: number;
        readonly from: string;
        readonly to: string;
        /** Days it stays open once every value is in; absent: it closes at once. */
        readonly review?: number | undefined;
        /** The collection of the year's final values, the last of its checkpoints. */
        readonly final?: true | undefined;
      }
    | undefined;
  /** In order of exercise. */
  readonly revisions: readonly StepRevision[];
}

interface TemplatePhase {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly steps: readonly TemplateStep[];
}

/** A yearly calendar before the year: `seeds/calendars/*.yaml`. */
export interface CalendarTemplate {
  readonly id: string;
  /** Grows at every change of the file: a cycle remembers which one it was planned from. */
  readonly version: string;
  readonly title: string;
  readonly onHoliday: HolidayRule;
  readonly norms: readonly Norm[];
  /** What documents are called under these rules, by kind, where it is not their usual name: `piano` → *PIAO*. */
  readonly documents?: Readonly<Record<string, string>>;
  readonly phases: readonly TemplatePhase[];
}

/** A field of the template: `['phases', 0, 'steps', 3, 'due']`. */
export type TemplatePath = readonly (string | number)[];

/** A step with the place where it is written, and the revision in force applied. */
export interface PlacedStep {
  readonly step: TemplateStep;
  readonly phase: string;
  /** Where a field was written: in the step, or in the revision that overrides it. */
  readonly at: (...field: readonly (string | number)[]) => TemplatePath;
}

/** All steps of a template in the order they are written, as they are before any revision. */
export function placedSteps(template: CalendarTemplate): readonly PlacedStep[] {
  return template.phases.flatMap((phase, i) =>
    phase.steps.map((step, j) => ({
      step,
      phase: phase.id,
      at: (...field) => ['phases', i, 'steps', j, ...field],
    })),
  );
}

/** The step as the revisions up to an exercise make it: each overrides what it says, the later the stronger. */
export function revised(placed: PlacedStep, exercise: number): PlacedStep {
  let step = placed.step;
  const writtenIn = new Map<string | number, number>();
  placed.step.revisions.forEach((revision, index) => {
    const { fromExercise, ...said } = revision;
    if (fromExercise > exercise) return;
    const overrides = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    for (const field of Object.keys(overrides)) writtenIn.set(field, index);
    step = { ...step, ...overrides };
  });
  const at = (...field: readonly (string | number)[]): TemplatePath => {
    const revision = field[0] === undefined ? undefined : writtenIn.get(field[0]);
    return revision === undefined ? placed.at(...field) : placed.at('revisions', revision, ...field);
  };
  return { ...placed, step, at };
}

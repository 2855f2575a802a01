import type { TemplatePath } from './template.js';

export type CalendarProblemCode =
  | 'exercise'
  | 'duplicate-id'
  | 'unknown-step'
  | 'unknown-role'
  | 'unknown-norm'
  | 'dependency-cycle'
  | 'window'
  | 'date'
  | 'due-before-opening'
  | 'due-after-term'
  | 'term-without-law'
  | 'outside-window'
  | 'outside-cycle'
  | 'opens-before-dependency'
  | 'due-before-dependency'
  | 'no-working-day'
  | 'board'
  | 'document'
  | 'checkpoint'
  | 'sheets'
  | 'norm-not-in-force'
  | 'holiday-rule'
  | 'budget-term'
  | 'checkpoint-term';

/** Why a calendar is refused: a stable code for programs, the field for whoever edits the file, a reason in Italian. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  readonly path: TemplatePath;
  readonly message: string;
}

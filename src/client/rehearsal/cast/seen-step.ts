import type { CivilDate, StepKind } from '../../../domain/calendar/types.js';
import type { consoleWords as words } from '../../../words/console.js';

/** A step as the cycle's page has it. */
export interface SeenStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly title: string;
  readonly status: keyof typeof words.stepStatus;
  /** Day it opened; of one not yet open, the day it should. */
  readonly openedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly completedOn?: CivilDate;
  /** Names of who owns it today, of the first owner anybody acts for. */
  readonly owners: readonly string[];
}

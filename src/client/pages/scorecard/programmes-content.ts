import type { CivilDate } from '../../../domain/calendar/types.js';
import type { Plan, ProgrammeSheet } from '../../../domain/plan.js';
import type { Reconciliation } from '../../../domain/resources/reconcile.js';
import type { ProgrammeSpent } from '../../../domain/resources/spent.js';
import type { DecimalText } from '../../../domain/targets/types.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { Results } from '../../../register/reading/results.js';
import type { PlanDrawn } from './plan-page.js';

/** What the page of programmes is shown from. */
export interface Content {
  readonly drawn: PlanDrawn;
  readonly directory: Directory;
  readonly spending: ReadonlyMap<string, ProgrammeSpent>;
  readonly plan: Plan;
  readonly resources: Reconciliation;
  readonly results: Results;
  readonly mayRecord: boolean;
}

/** What is known to be spent of a programme, in euro. */
interface Spent {
  readonly amount: DecimalText;
  readonly upTo?: CivilDate;
}

/** The figure on record of a programme, or else the one its sheet prints. */
export function spentOf({ spending, plan }: Content, programme: string): Spent | undefined {
  const recorded = spending.get(programme);
  if (recorded !== undefined) return { amount: recorded.amount, upTo: recorded.upTo };
  const printed = sheetOf(plan, programme)?.resources.spent;
  return printed === undefined ? undefined : { amount: printed };
}

export const sheetOf = ({ sheets }: Plan, programme: string): ProgrammeSheet | undefined =>
  sheets.find((sheet) => sheet.programme === programme);

import { parseDateRule } from './date-rule.js';
import type { TemplateStep } from './template.js';
import type { CountedFrom } from './types.js';

/**
 * The act a step's term counts from: of a deadline written as so many days after a decision («20 giorni dopo bilancio-approvazione»), which
 * the law counts from the day the board decides. Undefined of any other deadline: also of one that follows the budget's own term.
 * @param approvals ids of the steps of the template in which a board decides
 */
export function countedFrom(step: TemplateStep, approvals: ReadonlySet<string>): CountedFrom | undefined {
  if (step.due === undefined || step.term !== undefined || step.ifBudgetPostponed !== undefined) return undefined;
  const [due, opens] = [afterStep(step.due), step.opens === undefined ? undefined : afterStep(step.opens)];
  if (due === undefined || !approvals.has(due.step)) return undefined;
  const opensAfter = opens?.step === due.step && opens.unit === 'days' ? opens.amount : undefined;
  return { ...due, opensAfter };
}

function afterStep(text: string): Omit<CountedFrom, 'opensAfter'> | undefined {
  const rule = parseDateRule(text);
  if (!rule.ok || rule.value.kind !== 'after' || rule.value.step === undefined) return undefined;
  const { step, amount, unit } = rule.value;
  return { step, amount, unit };
}

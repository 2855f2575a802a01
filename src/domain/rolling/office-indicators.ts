import type { Indicator, Plan } from '../plan.js';
import { indicatorLists } from '../plan-lists.js';

/** The indicators offices answer for: scorecard and sheets. Objectives of persons are assigned otherwise, and are nobody else's to read. */
export const officeIndicators = (plan: Plan): readonly Indicator[] =>
  [...indicatorLists(plan)].flatMap(([id, list]) => (id.startsWith('individual:') ? [] : list));

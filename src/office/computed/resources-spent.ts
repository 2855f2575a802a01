import { spendingSections } from '../../documents/resources.js';
import { spendingOf } from '../../register/spending.js';
import { directly, fromPlan } from './part.js';

/** `risorse/spesa`: what programmes have spent beside what the ledger gives them. */
export const resourcesSpentPart = fromPlan(async (plan, { db }, { entity, exercise }) => {
  const spending = await spendingOf(db, entity, exercise);
  const sections = spendingSections(plan, new Map(spending.map((spent) => [spent.programme, spent])));
  return sections.flatMap(({ blocks }) => directly(blocks));
});

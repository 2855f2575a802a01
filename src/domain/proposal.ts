import { targetOf } from './confirmed-readings.js';
import type { Plan } from './plan.js';
import { diffPlans, isEmptyDiff } from './plan-diff.js';

/**
 * The targets of the exercise that an amendment brings or changes and that nobody has said how to read: they would be judged in
 * no way. A row that repeats another indicator is judged as that one.
 * @returns codes in the order of the plan
 */
export function unreadChanges(inForce: Plan, draft: Plan): readonly string[] | 'nothing-changed' {
  const diff = diffPlans(inForce, draft);
  if (isEmptyDiff(diff)) return 'nothing-changed';
  const touched = diff.indicators.flatMap((change) => {
    switch (change.kind) {
      case 'added':
        return [change.indicator];
      case 'changed':
        return change.fields.some((f) => (f.field === 'target' || f.field === 'reading') && f.year === draft.exercise)
          ? [change.after]
          : [];
      default:
        return [];
    }
  });
  const unread = touched.filter((one) => {
    const target = targetOf(one, draft.exercise);
    return one.repeats === undefined && target !== undefined && target.confirmed === undefined;
  });
  return [...new Set(unread.map(({ code }) => code))];
}

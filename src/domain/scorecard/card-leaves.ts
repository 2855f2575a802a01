import type { Indicator, Plan } from '../plan.js';
import { HUNDRED, ZERO } from '../rational.js';
import type { CardNode, Leaf } from './card-node.js';
import { groupBy, groupNode } from './card-views.js';
import type { Titles } from './types.js';
import { weightNotes } from './weight-notes.js';
import { optional, shareWithin } from './weights.js';

/** One node per role, with the weights of its objectives and, inside each, of its indicators. */
export function individualNodes(plan: Plan, leafNode: (leaf: Leaf) => CardNode, titles: Titles): readonly CardNode[] {
  return groupBy(plan.individual, (o) => o.role).map(([role, objectives]) => {
    const nodes = objectives.map((objective) => {
      const shares = shareWithin(
        optional(objective.weight) ?? ZERO,
        objective.indicators.map((i) => optional(i.weight)),
      );
      const leaves = objective.indicators.map((indicator, i) =>
        leafNode({
          ...leafOf(plan, indicator),
          weight: shares.weights[i] ?? ZERO,
          circles: [`individual:${objective.code}`, `individual:${role}`],
        }),
      );
      const notes = weightNotes(shares, undefined, 'indicatori');
      return groupNode(`individual:${objective.code}`, objective.title ?? objective.code, leaves, notes);
    });
    return groupNode(`individual:${role}`, titles.role?.(role) ?? role, nodes);
  });
}

/** One node per programme sheet; its indicators have no weights in the plan. */
export function sheetNodes(plan: Plan, leafNode: (leaf: Leaf) => CardNode): readonly CardNode[] {
  return plan.sheets.map((sheet) => {
    const shares = shareWithin(
      HUNDRED,
      sheet.indicators.map((i) => optional(i.weight)),
    );
    const leaves = sheet.indicators.map((indicator, i) =>
      leafNode({
        ...leafOf(plan, indicator),
        weight: shares.weights[i] ?? ZERO,
        circles: [`sheet:${sheet.programme}`],
      }),
    );
    return groupNode(`sheet:${sheet.programme}`, sheet.title, leaves, weightNotes(shares, undefined, 'indicatori'));
  });
}

/** A row that states a scorecard indicator again shares its result only when it promises the same. */
function leafOf(plan: Plan, indicator: Indicator): Pick<Leaf, 'code' | 'name' | 'sameAs'> {
  const { code, name, repeats } = indicator;
  if (repeats === undefined) return { code, name };
  const promise = (i: Indicator | undefined): string | undefined =>
    i?.targets.find((t) => t.year === plan.exercise)?.text.trim();
  const original = plan.areas
    .flatMap((a) => a.objectives)
    .flatMap((o) => o.programmes)
    .flatMap((p) => p.indicators)
    .find((i) => i.code === repeats);
  return original !== undefined && promise(original) === promise(indicator)
    ? { code, name, sameAs: repeats }
    : { code, name };
}

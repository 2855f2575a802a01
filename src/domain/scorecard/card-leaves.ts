import { HUNDRED, ZERO } from '../achievement/rational.js';
import type { Indicator, Plan } from '../plan.js';
import type { CardNode, Leaf } from './card.js';
import { groupBy } from './card-views.js';
import type { Titles } from './types.js';
import { weightNotes } from './weight-notes.js';
import { optional, shareWithin } from './weights.js';

/** One node per role, with the weights of its objectives and, inside each, of its indicators. */
export function individualNodes(plan: Plan, leafNode: (leaf: Leaf) => CardNode, titles: Titles): readonly CardNode[] {
  return groupBy(plan.individual, (o) => o.role).map(([role, objectives]) => ({
    id: `individual:${role}`,
    title: titles.role?.(role) ?? role,
    notes: [],
    children: objectives.map((objective) => {
      const shares = shareWithin(
        optional(objective.weight) ?? ZERO,
        objective.indicators.map((i) => optional(i.weight)),
      );
      return {
        id: `individual:${objective.code}`,
        title: objective.title ?? objective.code,
        notes: weightNotes(shares, undefined, 'indicatori'),
        children: objective.indicators.map((indicator, i) =>
          leafNode({
            ...leafOf(plan, indicator),
            weight: shares.weights[i] ?? ZERO,
            circles: [`individual:${objective.code}`, `individual:${role}`],
          }),
        ),
      };
    }),
  }));
}

/** One node per programme sheet; its indicators have no weights in the plan. */
export function sheetNodes(plan: Plan, leafNode: (leaf: Leaf) => CardNode): readonly CardNode[] {
  return plan.sheets.map((sheet) => {
    const shares = shareWithin(
      HUNDRED,
      sheet.indicators.map((i) => optional(i.weight)),
    );
    return {
      id: `sheet:${sheet.programme}`,
      title: sheet.title,
      notes: weightNotes(shares, undefined, 'indicatori'),
      children: sheet.indicators.map((indicator, i) =>
        leafNode({
          ...leafOf(plan, indicator),
          weight: shares.weights[i] ?? ZERO,
          circles: [`sheet:${sheet.programme}`],
        }),
      ),
    };
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

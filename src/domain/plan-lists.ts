import type { Indicator, Plan } from './plan.js';
import type { DecimalText } from './targets/types.js';

/** A list of indicators of a plan: of a programme of the scorecard, of a programme sheet, of an individual objective. */
export type ListId = `${'scorecard' | 'sheet' | 'individual'}:${string}`;

export type IndicatorList = readonly Indicator[];

/** Every list of indicators of a plan, in its order: scorecard, sheets, individual objectives. */
export function indicatorLists(plan: Plan): ReadonlyMap<ListId, IndicatorList> {
  const lists: readonly (readonly [ListId, IndicatorList])[] = [
    ...plan.areas.flatMap((area) =>
      area.objectives.flatMap((objective) =>
        objective.programmes.map((p): [ListId, IndicatorList] => [`scorecard:${p.code}`, p.indicators]),
      ),
    ),
    ...plan.sheets.map((s): [ListId, IndicatorList] => [`sheet:${s.programme}`, s.indicators]),
    ...plan.individual.map((o): [ListId, IndicatorList] => [`individual:${o.code}`, o.indicators]),
  ];
  return new Map(lists);
}

/** The plan with these lists of indicators; a list that is not given is empty. */
export function withLists(plan: Plan, lists: ReadonlyMap<ListId, IndicatorList>): Plan {
  const of = (id: ListId): IndicatorList => lists.get(id) ?? [];
  return {
    ...plan,
    areas: plan.areas.map((area) => ({
      ...area,
      objectives: area.objectives.map((objective) => ({
        ...objective,
        programmes: objective.programmes.map((p) => ({ ...p, indicators: of(`scorecard:${p.code}`) })),
      })),
    })),
    sheets: plan.sheets.map((s) => ({ ...s, indicators: of(`sheet:${s.programme}`) })),
    individual: plan.individual.map((o) => ({ ...o, indicators: of(`individual:${o.code}`) })),
  };
}

/** What indicators stand under. An objective is there once for each perspective it weighs in. */
export interface PlanNode {
  /** Unique in the plan. */
  readonly id: string;
  readonly level: 'perspective' | 'area' | 'objective' | 'programme' | 'sheet' | 'individual';
  readonly code: string;
  readonly title: string;
  readonly weight?: DecimalText;
  /** Of an objective's weight. */
  readonly perspective?: string;
}

/** The nodes of a plan in its order. */
export function nodesOf(plan: Plan): readonly PlanNode[] {
  return [
    ...plan.perspectives.map((p) => ({
      id: `perspective:${p.id}`,
      level: 'perspective' as const,
      code: p.id,
      title: p.title,
      weight: p.weight,
    })),
    ...plan.areas.flatMap((area) => [
      { id: `area:${area.code}`, level: 'area' as const, code: area.code, title: area.title },
      ...area.objectives.flatMap((objective) => [
        ...objective.weights.map((w) => ({
          id: `objective:${objective.code}:${w.perspective}`,
          level: 'objective' as const,
          code: objective.code,
          title: objective.title,
          weight: w.weight,
          perspective: w.perspective,
        })),
        ...objective.programmes.map((p) => ({
          id: `programme:${p.code}`,
          level: 'programme' as const,
          code: p.code,
          title: p.title,
          weight: p.weight,
        })),
      ]),
    ]),
    ...plan.sheets.map((s) => ({
      id: `sheet:${s.programme}`,
      level: 'sheet' as const,
      code: s.programme,
      title: s.title,
    })),
    ...plan.individual.map((o) => ({
      id: `individual:${o.code}`,
      level: 'individual' as const,
      code: o.code,
      title: o.title ?? o.code,
      weight: o.weight,
    })),
  ];
}

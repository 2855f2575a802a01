import type { Indicator, Plan } from './plan.js';
import { type IndicatorList, indicatorLists, type ListId, nodesOf, type PlanNode, withLists } from './plan-lists.js';
import { sameValue } from './same-value.js';
import type { DecimalText, Reading } from './targets/types.js';

/** What changed in one indicator. An absent side was not there. */
export type FieldChange =
  | { readonly field: 'target'; readonly year: number; readonly before?: string; readonly after?: string }
  /** The same text read otherwise, or confirmed. */
  | { readonly field: 'reading'; readonly year: number; readonly before?: Reading; readonly after?: Reading }
  | { readonly field: 'weight'; readonly before?: DecimalText; readonly after?: DecimalText }
  | {
      readonly field: 'name' | 'office' | 'perspective' | 'missioneProgramma' | 'knownFrom';
      readonly before?: string;
      readonly after?: string;
    }
  /** Where it was read, what it repeats, past results. */
  | { readonly field: 'other' };

type IndicatorChange =
  | { readonly kind: 'added' | 'removed'; readonly list: ListId; readonly indicator: Indicator }
  | {
      readonly kind: 'changed';
      readonly list: ListId;
      readonly before: Indicator;
      readonly after: Indicator;
      readonly fields: readonly FieldChange[];
    };

/** A change of what indicators stand under: its weight, its title, or whether it is there. */
export type NodeChange =
  | { readonly kind: 'added' | 'removed'; readonly node: PlanNode }
  | { readonly kind: 'weight'; readonly node: PlanNode; readonly before?: DecimalText; readonly after?: DecimalText }
  | { readonly kind: 'title'; readonly node: PlanNode; readonly before: string; readonly after: string };

/** Parts of a plan that are compared as a whole. */
export type PlanPart = Exclude<keyof Plan, 'entity' | 'exercise'>;

/** What changed between two versions of a plan, in the order of the plan. */
export interface PlanDiff {
  readonly indicators: readonly IndicatorChange[];
  readonly nodes: readonly NodeChange[];
  /** Parts changed in something the two lists above do not say: amounts of the budget, acts, sources. */
  readonly parts: readonly PlanPart[];
  /** The later plan without its indicators, when it differs from the earlier one's. */
  readonly frame?: Plan;
  /** Order of the indicators in the lists where it changed. */
  readonly orders: readonly { readonly list: ListId; readonly codes: readonly string[] }[];
  /** What the perspectives of both plans are called, by their ids: the later one's title where it has another. */
  readonly perspectives: ReadonlyMap<string, string>;
}

/** What changed from one version of a plan to another. Pure; the order of keys and absent fields make no difference. */
export function diffPlans(before: Plan, after: Plan): PlanDiff {
  const [old, now] = [indicatorLists(before), indicatorLists(after)];
  const lists = [...new Set([...now.keys(), ...old.keys()])];
  const changes = lists.map((list) => diffList(list, old.get(list) ?? [], now.get(list) ?? []));
  const [frameBefore, frameAfter] = [withLists(before, new Map()), withLists(after, new Map())];
  const nodes = diffNodes(before, after);
  return {
    indicators: changes.flatMap((c) => c.changes),
    nodes,
    parts: partsChanged(frameBefore, frameAfter, nodes),
    frame: sameValue(frameBefore, frameAfter) ? undefined : frameAfter,
    orders: changes.flatMap((c) => (c.order === undefined ? [] : [c.order])),
    perspectives: new Map([...before.perspectives, ...after.perspectives].map(({ id, title }) => [id, title])),
  };
}

export const isEmptyDiff = (diff: PlanDiff): boolean =>
  diff.indicators.length === 0 && diff.frame === undefined && diff.orders.length === 0;

/**
 * The plan a diff leads to, from the one it was taken of.
 * @throws when the diff is of another plan: an indicator it changes or removes is not there
 */
export function applyDiff(plan: Plan, diff: PlanDiff): Plan {
  const lists = new Map(indicatorLists(plan));
  for (const change of diff.indicators) {
    const there = lists.get(change.list) ?? [];
    switch (change.kind) {
      case 'added':
        lists.set(change.list, [...there, change.indicator]);
        break;
      case 'removed':
        lists.set(change.list, without(there, change.indicator.code));
        break;
      case 'changed':
        if (!there.some((i) => i.code === change.before.code)) throw new Error(`no indicator ${change.before.code}`);
        lists.set(
          change.list,
          there.map((i) => (i.code === change.before.code ? change.after : i)),
        );
        break;
    }
  }
  for (const { list, codes } of diff.orders) {
    const there = lists.get(list) ?? [];
    lists.set(
      list,
      codes.flatMap((code) => there.filter((i) => i.code === code)),
    );
  }
  return withLists(diff.frame ?? plan, lists);
}

function without(list: IndicatorList, code: string): IndicatorList {
  if (!list.some((i) => i.code === code)) throw new Error(`no indicator ${code}`);
  return list.filter((i) => i.code !== code);
}

interface ListDiff {
  readonly changes: readonly IndicatorChange[];
  readonly order?: { readonly list: ListId; readonly codes: readonly string[] };
}

function diffList(list: ListId, before: IndicatorList, after: IndicatorList): ListDiff {
  const old = new Map(before.map((i) => [i.code, i]));
  const kept = new Set(after.map((i) => i.code));
  const removed = before.filter((i) => !kept.has(i.code));
  const changes: readonly IndicatorChange[] = [
    ...after.flatMap((indicator): IndicatorChange[] => {
      const was = old.get(indicator.code);
      if (was === undefined) return [{ kind: 'added', list, indicator }];
      if (sameValue(was, indicator)) return [];
      return [{ kind: 'changed', list, before: was, after: indicator, fields: fieldsChanged(was, indicator) }];
    }),
    ...removed.map((indicator): IndicatorChange => ({ kind: 'removed', list, indicator })),
  ];
  const added = after.filter((i) => !old.has(i.code)).map((i) => i.code);
  const natural = [...before.filter((i) => kept.has(i.code)).map((i) => i.code), ...added];
  const codes = after.map((i) => i.code);
  return { changes, order: sameValue(natural, codes) ? undefined : { list, codes } };
}

const NAMED = ['name', 'office', 'perspective', 'missioneProgramma', 'knownFrom'] as const;

function fieldsChanged(before: Indicator, after: Indicator): readonly FieldChange[] {
  const years = [...new Set([...before.targets, ...after.targets].map((t) => t.year))].sort((a, b) => a - b);
  const changes: readonly FieldChange[] = [
    ...years.flatMap((year): FieldChange[] => {
      const [was, is] = [before, after].map((i) => i.targets.find((t) => t.year === year));
      if (was?.text !== is?.text) return [{ field: 'target', year, ...sides(was?.text, is?.text) }];
      if (sameValue(was?.confirmed, is?.confirmed)) return [];
      return [{ field: 'reading', year, ...sides(was?.confirmed, is?.confirmed) }];
    }),
    ...(before.weight === after.weight ? [] : [{ field: 'weight' as const, ...sides(before.weight, after.weight) }]),
    ...NAMED.filter((field) => before[field] !== after[field]).map((field) => ({
      field,
      ...sides(before[field], after[field]),
    })),
  ];
  return changes.length > 0 ? changes : [{ field: 'other' }];
}

const sides = <T>(before: T | undefined, after: T | undefined) => ({
  before,
  after,
});

function diffNodes(before: Plan, after: Plan): readonly NodeChange[] {
  const [old, now] = [before, after].map((plan) => new Map(nodesOf(plan).map((node) => [node.id, node])));
  if (old === undefined || now === undefined) return [];
  return [
    ...[...now.values()].flatMap((node): NodeChange[] => {
      const was = old.get(node.id);
      if (was === undefined) return [{ kind: 'added', node }];
      return [
        ...(was.title === node.title ? [] : [{ kind: 'title' as const, node, before: was.title, after: node.title }]),
        ...(was.weight === node.weight ? [] : [{ kind: 'weight' as const, node, ...sides(was.weight, node.weight) }]),
      ];
    }),
    ...[...old.values()].filter((node) => !now.has(node.id)).map((node): NodeChange => ({ kind: 'removed', node })),
  ];
}

const PARTS: readonly PlanPart[] = [
  'title',
  'perspectives',
  'approval',
  'acts',
  'periods',
  'placements',
  'identity',
  'legend',
  'areas',
  'sheets',
  'individual',
  'budget',
  'resources',
  'links',
  'startedFrom',
];

/** Where nodes are listed one by one, a part counts as changed only when that list says nothing of it. */
const LEVELS: Readonly<Partial<Record<PlanPart, readonly PlanNode['level'][]>>> = {
  perspectives: ['perspective'],
  areas: ['area', 'objective', 'programme'],
  sheets: ['sheet'],
  individual: ['individual'],
};

function partsChanged(before: Plan, after: Plan, nodes: readonly NodeChange[]): readonly PlanPart[] {
  return PARTS.filter((part) => !sameValue(before[part], after[part])).filter((part) => {
    const levels = LEVELS[part];
    return levels === undefined || !nodes.some(({ node }) => levels.includes(node.level));
  });
}

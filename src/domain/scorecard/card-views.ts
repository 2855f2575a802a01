import type { CardNode } from './card.js';

/** Key of what the plan puts under no perspective, or gives no *missione/programma*. */
export const UNASSIGNED = '';

/** A leaf of the scorecard with what the views group it by. */
export interface Placed {
  readonly node: CardNode;
  readonly perspective: string;
  readonly office: string;
  readonly missione: string;
  readonly objective: { readonly code: string; readonly title: string };
  readonly programme: { readonly code: string; readonly title: string; readonly notes: readonly string[] };
}

/** One perspective as the printed scorecard shows it: its part of each objective and programme. */
export function perspectiveNode(id: string, title: string, placed: readonly Placed[]): CardNode {
  const prefix = `perspective:${id}`;
  const objectives = groupBy(placed, (p) => p.objective.code).map(
    ([code, inObjective]): CardNode => ({
      id: `${prefix}/objective:${code}`,
      title: inObjective[0]?.objective.title ?? code,
      children: groupBy(inObjective, (p) => p.programme.code).map(([programme, inProgramme]) => ({
        id: `${prefix}/programme:${programme}`,
        title: inProgramme[0]?.programme.title ?? programme,
        children: inProgramme.map((p) => p.node),
        notes: inProgramme[0]?.programme.notes ?? [],
      })),
      notes: [],
    }),
  );
  return { id: prefix, title, children: objectives, notes: [] };
}

export function groupedNodes(
  placed: readonly Placed[],
  key: (p: Placed) => string,
  name: (id: string) => Pick<CardNode, 'id' | 'title'>,
): readonly CardNode[] {
  return groupBy(placed, key)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, members]) => ({ ...name(id), children: members.map((m) => m.node), notes: [] }));
}

/** Items by key, groups in order of first appearance. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group === undefined) groups.set(k, [item]);
    else group.push(item);
  }
  return [...groups];
}

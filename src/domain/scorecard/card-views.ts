import { reduce } from '../rational.js';
import type { CardNode } from './card-node.js';
import { sum } from './weights.js';

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
  const objectives = groupBy(placed, (p) => p.objective.code).map(([code, inObjective]) => {
    const programmes = groupBy(inObjective, (p) => p.programme.code).map(([programme, inProgramme]) =>
      groupNode(
        `${prefix}/programme:${programme}`,
        inProgramme[0]?.programme.title ?? programme,
        inProgramme.map((p) => p.node),
        inProgramme[0]?.programme.notes,
      ),
    );
    return groupNode(`${prefix}/objective:${code}`, inObjective[0]?.objective.title ?? code, programmes);
  });
  return groupNode(prefix, title, objectives);
}

/** A node over others; it weighs what they weigh. */
export const groupNode = (
  id: string,
  title: string,
  children: readonly CardNode[],
  notes: readonly string[] = [],
): CardNode => ({ id, title, weight: reduce(sum(children.map((c) => c.weight))), children, notes });

/** Leaves under the groups of a key, in its order. */
export function groupedNodes(
  placed: readonly Placed[],
  key: (p: Placed) => string,
  prefix: string,
  title: (id: string) => string,
): readonly CardNode[] {
  return groupBy(placed, key)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, members]) =>
      groupNode(
        `${prefix}:${id}`,
        title(id),
        members.map((m) => m.node),
      ),
    );
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

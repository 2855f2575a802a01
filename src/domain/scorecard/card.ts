import type { Plan, Programme } from '../plan.js';
import { type Rational, reduce, ZERO } from '../rational.js';
import { individualNodes, sheetNodes } from './card-leaves.js';
import type { CardNode, Leaf } from './card-node.js';
import { groupedNodes, groupNode, type Placed, perspectiveNode, UNASSIGNED } from './card-views.js';
import type { Titles } from './types.js';
import { weightNotes } from './weight-notes.js';
import { optional, type ScaledWeights, scaled, shareOut, sum } from './weights.js';

/** A plan prepared for summing: done once, used for every checkpoint. */
export interface Card {
  readonly exercise: number;
  readonly leaves: readonly Leaf[];
  /** The leaves' weights as the plan has them, ready for summing. */
  readonly nominal: ScaledWeights;
  readonly entity: CardNode;
  readonly perspectives: readonly CardNode[];
  readonly offices: readonly CardNode[];
  readonly missioni: readonly CardNode[];
  readonly individual: readonly CardNode[];
  readonly sheets: readonly CardNode[];
}

/** Finds every leaf of a plan, its weight and its place in each view. Pure; the plan's own inconsistencies stay findings. */
export function prepareCard(plan: Plan, titles: Titles = {}): Card {
  const leaves: Leaf[] = [];
  const leafNode = (leaf: Leaf): CardNode => {
    const weight = reduce(leaf.weight);
    leaves.push({ ...leaf, weight });
    return { id: `indicator:${leaf.code}`, title: leaf.name, leaf: leaves.length - 1, weight, children: [], notes: [] };
  };
  const placed: Placed[] = [];

  const areas = plan.areas.map((area): CardNode => {
    const objectives = area.objectives.map((objective): CardNode => {
      const declared =
        objective.weights.length === 0 ? undefined : sum(objective.weights.map((w) => optional(w.weight) ?? ZERO));
      const programmeShares = shareOut(declared, objective.programmes.map(programmeWeight));
      const programmes = objective.programmes.map((programme, p): CardNode => {
        const total = programmeShares.weights[p];
        const shares = shareOut(
          total,
          programme.indicators.map((i) => optional(i.weight)),
        );
        const notes = weightNotes(shares, optional(programme.weight), 'indicatori');
        const nodes = programme.indicators.map((indicator, i) => {
          const perspective = indicator.perspective ?? programme.perspective ?? UNASSIGNED;
          const node = leafNode({
            code: indicator.code,
            name: indicator.name,
            weight: shares.weights[i] ?? ZERO,
            circles: [
              `programme:${programme.code}`,
              `objective:${objective.code}@${perspective}`,
              `perspective:${perspective}`,
              'entity',
            ],
          });
          placed.push({
            node,
            perspective,
            office: indicator.office,
            missione: indicator.missioneProgramma ?? programme.missioneProgramma ?? UNASSIGNED,
            objective,
            programme: { ...programme, notes },
          });
          return node;
        });
        return groupNode(`programme:${programme.code}`, programme.title, nodes, notes);
      });
      const notes = weightNotes(programmeShares, declared, 'programmi');
      return groupNode(`objective:${objective.code}`, objective.title, programmes, notes);
    });
    return groupNode(`area:${area.code}`, area.title, objectives);
  });

  const perspectiveTitle = (id: string): string =>
    plan.perspectives.find((p) => p.id === id)?.title ?? (id === UNASSIGNED ? 'Senza prospettiva' : id);
  const perspectiveIds = [...new Set([...plan.perspectives.map((p) => p.id), ...placed.map((p) => p.perspective)])];

  return {
    exercise: plan.exercise,
    entity: groupNode('entity', plan.title, areas),
    perspectives: perspectiveIds
      .map((id) =>
        perspectiveNode(
          id,
          perspectiveTitle(id),
          placed.filter((p) => p.perspective === id),
        ),
      )
      .filter((node) => node.children.length > 0),
    offices: groupedNodes(
      placed,
      (p) => p.office,
      'office',
      (id) => titles.office?.(id) ?? id,
    ),
    missioni: groupedNodes(
      placed,
      (p) => p.missione,
      'missione',
      (id) => missioneTitle(id, titles),
    ),
    individual: individualNodes(plan, leafNode, titles),
    sheets: sheetNodes(plan, leafNode),
    leaves,
    nominal: scaled(leaves.map((leaf) => leaf.weight)),
  };
}

const programmeWeight = (programme: Programme): Rational | undefined =>
  programme.indicators.length > 0 && programme.indicators.every((i) => i.weight !== undefined)
    ? sum(programme.indicators.map((i) => optional(i.weight) ?? ZERO))
    : optional(programme.weight);

function missioneTitle(code: string, titles: Titles): string {
  if (code === UNASSIGNED) return 'Senza missione e programma';
  const title = titles.missione?.(code);
  return `Missione ${code.replace('/', ', programma ')}${title === undefined ? '' : `: ${title}`}`;
}

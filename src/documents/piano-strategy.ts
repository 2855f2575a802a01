import type { Plan } from '../domain/plan.js';
import { planShape } from '../domain/plan-shape.js';
import { documentWords as words } from '../words/documents.js';
import { type Block, headed, paragraph, type Section } from './content.js';
import { scorecardTables } from './cruscotto.js';
import { mapSections } from './map.js';
import { sheetSections } from './schede.js';

/** Chapter 4: areas and objectives, the strategic map, the scorecard, the programme sheets. */
export function organisational(plan: Plan, entity: string, titleOf: (id: string) => string): readonly Section[] {
  return [
    { level: 3, title: words.piano.tree, blocks: [] },
    { level: 4, title: words.piano.areas, blocks: treeBlocks(plan, entity) },
    ...mapSections(plan, titleOf),
    {
      level: 3,
      title: words.piano.scorecard,
      blocks: [paragraph(words.piano.noResults(plan.exercise)), ...scorecardTables(plan)],
    },
    ...headed(
      { level: 3, title: words.piano.sheets },
      sheetSections(plan).map((section) => ({ ...section, level: 4 as const })),
    ),
  ];
}

/** On one page a tree of so many programmes can be read; a larger one is drawn area by area. */
const ON_A_PAGE = 8;

/** Areas with their objectives as a table, and the performance tree drawn. @param entity name of the body */
export function treeBlocks(plan: Plan, entity: string): readonly Block[] {
  const { areas } = planShape(plan);
  const programmes = areas.flatMap(({ objectives }) => objectives.flatMap((objective) => objective.programmes));
  const trees = programmes.length <= ON_A_PAGE ? [areas] : areas.map((area) => [area]);
  return [
    areasTable(plan),
    ...trees.map(
      (drawn): Block => ({
        kind: 'drawing',
        drawing: { kind: 'tree', entity, plan: { areas: drawn } },
        caption: words.piano.treeDrawn(trees.length === 1 ? undefined : drawn[0]?.code),
      }),
    ),
  ];
}

/** Areas and their objectives. */
const areasTable = (plan: Plan): Block => ({
  kind: 'table',
  dataset: 'aree-obiettivi',
  caption: words.piano.areasCaption,
  columns: [
    { title: words.column.area, share: 3 },
    { title: words.column.objective, share: 5, heads: true },
  ],
  rows: plan.areas.flatMap((area) =>
    area.objectives.map((objective) => ({
      cells: [`${area.code} ${area.title}`, `${objective.code} ${objective.title}`],
    })),
  ),
});

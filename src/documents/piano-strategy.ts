import type { Plan } from '../domain/plan.js';
import { type AreaShape, planShape } from '../domain/plan-shape.js';
import { documentWords as words } from '../words/documents.js';
import { type Block, type Drawing, headed, paragraph, type Section } from './content.js';
import { scorecardTables } from './cruscotto.js';
import { isWholeWidth } from './drawing-size.js';
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

/** Areas with their objectives as a table, and the performance tree drawn. @param entity name of the body */
export function treeBlocks(plan: Plan, entity: string): readonly Block[] {
  const treeOf = (areas: readonly AreaShape[]): Drawing => ({ kind: 'tree', entity, plan: { areas } });
  const trees = byPage(planShape(plan).areas, (areas) => isWholeWidth(treeOf(areas), LANDSCAPE));
  return [
    areasTable(plan),
    ...trees.map(
      (drawn): Block => ({
        kind: 'drawing',
        drawing: treeOf(drawn),
        caption: words.piano.treeDrawn(trees.length === 1 ? [] : drawn.map(({ code }) => code)),
      }),
    ),
  ];
}

/** The Piano lies on its side. */
const LANDSCAPE = true;

/** As many areas on each page as fit on it, none parted. */
function byPage(
  areas: readonly AreaShape[],
  holds: (areas: readonly AreaShape[]) => boolean,
): readonly (readonly AreaShape[])[] {
  const pages: AreaShape[][] = [];
  for (const area of areas) {
    const last = pages.at(-1);
    if (last !== undefined && holds([...last, area])) last.push(area);
    else pages.push([area]);
  }
  return pages;
}

/** Areas and their objectives. */
const areasTable = (plan: Plan): Block => ({
  kind: 'table',
  dataset: 'aree-obiettivi',
  caption: words.piano.areasCaption,
  columns: [
    { title: words.column.area, share: 4 },
    { title: words.column.objective, share: 5, heads: true },
  ],
  rows: plan.areas.flatMap((area) =>
    area.objectives.map((objective) => ({
      cells: [`${area.code} ${area.title}`, `${objective.code} ${objective.title}`],
    })),
  ),
});

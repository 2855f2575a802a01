import type { Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { type Block, headed, paragraph, type Section } from './content.js';
import { scorecardTables } from './cruscotto.js';
import { mapSections } from './map.js';
import { sheetSections } from './schede.js';

/** Chapter 4: areas and objectives, the strategic map, the scorecard, the programme sheets. */
export function organisational(plan: Plan, titleOf: (id: string) => string): readonly Section[] {
  return [
    { level: 3, title: words.piano.tree, blocks: [] },
    { level: 4, title: words.piano.areas, blocks: [areasTable(plan)] },
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

/** Areas and their objectives. */
export const areasTable = (plan: Plan): Block => ({
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

import type { Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { type Block, headed, paragraph, type Section } from './content.js';
import { scorecardTables } from './cruscotto.js';
import { sheetSections } from './schede.js';

/** Chapter 4: areas and objectives, the strategic map, the scorecard, the programme sheets. */
export function organisational(plan: Plan): readonly Section[] {
  return [
    { level: 3, title: words.piano.tree, blocks: [] },
    { level: 4, title: words.piano.areas, blocks: [areasTable(plan)] },
    { level: 4, title: words.piano.map, blocks: [mapTable(plan)] },
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

/** As the map is drawn: a line for each perspective, a column for each objective. */
export function mapTable(plan: Plan): Block {
  const objectives = plan.areas.flatMap((area) => area.objectives);
  return {
    kind: 'table',
    dataset: 'mappa',
    caption: words.piano.mapCaption,
    columns: [
      { title: words.column.perspective, share: 1.6, heads: true },
      ...objectives.map((objective) => ({ title: `${objective.code} ${objective.title}`, share: 2.5 })),
    ],
    rows: plan.perspectives.map((perspective) => ({
      cells: [
        perspective.title,
        ...objectives.map((objective) =>
          objective.programmes
            .filter((programme) => programme.perspective === perspective.id)
            .map((programme) => `${programme.code} ${programme.title}`)
            .join('; '),
        ),
      ],
    })),
  };
}

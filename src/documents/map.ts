import type { Plan } from '../domain/plan.js';
import { planShape } from '../domain/plan-shape.js';
import { documentWords } from '../words/documents.js';
import { objectiveWords as words } from '../words/objectives.js';
import { paragraph, type Section, type Table } from './content.js';

/**
 * `piano/mappa`: a line for each perspective, a column for each objective, then who answers for the objectives and what brings what
 * about. @param titleOf of a role or an office
 */
export function mapSections(plan: Plan, titleOf: (role: string) => string): readonly Section[] {
  if (plan.areas.length === 0) return [];
  const owned = plan.areas.flatMap((area) => area.objectives).filter(({ owners = [] }) => owners.length > 0);
  return [
    {
      level: 4,
      title: documentWords.piano.map,
      blocks: [
        mapDrawing(plan),
        mapTable(plan),
        ...linksBlocks(plan),
        ...(owned.length === 0 ? [] : [ownersTable(plan, titleOf)]),
      ],
    },
  ];
}

/** The map as our pages draw it. */
const mapDrawing = (plan: Plan): Section['blocks'][number] => ({
  kind: 'drawing',
  drawing: { kind: 'map', plan: planShape(plan) },
  caption: documentWords.piano.mapDrawn,
});

/** As the map is drawn: a line for each perspective, a column for each objective. */
function mapTable(plan: Plan): Table {
  const objectives = plan.areas.flatMap((area) => area.objectives);
  const { column, piano } = documentWords;
  return {
    kind: 'table',
    dataset: 'mappa',
    caption: piano.mapCaption,
    columns: [
      { title: column.perspective, share: 1.6, heads: true },
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

function linksBlocks(plan: Plan): Section['blocks'] {
  const objectives = plan.areas.flatMap((area) => area.objectives);
  const named = (code: string): string => `${code} ${objectives.find((one) => one.code === code)?.title ?? ''}`.trim();
  const links = plan.links ?? [];
  if (links.length === 0) return [paragraph(words.linksNone)];
  return [
    {
      kind: 'table',
      dataset: 'collegamenti',
      caption: words.links,
      columns: [
        { title: words.cause, share: 3, heads: true },
        { title: words.effect, share: 3 },
        { title: words.reason, share: 4 },
      ],
      rows: links.map(({ from, to, reason }) => ({ cells: [named(from), named(to), reason] })),
    },
  ];
}

function ownersTable({ areas, exercise }: Plan, titleOf: (role: string) => string): Table {
  return {
    kind: 'table',
    dataset: 'responsabili-obiettivi',
    caption: words.owners,
    columns: [
      { title: words.objective, share: 5, heads: true },
      { title: words.years, share: 1 },
      { title: words.owners, share: 3 },
    ],
    rows: areas.flatMap((area) =>
      area.objectives.map(({ code, title, owners = [] }) => ({
        cells: [
          `${code} ${title}`,
          `${exercise}-${exercise + 2}`,
          owners.length === 0 ? words.nobody : owners.map(titleOf).join(', '),
        ],
      })),
    ),
  };
}

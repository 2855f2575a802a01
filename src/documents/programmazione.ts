import type { Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { annexSections } from './budget.js';
import { type Cell, type DocumentContent, type DocumentHeading, euros } from './content.js';
import { piraSections } from './pira.js';
import { resourcesTable } from './schede.js';

/** The RPP, as far as the plan holds it: areas, objectives and programmes with the resources of their sheets. */
export function rppContent(heading: DocumentHeading, plan: Plan): DocumentContent {
  const planned = new Map(plan.sheets.map((sheet) => [sheet.programme, sheet.resources.planned]));
  return {
    ...heading,
    landscape: false,
    sections: plan.areas.map((area) => ({
      level: 2,
      title: `${words.piano.area} ${area.code}: ${area.title}`,
      blocks: [
        {
          kind: 'table',
          dataset: 'programmi',
          caption: `${words.column.area} ${area.code}`,
          part: { column: words.column.area, value: `${area.code} ${area.title}` },
          columns: [
            { title: words.column.objective, share: 3 },
            { title: words.column.programme, share: 3, heads: true },
            { title: words.column.planned, figures: true, share: 1.4 },
          ],
          rows: area.objectives.flatMap((objective) =>
            objective.programmes.map((programme): { readonly cells: readonly Cell[] } => {
              const amount = planned.get(programme.code);
              return {
                cells: [
                  `${objective.code} ${objective.title}`,
                  `${programme.code} ${programme.title}`,
                  amount === undefined ? words.budget.sheetMissing : euros(amount),
                ],
              };
            }),
          ),
        },
      ],
    })),
  };
}

/** The preventivo: the economic interventions of Allegato 2, and the PIRA that goes with it (D.M. 27/03/2013, art. 2). */
export function preventivoContent(heading: DocumentHeading, plan: Plan): DocumentContent {
  return {
    ...heading,
    landscape: true,
    sections: [
      ...annexSections(plan),
      { level: 2, title: words.titles.pira ?? '', blocks: [] },
      ...piraSections(plan).map((section) => ({ ...section, level: 3 as const })),
    ],
  };
}

/** The budget direzionale by area and objective: Allegato 2, then the resources of each programme. */
export function budgetContent(heading: DocumentHeading, plan: Plan): DocumentContent {
  return {
    ...heading,
    landscape: false,
    sections: [...annexSections(plan), { level: 2, title: words.budget.byProgramme, blocks: [resourcesTable(plan)] }],
  };
}

/** The PIRA alone: expected results by *missione* and *programma* (D.Lgs. 91/2011, art. 19). */
export function piraContent(heading: DocumentHeading, plan: Plan): DocumentContent {
  return { ...heading, landscape: true, sections: piraSections(plan) };
}

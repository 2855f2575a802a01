import type { Plan, StrategicArea } from '../domain/plan.js';
import type { DecimalText } from '../domain/targets/types.js';
import { documentWords as words } from '../words/documents.js';
import { totalOf } from './amounts.js';
import { annexSections } from './budget.js';
import {
  type DocumentContent,
  type DocumentHeading,
  euros,
  headed,
  type Row,
  type Section,
  type Table,
} from './content.js';
import { piraSections } from './pira.js';
import { resourcesTable } from './schede.js';

/** The RPP, as far as the plan holds it: areas, objectives and programmes with the resources of their sheets. */
export function rppContent(heading: DocumentHeading, plan: Plan): DocumentContent {
  const areas = plan.areas.map((area): AreaLines => ({ area, programmes: programmesOf(plan, area) }));
  return {
    ...heading,
    landscape: false,
    sections: [
      { level: 2, title: words.budget.byArea, blocks: [areasTable(areas)] },
      ...areas.map(
        ({ area, programmes }): Section => ({
          level: 2,
          title: `${words.piano.area} ${area.code}: ${area.title}`,
          blocks: [
            {
              kind: 'table',
              dataset: 'programmi',
              caption: `${words.piano.area} ${area.code}: ${area.title}`,
              part: { column: words.column.area, value: `${area.code} ${area.title}` },
              columns: [
                { title: words.column.objective, share: 3 },
                { title: words.column.programme, share: 3, heads: true },
                { title: words.column.planned, figures: true, share: 1.4 },
              ],
              rows: [
                ...programmes.map(({ objective, programme, planned }) => ({
                  level: words.level_.programme,
                  cells: [objective, programme, planned === undefined ? words.budget.sheetMissing : euros(planned)],
                })),
                totalRow(words.level_.total.area, programmes),
              ],
            },
          ],
        }),
      ),
    ],
  };
}

function areasTable(areas: readonly AreaLines[]): Table {
  const amounts = areas.map(({ programmes }) => totalOf(plannedOf(programmes)));
  return {
    kind: 'table',
    dataset: 'risorse-aree',
    caption: words.budget.byArea,
    columns: [
      { title: words.column.area, share: 6, heads: true },
      { title: words.column.planned, figures: true, share: 1.4 },
    ],
    rows: [
      ...areas.map(({ area }, at) => ({ cells: [`${area.code} ${area.title}`, euros(amounts[at] ?? '0')] })),
      { stress: 'total', cells: [words.level_.total.total, euros(totalOf(amounts))] },
    ],
  };
}

interface AreaLines {
  readonly area: StrategicArea;
  readonly programmes: readonly ProgrammeLine[];
}

interface ProgrammeLine {
  readonly objective: string;
  readonly programme: string;
  /** Absent where the programme has no sheet. */
  readonly planned: DecimalText | undefined;
}

const programmesOf = (plan: Plan, area: StrategicArea): readonly ProgrammeLine[] =>
  area.objectives.flatMap((objective) =>
    objective.programmes.map((programme) => ({
      objective: `${objective.code} ${objective.title}`,
      programme: `${programme.code} ${programme.title}`,
      planned: plan.sheets.find((sheet) => sheet.programme === programme.code)?.resources.planned,
    })),
  );

const plannedOf = (lines: readonly ProgrammeLine[]): readonly DecimalText[] =>
  lines.flatMap(({ planned }) => (planned === undefined ? [] : [planned]));

const totalRow = (title: string, lines: readonly ProgrammeLine[]): Row => ({
  level: title,
  stress: 'total',
  cells: ['', title, euros(totalOf(plannedOf(lines)))],
});

/** The preventivo: the economic interventions of Allegato 2, and the PIRA that goes with it (D.M. 27/03/2013, art. 2). */
export function preventivoContent(heading: DocumentHeading, plan: Plan): DocumentContent {
  return {
    ...heading,
    landscape: true,
    sections: [
      ...annexSections(plan),
      ...headed({ level: 2, title: words.titles.pira ?? '' }, piraSections(plan).map(under)),
    ],
  };
}

const under = (section: Section): Section => ({ ...section, level: section.level === 2 ? 3 : 4 });

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

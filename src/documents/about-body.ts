import { ABOUT_KINDS, type AboutEntry } from '../domain/about-body.js';
import type { Entity } from '../domain/entity.js';
import { targetText } from '../domain/findings/walk.js';
import { type OrgChart, unitsOf } from '../domain/org-chart.js';
import type { IndividualObjective, Plan } from '../domain/plan.js';
import { aboutWords as words } from '../words/about-body.js';
import { number, paragraph, percent, type Section, type Table } from './content.js';

/** `ente/chi-siamo`: bodies, seats, services, participations, a table for each kind there is. */
export function aboutSections(entries: readonly AboutEntry[]): readonly Section[] {
  return ABOUT_KINDS.flatMap((kind): readonly Section[] => {
    const mine = entries.filter((entry) => entry.kind === kind);
    return mine.length === 0 ? [] : [{ level: 3, title: words.kinds[kind], blocks: [entriesTable(kind, mine)] }];
  });
}

function entriesTable(kind: AboutEntry['kind'], entries: readonly AboutEntry[]): Table {
  const counted = entries.some(({ count }) => count !== undefined);
  const open = entries.some(({ hours }) => hours !== undefined);
  return {
    kind: 'table',
    dataset: `ente-${words.kind[kind]}`,
    caption: words.captions[kind],
    columns: [
      { title: words.what, share: 3, heads: true },
      { title: words.detailsOf[kind], share: 5 },
      ...(counted ? [{ title: words.counts[kind], figures: true, share: 1 }] : []),
      ...(open ? [{ title: words.hours, share: 3 }] : []),
    ],
    rows: entries.map(({ title, details, count, hours }) => ({
      cells: [
        title,
        details.join('; '),
        ...(counted ? [count === undefined ? '' : number(count)] : []),
        ...(open ? [hours ?? ''] : []),
      ],
    })),
  };
}

/** `ente/organigramma`: every unit with what it stands under, from the head down. */
export function orgChartSections(chart: OrgChart): readonly Section[] {
  const rows = unitsOf(chart).map(({ unit, depth, above }) => ({
    cells: [`${'– '.repeat(depth)}${unit.title}`, above?.title ?? ''],
  }));
  return [
    {
      level: 3,
      title: words.chart,
      blocks: [
        { kind: 'drawing', drawing: { kind: 'organisation', chart }, caption: words.chart },
        ...(chart.boards.length === 0
          ? []
          : [
              {
                kind: 'list' as const,
                title: words.boards,
                ordered: false,
                items: chart.boards.map(({ title }) => [title]),
              },
            ]),
        {
          kind: 'table',
          dataset: 'organigramma',
          caption: words.chartCaption,
          columns: [
            { title: words.unit, share: 3, heads: true },
            { title: words.under, share: 3 },
          ],
          rows,
        },
      ],
    },
  ];
}

/** The objectives of *dirigenti*: of roles the entity calls so. Those of anybody else are personal and stand nowhere public. */
export const executiveObjectives = (
  { individual }: Pick<Plan, 'individual'>,
  roles: Entity['roles'],
): readonly IndividualObjective[] => {
  const executive = new Set(roles.filter((role) => role.executive === true).map(({ id }) => id));
  return individual.filter(({ role }) => executive.has(role));
};

/** `piano/obiettivi-dirigenti`: weights, indicators and targets by role, never results (D.Lgs. 150/2009, art. 10). */
export function executiveSections(plan: Plan, roles: Entity['roles']): readonly Section[] {
  const objectives = executiveObjectives(plan, roles);
  if (objectives.length === 0) return [];
  const holders = [...new Set(objectives.map(({ role }) => role))];
  return [
    {
      level: 3,
      title: words.executives,
      blocks: [
        paragraph(words.executivesLead),
        ...holders.map((role) => {
          const title = roles.find(({ id }) => id === role)?.title ?? role;
          const mine = objectives.filter((one) => one.role === role);
          return executiveTable(plan, title, mine);
        }),
      ],
    },
  ];
}

function executiveTable({ exercise, areas }: Plan, role: string, objectives: readonly IndividualObjective[]): Table {
  const programmes = areas.flatMap((area) => area.objectives.flatMap((objective) => objective.programmes));
  const programmeOf = (code: string): string =>
    `${code} ${programmes.find((programme) => programme.code === code)?.title ?? ''}`.trim();
  return {
    kind: 'table',
    dataset: 'obiettivi-dirigenti',
    caption: words.executivesCaption(role),
    part: { column: words.role, value: role },
    columns: [
      { title: words.objective, share: 3 },
      { title: words.programme, share: 3 },
      { title: words.weight, figures: true, share: 0.9 },
      { title: words.indicator, share: 5, heads: true },
      { title: words.target(exercise), share: 3 },
    ],
    rows: objectives.flatMap((objective) =>
      objective.indicators.map((indicator, at) => ({
        cells: [
          at === 0 ? `${objective.code} ${objective.title ?? ''}`.trim() : '',
          at === 0 ? programmeOf(objective.programme) : '',
          at === 0 ? percent(objective.weight) : '',
          indicator.name,
          targetText(indicator, exercise) || words.notWritten,
        ],
      })),
    ),
  };
}

import { targetText } from '../domain/findings/walk.js';
import type { Indicator, Plan, Programme, StrategicObjective } from '../domain/plan.js';
import type { DecimalText } from '../domain/targets/types.js';
import { missionNames, documentWords as words } from '../words/documents.js';
import { totalOf } from './amounts.js';
import { type Cell, euros, paragraph, percent, type Section, type Table } from './content.js';

/** An indicator of the scorecard where the PIRA puts it. */
interface Placed {
  readonly missione: string;
  readonly objective: StrategicObjective;
  readonly programme: Programme;
  readonly indicator: Indicator;
}

/**
 * The *Piano degli indicatori e dei risultati attesi*: a table for each *missione* and *programma*, with objectives, indicators,
 * expected results of three years, and what the sheets of its programmes plan to spend.
 */
export function piraSections(plan: Plan): readonly Section[] {
  const placed = placedIndicators(plan);
  const missioni = [...new Set(placed.map((p) => p.missione))].sort();
  return [
    { level: 2, title: words.pira.title, blocks: [paragraph(words.pira.intro), resourcesTable(plan, placed)] },
    ...missioni.map(
      (missione): Section => ({
        level: 3,
        title: missione === '' ? words.pira.unassigned : `${missione} ${nameOf(missione)}`,
        blocks: [
          indicatorsTable(
            plan,
            missione,
            placed.filter((p) => p.missione === missione),
          ),
        ],
      }),
    ),
  ];
}

const placedIndicators = (plan: Plan): readonly Placed[] =>
  plan.areas
    .flatMap((area) => area.objectives)
    .flatMap((objective) =>
      objective.programmes.flatMap((programme) =>
        programme.indicators.map((indicator) => ({
          missione: indicator.missioneProgramma ?? programme.missioneProgramma ?? '',
          objective,
          programme,
          indicator,
        })),
      ),
    );

const nameOf = (missione: string): string => missionNames[missione] ?? words.pira.unknown;

function indicatorsTable({ exercise }: Plan, missione: string, placed: readonly Placed[]): Table {
  return {
    kind: 'table',
    dataset: 'pira',
    caption: missione === '' ? words.pira.unassigned : `${words.column.missione} ${missione}`,
    part: { column: words.column.missione, value: missione },
    columns: [
      { title: words.column.code, dataOnly: true },
      { title: words.column.objective, share: 3 },
      { title: words.column.programme, share: 3 },
      { title: words.column.indicator, share: 4, heads: true },
      { title: words.column.weight, figures: true, share: 0.9 },
      { title: words.column.target(exercise), share: 1.2 },
      { title: words.column.target(exercise + 1), share: 1.2 },
      { title: words.column.target(exercise + 2), share: 1.2 },
    ],
    rows: placed.map(({ objective, programme, indicator }) => ({
      cells: [
        indicator.code,
        `${objective.code} ${objective.title}`,
        `${programme.code} ${programme.title}`,
        indicator.name,
        indicator.weight === undefined ? '' : percent(indicator.weight),
        targetText(indicator, exercise),
        targetText(indicator, exercise + 1),
        targetText(indicator, exercise + 2),
      ],
    })),
  };
}

function resourcesTable(plan: Plan, placed: readonly Placed[]): Table {
  const missioni = [...new Set(placed.map((p) => p.missione))].sort();
  const amounts = missioni.map((missione): DecimalText => {
    const programmes = new Set(placed.filter((p) => p.missione === missione).map((p) => p.programme.code));
    return totalOf(plan.sheets.filter((s) => programmes.has(s.programme)).map((s) => s.resources.planned));
  });
  const row = (missione: string, amount: DecimalText): readonly Cell[] => [missione, nameOf(missione), euros(amount)];
  return {
    kind: 'table',
    dataset: 'pira-risorse',
    caption: words.pira.resourcesCaption,
    columns: [
      { title: words.column.missione, share: 1.2, heads: true },
      { title: words.pira.name, share: 6 },
      { title: words.pira.resources, figures: true, share: 1.6 },
    ],
    rows: [
      ...missioni.map((missione, at) => ({ cells: row(missione, amounts[at] ?? '0') })),
      { stress: 'total', cells: [words.level_.total.total, '', euros(totalOf(amounts))] },
    ],
  };
}

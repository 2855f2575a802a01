import { targetText } from '../domain/findings/walk.js';
import type { Indicator, Plan } from '../domain/plan.js';
import type { DecimalText } from '../domain/targets/types.js';
import { documentWords as words } from '../words/documents.js';
import { type Cell, type Column, percent, type Row, type Table } from './content.js';

/** What a checkpoint found of an indicator, as the tables of the Relazione print it beside its target. */
export interface Found {
  /** The value as it is read: `17/20`, `30/06/2016`. */
  readonly value: string;
  readonly achievement?: DecimalText;
}

/** Results by indicator's code; absent in the Piano, which is written before there are any. */
export type Results = ReadonlyMap<string, Found>;

/**
 * The *cruscotto strategico*: a table for each perspective, objectives with their programmes and indicators, weights and the
 * targets of three years (chapter 4.2 of the Piano). With results, the achievement stands beside the first target.
 */
export function scorecardTables(plan: Plan, results?: Results): readonly Table[] {
  const { exercise } = plan;
  return plan.perspectives.map((perspective) => ({
    kind: 'table',
    dataset: 'cruscotto',
    caption: perspective.title,
    part: { column: words.column.perspective, value: perspective.title },
    columns: columnsOf(exercise, results !== undefined),
    rows: plan.areas
      .flatMap((area) => area.objectives)
      .flatMap((objective): readonly Row[] => {
        const programmes = objective.programmes.filter((p) => p.perspective === perspective.id);
        if (programmes.length === 0) return [];
        const here = objective.weights.find((w) => w.perspective === perspective.id);
        return [
          {
            level: words.level_.objective,
            stress: 'group',
            cells: bare(objective, here?.weight, here?.missioneProgramma, results !== undefined),
          },
          ...programmes.flatMap((programme): readonly Row[] => [
            {
              level: words.level_.programme,
              stress: 'subgroup',
              cells: bare(programme, programme.weight, programme.missioneProgramma, results !== undefined),
            },
            ...programme.indicators.map((indicator) => ({
              level: words.level_.indicator,
              cells: indicatorCells(indicator, exercise, results),
            })),
          ]),
        ];
      }),
  }));
}

const columnsOf = (exercise: number, withResults: boolean): readonly Column[] => [
  { title: words.column.code, dataOnly: true },
  { title: words.column.scorecard, share: 4.5, heads: true },
  { title: words.column.weight, figures: true, share: 0.9 },
  { title: words.column.result(exercise - 1), share: 1.1 },
  { title: words.column.result(exercise), share: 1.1 },
  { title: words.column.target(exercise), share: 1.3 },
  ...(withResults ? [{ title: words.column.realisation, figures: true, share: 1.1 }] : []),
  { title: words.column.target(exercise + 1), share: 1.1 },
  { title: words.column.target(exercise + 2), share: 1.1 },
  { title: words.column.missione, share: 1.1 },
];

function bare(
  node: { readonly code: string; readonly title: string },
  weight: DecimalText | undefined,
  missione: string | undefined,
  withResults: boolean,
): readonly Cell[] {
  const empty: readonly Cell[] = ['', '', '', '', ''];
  return [
    node.code,
    `${node.code} ${node.title}`,
    weight === undefined ? '' : percent(weight),
    ...empty,
    ...(withResults ? [''] : []),
    missione ?? '',
  ];
}

function indicatorCells(indicator: Indicator, exercise: number, results: Results | undefined): readonly Cell[] {
  return [
    indicator.code,
    indicator.name,
    indicator.weight === undefined ? '' : percent(indicator.weight),
    ...resultAndTargets(indicator, exercise, results),
    indicator.missioneProgramma ?? '',
  ];
}

/** Results of the year before and of the exercise, the target, its achievement where there are results, two more targets. */
export function resultAndTargets(
  indicator: Indicator,
  exercise: number,
  results: Results | undefined,
): readonly Cell[] {
  const found = results?.get(indicator.repeats ?? indicator.code);
  // A row that repeats an indicator may have another target: its achievement is then its own.
  const achievement = results?.get(indicator.code)?.achievement;
  return [
    indicator.results?.find((r) => r.year === exercise - 1)?.text ?? '',
    found?.value ?? '',
    targetText(indicator, exercise),
    ...(results === undefined ? [] : [achievement === undefined ? '' : percent(achievement)]),
    targetText(indicator, exercise + 1),
    targetText(indicator, exercise + 2),
  ];
}

import { type MissionScheme, missionTitleIn } from '../domain/body-kind.js';
import { targetText } from '../domain/findings/walk.js';
import type { Indicator, Plan, Programme, StrategicObjective } from '../domain/plan.js';
import type { Totals } from '../domain/resources/ledger.js';
import { reconcile } from '../domain/resources/reconcile.js';
import { documentWords as words } from '../words/documents.js';
import { resourceWords } from '../words/resources.js';
import { totalOf } from './amounts.js';
import { type Cell, euros, paragraph, percent, type Section, type Table } from './content.js';

/** What the missions of the body's budget are called, as its kind says. */
export type MissionTitles = Pick<MissionScheme, 'titles'>;

/** An indicator of the scorecard where the PIRA puts it. */
export interface PlacedInPira {
  readonly missione: string;
  readonly objective: StrategicObjective;
  readonly programme: Programme;
  readonly indicator: Indicator;
}

/**
 * The *Piano degli indicatori e dei risultati attesi*: a table for each *missione* and *programma*, with objectives, indicators,
 * expected results of three years, and what the ledger gives its programmes.
 */
export function piraSections(plan: Plan, missions: MissionTitles): readonly Section[] {
  const placed = placedIndicators(plan);
  const missioni = [...new Set(placed.map((p) => p.missione))].sort();
  return [
    { level: 2, title: words.pira.title, blocks: [paragraph(words.pira.intro), resourcesTable(plan, missions)] },
    ...missioni.map(
      (missione): Section => ({
        level: 3,
        title: missionTitle(missione, missions),
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

/** Every indicator of the scorecard with the *missione/programma* it belongs to; none is empty. */
export const placedIndicators = (plan: Plan): readonly PlacedInPira[] =>
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

/** `032/002 Indirizzo politico`. */
export const missionTitle = (missione: string, missions: MissionTitles): string =>
  missione === '' ? words.pira.unassigned : `${missione} ${nameOf(missione, missions)}`;

const nameOf = (missione: string, missions: MissionTitles): string =>
  missionTitleIn(missions, missione) ?? words.pira.unknown;

function indicatorsTable({ exercise }: Plan, missione: string, placed: readonly PlacedInPira[]): Table {
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

/** Each line of the ledger under the one *missione* of its programme: what they come to is the ledger's total, once. */
function resourcesTable(plan: Plan, missions: MissionTitles): Table {
  const missioneOf = new Map(
    plan.areas.flatMap((area) =>
      area.objectives.flatMap((objective) =>
        objective.programmes.map((programme) => [programme.code, ownMissione(objective, programme)] as const),
      ),
    ),
  );
  const { programmes, ledger } = reconcile(plan);
  const amounts = new Map<string, readonly Totals[]>();
  for (const one of programmes) {
    const missione = missioneOf.get(one.programme) ?? '';
    amounts.set(missione, [...(amounts.get(missione) ?? []), one.ledger]);
  }
  const row = (missione: string, totals: readonly Totals[]): readonly Cell[] => [
    missione === '' ? '' : missione,
    missione === '' ? words.pira.unassigned : nameOf(missione, missions),
    ...KEYS.map((key) => euros(totalOf(totals.map((total) => total[key])))),
  ];
  return {
    kind: 'table',
    dataset: 'pira-risorse',
    caption: words.pira.resourcesCaption,
    columns: [
      { title: words.column.missione, share: 1.2, heads: true },
      { title: words.pira.name, share: 6 },
      ...KEYS.map((key) => ({ title: resourceWords.column[key], figures: true, share: 1.6 })),
    ],
    rows: [
      ...[...amounts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([missione, totals]) => ({ cells: row(missione, totals) })),
      { stress: 'total', cells: [words.level_.total.total, '', ...KEYS.map((key) => euros(ledger[key]))] },
    ],
  };
}

const KEYS = ['cost', 'investment', 'all'] as const satisfies readonly (keyof Totals)[];

/** Of a programme that names none: the one its indicators share, or its objective's. */
function ownMissione(objective: StrategicObjective, programme: Programme): string {
  if (programme.missioneProgramma !== undefined) return programme.missioneProgramma;
  const said = new Set(programme.indicators.flatMap((one) => one.missioneProgramma ?? []));
  const above = new Set(objective.weights.flatMap((one) => one.missioneProgramma ?? []));
  const [only, ...others] = said.size > 0 ? said : above;
  return others.length === 0 ? (only ?? '') : '';
}

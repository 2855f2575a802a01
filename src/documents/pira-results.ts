import { targetText } from '../domain/findings/walk.js';
import type { Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { relazioneWords } from '../words/relazione.js';
import { paragraph, type Section, type Table } from './content.js';
import { found } from './monitoraggio.js';
import { type MissionTitles, missionTitle, type PlacedInPira, placedIndicators } from './pira.js';
import { type Assessed, countedOf, lightOf, percentOr, type YearEnd } from './relazione/year-end.js';

/**
 * `bilancio/rapporto-sui-risultati`: what each *missione* and *programma* of the PIRA reached of what it expected, as it is annexed to
 * the year's accounts (D.M. 27 marzo 2013, art. 5).
 */
export function piraResultSections(plan: Plan, { checkpoint }: YearEnd, missions: MissionTitles): readonly Section[] {
  const placed = placedIndicators(plan);
  const results = new Map(checkpoint.indicators.map((one) => [one.assessment.indicator, one]));
  const missioni = [...new Set(placed.map(({ missione }) => missione))].sort();
  return [
    {
      level: 3,
      title: '',
      blocks: [paragraph(relazioneWords.summary.at(checkpoint.title, checkpoint.to))],
    },
    ...missioni.map(
      (missione): Section => ({
        level: 3,
        title: missionTitle(missione, missions),
        blocks: [
          resultsTable(
            plan.exercise,
            missione,
            placed.filter((one) => one.missione === missione),
            results,
            missions,
          ),
        ],
      }),
    ),
  ];
}

const resultsTable = (
  exercise: number,
  missione: string,
  placed: readonly PlacedInPira[],
  results: ReadonlyMap<string, Assessed>,
  missions: MissionTitles,
): Table => ({
  kind: 'table',
  dataset: 'rapporto-sui-risultati',
  caption: missionTitle(missione, missions),
  part: { column: words.column.missione, value: missione },
  columns: [
    { title: words.column.code, dataOnly: true },
    { title: words.column.objective, share: 3 },
    { title: words.column.programme, share: 3 },
    { title: words.column.indicator, share: 4, heads: true },
    { title: words.column.target(exercise), share: 1.3 },
    { title: words.monitoring.value, share: 1.3 },
    { title: words.monitoring.achievement, figures: true, share: 1.3 },
    { title: words.monitoring.outcome, share: 1 },
  ],
  rows: placed.map(({ objective, programme, indicator }) => {
    const result = results.get(indicator.code);
    return {
      cells: [
        indicator.code,
        `${objective.code} ${objective.title}`,
        `${programme.code} ${programme.title}`,
        indicator.name,
        targetText(indicator, exercise),
        result === undefined ? '' : found(result.assessment, undefined).value,
        percentOr(result && countedOf(result), relazioneWords.objectives.notComputed),
        result === undefined ? '' : words.traffic[lightOf(result)],
      ],
    };
  }),
});

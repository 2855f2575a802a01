import type { Rollup, TrafficLight } from '../../domain/achievement/types.js';
import { formatItalian } from '../../domain/calendar/civil-date.js';
import { divide, fromInteger, HUNDRED, multiply, roundedText } from '../../domain/rational.js';
import { documentWords } from '../../words/documents.js';
import { relazioneWords } from '../../words/relazione.js';
import {
  type Block,
  type Cell,
  type Column,
  number,
  paragraph,
  percent,
  type Section,
  type Table,
} from '../content.js';
import { codeOf, type EarlierResult, lightOf, percentOr, pointsBetween, type YearEnd } from './year-end.js';

const words = relazioneWords.summary;
const notComputed = relazioneWords.objectives.notComputed;
/** A chart tells four lines apart: the entity and its first areas. */
const MOST_AREAS = 3;

/**
 * `relazione/sintesi`: how the year went in one page. The whole in words, areas beside the year before, indicators by light, and
 * how the result grew from checkpoint to checkpoint.
 * @param earlier results of the exercise's checkpoints and of the last ones of the exercises before
 */
export function summarySections(year: YearEnd, earlier: readonly EarlierResult[]): readonly Section[] {
  const { exercise, checkpoint, entity } = year;
  const before = lastOf(earlier, exercise - 1, 'entity');
  const said = [
    words.at(checkpoint.title, checkpoint.to),
    entity.achievement === undefined
      ? words.notComputed(exercise)
      : words.whole(exercise, entity.achievement, entity.coverage),
    ...(entity.worst === entity.best ? [] : [words.open(entity.worst, entity.best)]),
    before === undefined
      ? words.noBefore(exercise - 1)
      : words.before(exercise - 1, before.achievement, before.coverage),
  ];
  const blocks: readonly Block[] = [
    paragraph(said.join(' ')),
    areasTable(year, earlier),
    lightsTable(year),
    ...trendChart(year, earlier),
  ];
  return [{ level: 3, title: '', blocks }];
}

function areasTable({ exercise, entity }: YearEnd, earlier: readonly EarlierResult[]): Table {
  const compared = [entity, ...entity.children].some(({ node }) => lastOf(earlier, exercise - 1, node) !== undefined);
  const row = (rollup: Rollup, title: string) => {
    const before = lastOf(earlier, exercise - 1, rollup.node);
    return [
      title,
      percentOr(rollup.achievement, notComputed),
      percent(rollup.coverage),
      ...(compared
        ? [
            ...(before === undefined ? ['', ''] : [percent(before.achievement), percent(before.coverage)]),
            pointsBetween(rollup.achievement, before?.achievement),
          ]
        : []),
      documentWords.traffic[rollup.light],
    ];
  };
  return {
    kind: 'table',
    dataset: 'sintesi-aree',
    caption: words.areas,
    columns: [
      { title: words.area, share: 5, heads: true },
      { title: words.reached(exercise), figures: true, share: 1.6 },
      { title: relazioneWords.figure.coverage, figures: true, share: 1.3 },
      ...(compared
        ? [
            { title: words.reached(exercise - 1), figures: true, share: 1.6 },
            { title: relazioneWords.figure.coverageOf(String(exercise - 1)), figures: true, share: 1.3 },
            { title: words.change, figures: true, share: 1.4 },
          ]
        : []),
      { title: words.light, share: 1.2 },
    ],
    rows: [
      ...entity.children.map((area) => ({ cells: row(area, `${codeOf(area.node)} ${area.title}`) })),
      { stress: 'total', cells: row(entity, words.entity) },
    ],
  };
}

const LIGHTS: readonly TrafficLight[] = ['green', 'yellow', 'red', 'none'];

function lightsTable({ checkpoint }: YearEnd): Table {
  const lights = checkpoint.indicators.filter(({ repeated }) => repeated !== true).map(lightOf);
  const share = (of: number): string =>
    roundedText(multiply(divide(fromInteger(of), fromInteger(lights.length)), HUNDRED), {
      decimals: 1,
      mode: 'half-up',
    });
  return {
    kind: 'table',
    dataset: 'sintesi-esiti',
    caption: words.lights,
    columns: [
      { title: words.light, share: 3, heads: true },
      { title: words.howMany, figures: true },
      { title: words.share, figures: true },
    ],
    rows: LIGHTS.map((light) => {
      const found = lights.filter((one) => one === light).length;
      const title = light === 'none' ? words.notAssessed : documentWords.traffic[light];
      return { cells: [title, number(found), lights.length === 0 ? '' : percent(share(found))] };
    }),
  };
}

function trendChart({ exercise, entity }: YearEnd, earlier: readonly EarlierResult[]): readonly Block[] {
  const mine = earlier.filter((one) => one.exercise === exercise);
  const days = [...new Set(mine.map(({ to }) => to))].sort();
  if (days.length < 2) return [];
  const drawn = [
    { node: entity.node, title: words.entity },
    ...entity.children.slice(0, MOST_AREAS).map(({ node, title }) => ({ node, title: `${codeOf(node)} ${title}` })),
  ];
  const at = (node: string, day: string) => mine.findLast((one) => one.of === node && one.to === day);
  const lines = drawn.map(({ node, title }) => ({
    title,
    values: days.map((day) => at(node, day)?.achievement ?? null),
  }));
  const known = lines.filter(({ values }) => values.some((value) => value !== null));
  return known.length === 0
    ? []
    : [
        {
          kind: 'chart',
          labels: days.map(formatItalian),
          lines: known,
          alt: words.chartAlt(exercise),
          caption: words.chart,
          besideTable: true,
        },
        {
          kind: 'table',
          dataset: 'sintesi-andamento',
          caption: words.chart,
          columns: [
            { title: documentWords.monitoring.scope, share: 5, heads: true },
            ...days.flatMap((day) => reachedAndCoverage(formatItalian(day))),
          ],
          rows: drawn.map(({ node, title }) => ({
            cells: [title, ...days.flatMap((day) => cellsOf(at(node, day)))],
          })),
        },
      ];
}

/** What was reached stands with the share of the weight it was computed on. */
export const reachedAndCoverage = (when: string): readonly Column[] => [
  { title: when, figures: true, share: 1.4 },
  { title: relazioneWords.figure.coverageOf(when), figures: true, share: 1.4 },
];

export const cellsOf = (result: Pick<EarlierResult, 'achievement' | 'coverage'> | undefined): readonly Cell[] =>
  result === undefined
    ? [relazioneWords.comparison.unknown, relazioneWords.comparison.unknown]
    : [percentOr(result.achievement ?? undefined, notComputed), percent(result.coverage)];

/** The last result of a node in an exercise; undefined where none was computed. */
export function lastOf(
  earlier: readonly EarlierResult[],
  exercise: number,
  node: string,
): { readonly achievement: string; readonly coverage: string } | undefined {
  const last = earlier.findLast((one) => one.exercise === exercise && one.of === node);
  return last === undefined || last.achievement === null
    ? undefined
    : { achievement: last.achievement, coverage: last.coverage };
}

import { resultText, scorecardIndicators, targetText } from '../../domain/findings/walk.js';
import type { Plan } from '../../domain/plan.js';
import { relazioneWords } from '../../words/relazione.js';
import { type Block, paragraph, type Section } from '../content.js';
import { found } from '../monitoraggio.js';
import { cellsOf, lastOf, reachedAndCoverage } from './summary.js';
import { codeOf, type EarlierResult, type YearEnd } from './year-end.js';

const words = relazioneWords.comparison;
/** Exercises that are compared: this one and the two before. */
const YEARS = 3;

/**
 * `relazione/confronto`: how areas did in the last exercises, then each indicator of the scorecard with last year's result, this year's
 * value and the targets of three years.
 * @param measured what was measured at the end of the year before, as it is read, by indicator
 */
export function comparisonSections(
  plan: Plan,
  year: YearEnd,
  earlier: readonly EarlierResult[],
  measured: ReadonlyMap<string, string>,
): readonly Section[] {
  return [...yearsSection(year, earlier), { level: 3, title: words.values, blocks: valuesOf(plan, year, measured) }];
}

function yearsSection({ exercise, entity }: YearEnd, earlier: readonly EarlierResult[]): readonly Section[] {
  const years = Array.from({ length: YEARS }, (_, back) => exercise - YEARS + 1 + back).filter(
    (one) => one === exercise || earlier.some((result) => result.exercise === one),
  );
  if (years.length < 2) return [];
  const nodes = [
    ...entity.children.map(({ node, title }) => ({ node, title: `${codeOf(node)} ${title}` })),
    { node: entity.node, title: relazioneWords.summary.entity },
  ];
  return [
    {
      level: 3,
      title: words.results,
      blocks: [
        {
          kind: 'table',
          dataset: 'confronto-aree',
          caption: words.results,
          columns: [
            { title: words.scope, share: 5, heads: true },
            ...years.flatMap((one) => reachedAndCoverage(String(one))),
          ],
          rows: nodes.map(({ node, title }) => ({
            cells: [title, ...years.flatMap((one) => cellsOf(lastOf(earlier, one, node)))],
          })),
        },
        {
          kind: 'chart',
          labels: years.map(String),
          lines: [
            {
              title: relazioneWords.summary.entity,
              values: years.map((one) => lastOf(earlier, one, entity.node)?.achievement ?? null),
            },
          ],
          alt: words.chartAlt,
          caption: words.chart,
        },
      ],
    },
  ];
}

function valuesOf(plan: Plan, { checkpoint }: YearEnd, measured: ReadonlyMap<string, string>): readonly Block[] {
  const { exercise } = plan;
  const now = new Map(checkpoint.indicators.map(({ assessment }) => [assessment.indicator, assessment]));
  const before = exercise - 1;
  return [
    paragraph(words.valuesIntro(exercise)),
    {
      kind: 'table',
      dataset: 'confronto-indicatori',
      caption: words.values,
      columns: [
        { title: words.indicator, share: 5, heads: true },
        { title: words.result(before), share: 1.5 },
        { title: words.result(exercise), share: 1.5 },
        { title: words.target(exercise), share: 1.5 },
        { title: words.target(exercise + 1), share: 1.5 },
        { title: words.target(exercise + 2), share: 1.5 },
      ],
      rows: scorecardIndicators(plan).map(({ node }) => {
        const assessment = now.get(node.code);
        return {
          cells: [
            node.name,
            measured.get(node.code) ?? orUnknown(resultText(node, before)),
            orUnknown(assessment === undefined ? '' : found(assessment, undefined).value),
            orUnknown(targetText(node, exercise)),
            orUnknown(targetText(node, exercise + 1)),
            orUnknown(targetText(node, exercise + 2)),
          ],
        };
      }),
    },
  ];
}

const orUnknown = (text: string): string => (text.trim() === '' ? words.unknown : text);

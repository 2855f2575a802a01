import type { Rollup } from '../../domain/achievement/types.js';
import { scorecardIndicators } from '../../domain/findings/walk.js';
import type { Plan } from '../../domain/plan.js';
import { documentWords } from '../../words/documents.js';
import { relazioneWords } from '../../words/relazione.js';
import { type Block, paragraph, percent, type Section, type Table } from '../content.js';
import { found } from '../monitoraggio.js';
import {
  type Assessed,
  codeOf,
  countedOf,
  lightOf,
  percentOr,
  pointsBetween,
  type SaidBefore,
  type YearEnd,
} from './year-end.js';

const words = relazioneWords.objectives;

/**
 * `relazione/obiettivi`: the organisational performance by area and strategic objective, with deviations; below each area what ended
 * yellow or red, with the cause its officer declared and what was proposed. What nobody declared is said to be undeclared.
 * @param before what was said of an indicator at the checkpoints before the last, by its code
 */
export function objectiveSections(
  plan: Plan,
  year: YearEnd,
  before: ReadonlyMap<string, SaidBefore>,
): readonly Section[] {
  const assessed = new Map(year.checkpoint.indicators.map((one) => [one.assessment.indicator, one]));
  const codesIn = codesByArea(plan);
  return [
    { level: 3, title: '', blocks: [paragraph(words.intro)] },
    ...year.entity.children.map((area): Section => {
      const code = codeOf(area.node);
      const below = (codesIn.get(code) ?? []).flatMap((of) => {
        const one = assessed.get(of);
        return one !== undefined && ['red', 'yellow'].includes(lightOf(one)) ? [one] : [];
      });
      const rest: Block = below.length === 0 ? paragraph(words.none) : belowTable(code, below, year, before);
      return { level: 3, title: words.area(code, area.title), blocks: [objectivesTable(area), rest] };
    }),
  ];
}

/** Codes of the indicators of each area: those of the scorecard, then those that only the sheets of its programmes have. */
function codesByArea(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const scored = new Set(scorecardIndicators(plan).map(({ node }) => node.code));
  return new Map(
    plan.areas.map((area) => [
      area.code,
      area.objectives.flatMap(({ programmes }) =>
        programmes.flatMap((programme) => [
          ...programme.indicators.map(({ code }) => code).filter((code) => scored.has(code)),
          ...plan.sheets
            .filter((sheet) => sheet.programme === programme.code)
            .flatMap(({ indicators }) => indicators.filter(({ repeats }) => repeats === undefined))
            .map(({ code }) => code),
        ]),
      ),
    ]),
  );
}

const objectivesTable = (area: Rollup): Table => ({
  kind: 'table',
  dataset: 'obiettivi',
  caption: words.caption(codeOf(area.node)),
  part: { column: relazioneWords.summary.area, value: `${codeOf(area.node)} ${area.title}` },
  columns: [
    { title: words.objective, share: 5, heads: true },
    { title: relazioneWords.figure.achievement, figures: true, share: 1.6 },
    { title: relazioneWords.figure.coverage, figures: true, share: 1.3 },
    { title: words.deviation, figures: true, share: 1.6 },
    { title: relazioneWords.figure.light, share: 1.2 },
  ],
  rows: [
    ...area.children.map((objective) => ({
      cells: cellsOf(objective, `${codeOf(objective.node)} ${objective.title}`),
    })),
    { stress: 'total', cells: cellsOf(area, `${codeOf(area.node)} ${area.title}`) },
  ],
});

const cellsOf = (rollup: Rollup, title: string) => [
  title,
  percentOr(rollup.achievement, words.notComputed),
  percent(rollup.coverage),
  pointsBetween(rollup.achievement, '100'),
  documentWords.traffic[rollup.light],
];

const belowTable = (
  area: string,
  below: readonly Assessed[],
  { checkpoint, remedies }: YearEnd,
  before: ReadonlyMap<string, SaidBefore>,
): Table => ({
  kind: 'table',
  dataset: 'scostamenti',
  caption: words.belowCaption(area),
  part: { column: relazioneWords.summary.area, value: area },
  columns: [
    { title: documentWords.column.code, dataOnly: true },
    { title: words.indicator, share: 4, heads: true },
    { title: words.target, share: 1.3 },
    { title: words.value, share: 1.3 },
    { title: relazioneWords.figure.achievement, figures: true, share: 1.4 },
    { title: relazioneWords.figure.light, share: 1 },
    { title: words.cause, share: 3.5 },
    { title: words.remedy, share: 3.5 },
  ],
  rows: below.map((one) => ({
    cells: [
      one.assessment.indicator,
      one.name,
      one.target,
      found(one.assessment, undefined).value,
      percentOr(countedOf(one), words.notComputed),
      documentWords.traffic[lightOf(one)],
      one.cause ??
        saidOr(
          before.get(one.assessment.indicator)?.cause,
          lightOf(one) === 'red' || checkpoint.standing === 'final' ? words.unsaid : words.unasked,
        ),
      remedies.get(one.assessment.indicator) ??
        one.next ??
        saidOr(before.get(one.assessment.indicator)?.remedy, words.nothing),
    ],
  })),
});

/** What was said of an earlier period, with that period; or that nothing was. */
const saidOr = (said: SaidBefore[keyof SaidBefore], nothing: string): string =>
  said === undefined ? nothing : words.saidOf(said.text, said.to);

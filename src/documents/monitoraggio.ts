import type { IndicatorAssessment, Rollup, TraceLine } from '../domain/achievement/types.js';
import type { Plan } from '../domain/plan.js';
import type { AppliedOverride } from '../domain/scorecard/types.js';
import { documentWords as words } from '../words/documents.js';
import { standingWords } from '../words/measure.js';
import { overrideWords } from '../words/overrides.js';
import type { CheckpointContent } from './checkpoint-content.js';
import { collectedBlocks } from './collected.js';
import {
  type Block,
  type Cell,
  type DocumentContent,
  type DocumentHeading,
  headed,
  paragraph,
  percent,
  type Section,
  type Table,
} from './content.js';
import { type Found, type Results, scorecardTables } from './cruscotto.js';
import { farSections } from './far-from-target.js';
import { figure, percentText } from './figure-text.js';
import { forecastSections, laterSections } from './forecast-sections.js';
import { overrideSections } from './override-sections.js';
import { type Spending, sheetSections } from './schede.js';
import { type WrittenDocument, writeDocument } from './write.js';

/** What of a checkpoint's results a published document shows: all but the individual objectives. */
export function publicRollups(rollups: readonly Rollup[]): Pick<CheckpointContent, 'summary' | 'elsewhere'> {
  const entity = rollups.filter((r) => r.node === 'entity').map((r) => ({ ...r, title: words.monitoring.wholeEntity }));
  const areas = rollups.filter((r) => r.node === 'entity').flatMap((r) => r.children);
  const starting = (prefix: string) => rollups.filter((r) => r.node.startsWith(prefix));
  return {
    summary: [...entity, ...starting('perspective:'), ...areas],
    elsewhere: [...starting('office:'), ...starting('missione:')],
  };
}

/** The monitoring report of one checkpoint. */
export async function writeMonitoring(heading: DocumentHeading, content: CheckpointContent): Promise<WrittenDocument> {
  return await writeDocument(monitoringContent(heading, content));
}

export function monitoringContent(heading: DocumentHeading, content: CheckpointContent): DocumentContent {
  return {
    ...heading,
    landscape: true,
    sections: [
      ...checkpointSections(content),
      ...forecastSections(content),
      ...laterSections(content),
      ...overrideSections(content),
    ],
  };
}

/**
 * The Relazione sulla performance, measurable part: how the year went from checkpoint to checkpoint, the scorecard and the sheets
 * of the plan with what the last one found and what was spent, then every checkpoint from the last to the first. How each indicator was
 * computed is said of the last; the others have their reports. What a forecast said, and what was still to be known, the year has answered.
 */
export function relazioneContent(
  heading: DocumentHeading,
  checkpoints: readonly CheckpointContent[],
  plan?: Plan,
  spending?: Spending,
): DocumentContent {
  const results = resultsOf(checkpoints.at(-1));
  return {
    ...heading,
    landscape: true,
    sections: [
      ...(checkpoints.length < 2
        ? []
        : [{ level: 2 as const, title: words.monitoring.trend, blocks: [trendTable(checkpoints)] }]),
      ...(plan === undefined || results === undefined ? [] : planSections(plan, results, spending)),
      ...checkpoints
        .toReversed()
        .flatMap((one, at) => [
          ...(at === 0 ? checkpointSections(one) : sectionsInShort(one)),
          ...overrideSections(one),
        ]),
    ],
  };
}

function planSections(plan: Plan, results: Results, spending: Spending | undefined): readonly Section[] {
  return [
    { level: 2, title: words.monitoring.scorecard, blocks: scorecardTables(plan, results) },
    ...headed({ level: 2, title: words.monitoring.sheets }, sheetSections(plan, results, spending)),
  ];
}

/** What counts of each indicator: the computed achievement, or the one an act fixed. */
function resultsOf(last: CheckpointContent | undefined): Results | undefined {
  if (last === undefined) return undefined;
  return new Map(
    last.indicators.map(({ assessment, override }) => [
      assessment.indicator,
      found(assessment, override === undefined ? assessment.achievement : forcedValue(override)),
    ]),
  );
}

/** A computed result as tables print it: the value, and the achievement that counts. */
export const found = (assessment: IndicatorAssessment, counts: string | undefined): Found => ({
  value: measuredValue(assessment),
  achievement: counts,
});

const forcedValue = ({ override }: AppliedOverride): string | undefined =>
  override.kind === 'forced' ? override.value : undefined;

/** The line of a trace with the value, which has a column of its own. */
const VALUE = 'Valore rilevato';

/** The value as the trace of the assessment gives it: the one place where it is written for people. */
const measuredValue = ({ trace }: IndicatorAssessment): string =>
  trace.find((line) => line.label === VALUE)?.value ?? '';

function trendTable(checkpoints: readonly CheckpointContent[]): Table {
  const scopes = checkpoints.at(-1)?.summary ?? [];
  return {
    kind: 'table',
    dataset: 'andamento',
    caption: words.monitoring.trendCaption,
    columns: [
      { title: words.monitoring.scope, share: 4, heads: true },
      ...checkpoints.flatMap(({ title }) => [
        { title, figures: true, share: 1.4 },
        { title: words.monitoring.coverageAt(title), figures: true, share: 1.4 },
      ]),
    ],
    rows: scopes.map((scope) => ({
      cells: [
        scope.title,
        ...checkpoints.flatMap(({ summary }) => {
          const reached = summary.find(({ node }) => node === scope.node);
          return [achievementOf(reached), reached === undefined ? '' : percent(reached.coverage)];
        }),
      ],
    })),
  };
}

const standingBlocks = ({ standing }: CheckpointContent): readonly Block[] =>
  standing === undefined ? [] : [paragraph(standingWords[standing].said)];

const spanOf = ({ title, from, to }: CheckpointContent): string => words.monitoring.span(title, from, to);

const resultsSection = ({ title, summary }: CheckpointContent): Section => ({
  level: 3,
  title: words.monitoring.results,
  blocks: [rollupTable(title, words.monitoring.results, 'sintesi', summary)],
});

const sectionsInShort = (content: CheckpointContent): readonly Section[] => [
  {
    level: 2,
    title: spanOf(content),
    blocks: [...standingBlocks(content), ...collectedBlocks(content), paragraph(words.monitoring.inItsReport)],
  },
  resultsSection(content),
  ...farSections(content),
];

function checkpointSections(content: CheckpointContent): readonly Section[] {
  const { title } = content;
  return [
    { level: 2, title: spanOf(content), blocks: [...standingBlocks(content), ...collectedBlocks(content)] },
    resultsSection(content),
    {
      level: 3,
      title: words.monitoring.elsewhere,
      blocks: (['office', 'missione'] as const).flatMap((view) => {
        const rollups = content.elsewhere.filter(({ node }) => node.startsWith(`${view}:`));
        return rollups.length === 0 ? [] : [rollupTable(title, words.monitoring.by[view], 'uffici-missioni', rollups)];
      }),
    },
    { level: 3, title: words.monitoring.indicators, blocks: indicatorBlocks(content) },
    ...farSections(content),
  ];
}

const rollupTable = (checkpoint: string, caption: string, dataset: string, rollups: readonly Rollup[]): Block => ({
  kind: 'table',
  dataset,
  caption,
  part: { column: words.monitoring.checkpoint, value: checkpoint },
  columns: [
    { title: words.monitoring.scope, share: 5, heads: true },
    { title: words.monitoring.achievement, figures: true, share: 1.5 },
    { title: words.monitoring.coverage, figures: true, share: 1.2 },
    { title: words.monitoring.lowest, figures: true, share: 1.2 },
    { title: words.monitoring.highest, figures: true, share: 1.2 },
    // Most results were changed by nobody: then there is nothing to note.
    { title: words.monitoring.note, share: 2.5, dataOnly: rollups.every(({ computed }) => computed === undefined) },
  ],
  rows: rollups.map((rollup) => ({
    cells: [
      rollup.title,
      achievementOf(rollup),
      percent(rollup.coverage),
      percent(rollup.worst),
      percent(rollup.best),
      noteOf(rollup),
    ],
  })),
});

const achievementOf = (rollup: Rollup | undefined): Cell =>
  rollup?.achievement === undefined ? words.monitoring.notComputed : percent(rollup.achievement);

/** A figure that an act has changed says so, with what it would be without. */
const noteOf = ({ computed }: Rollup): string =>
  computed === undefined
    ? ''
    : overrideWords.without(percentText(computed.achievement) ?? words.monitoring.notComputed);

/** What the traces of all indicators have in common is said once, before the table. */
function indicatorBlocks(content: CheckpointContent): readonly Block[] {
  const common = commonFacts(content.indicators.map(({ assessment }) => assessment.trace));
  const table = indicatorTable(content, new Set(common));
  return common.length === 0 ? [table] : [paragraph(words.monitoring.common(common.join('; '))), table];
}

const factOf = (line: TraceLine): string => `${line.label}: ${line.value}`;

function commonFacts(traces: readonly (readonly TraceLine[])[]): readonly string[] {
  const [first = [], ...others] = traces.map((trace) => trace.map(factOf));
  return others.length === 0 ? [] : first.filter((fact) => others.every((trace) => trace.includes(fact)));
}

const indicatorTable = ({ title, indicators }: CheckpointContent, common: ReadonlySet<string>): Block => ({
  kind: 'table',
  dataset: 'indicatori',
  caption: words.monitoring.indicatorsCaption,
  part: { column: words.monitoring.checkpoint, value: title },
  columns: [
    { title: words.column.code, dataOnly: true },
    { title: words.column.indicator, share: 3.6, heads: true },
    { title: words.monitoring.target, share: 1.4 },
    { title: words.monitoring.value, share: 1.2 },
    { title: words.monitoring.achievement, figures: true, share: 1.3 },
    { title: words.monitoring.outcome, share: 1.1 },
    { title: words.monitoring.how, share: 7 },
  ],
  rows: indicators.map(({ name, target, assessment, override }) => ({
    cells: [
      assessment.indicator,
      name,
      target,
      measuredValue(assessment),
      figure(override === undefined ? assessment.achievement : forcedValue(override)),
      override === undefined ? outcomeWord(assessment) : overriddenWord(override),
      assessment.trace
        .filter((line) => line.label !== VALUE)
        .map(factOf)
        .filter((fact) => !common.has(fact))
        .join('; '),
    ],
  })),
});

const outcomeWord = (assessment: IndicatorAssessment): string =>
  assessment.state === 'assessed' ? words.traffic[assessment.light] : words.states[assessment.state];

/** What counts and why, then what was computed. */
function overriddenWord({ override, light, computed }: AppliedOverride): string {
  const counts =
    override.kind === 'forced' ? `${overrideWords.forced}, ${words.traffic[light]}` : overrideWords.neutralised;
  return `${counts}; ${overrideWords.computed(percentText(computed.achievement) ?? words.monitoring.none)}`;
}

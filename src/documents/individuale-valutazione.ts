import type { CivilDate } from '../domain/calendar/types.js';
import type { ScoredPart, ScoreLine, ScoreTrace } from '../domain/individual/score.js';
import type { AssignedObjective, ObjectiveResult } from '../domain/individual/types.js';
import { rational, roundedText } from '../domain/rational.js';
import { never } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import { evaluationWords as words } from '../words/evaluation.js';
import { italianDay, italianPercent } from '../words/format.js';
import { rewardWords } from '../words/rewards.js';
import {
  type Block,
  type Cell,
  type DocumentContent,
  type DocumentHeading,
  day,
  number,
  paragraph,
  percent,
  type Section,
} from './content.js';

/** What is on record of the evaluation of one person, as far as a reader may see it: what they may not is absent. */
export interface EvaluationData {
  /** Names and titles, as they are printed. */
  readonly person: string;
  readonly group: string;
  readonly evaluator: string;
  readonly stage: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly objectives: readonly JudgedObjective[];
  readonly behaviours: readonly JudgedBehaviour[];
  readonly scale: readonly { readonly title: string; readonly descriptor: string; readonly score: DecimalText }[];
  /** Of which judgements the reader sees what was said. */
  readonly sees: { readonly self: boolean; readonly judged: boolean };
  /** Absent before anybody evaluated. */
  readonly trace?: ScoreTrace;
  readonly passages: readonly {
    readonly on: CivilDate;
    readonly who: string;
    readonly what: string;
    readonly text: string;
  }[];
}

export interface JudgedObjective extends AssignedObjective {
  /** Why it was judged so: of objectives whose result is nobody's computation. */
  readonly sentence?: string | undefined;
}

export interface JudgedBehaviour {
  readonly title: string;
  readonly descriptor: string;
  readonly weight: DecimalText;
  /** Titles of steps of the scale; absent: not judged yet. */
  readonly self?: string | undefined;
  readonly judged?: string | undefined;
  readonly sentence?: string | undefined;
}

/** Two decimals, as people read scores. */
const two = (value: DecimalText): DecimalText => roundedText(rational(value), { decimals: 2, mode: 'half-up' });

/**
 * The evaluation of one person with its whole trace. It is never published nor kept among the documents of a cycle: who calls must have
 * checked that the reader may see it. Kind `valutazione`.
 */
export function evaluationContent(heading: DocumentHeading, data: EvaluationData): DocumentContent {
  return {
    ...heading,
    landscape: false,
    sections: [
      { level: 2, title: data.person, blocks: [paragraph(words.confidential), factsOf(data)] },
      ...objectivesOf(data),
      ...behavioursOf(data),
      ...(data.trace === undefined ? [] : [scoreSection(data.trace)]),
      { level: 2, title: words.passages, blocks: [passagesOf(data)] },
      { level: 2, title: words.signatures, blocks: [{ kind: 'signature', who: words.signers }] },
    ],
  };
}

const factsOf = ({ group, evaluator, stage, from, to, trace }: EvaluationData): Block => ({
  kind: 'facts',
  facts: [
    { label: words.facts.group, value: group },
    { label: words.facts.evaluator, value: evaluator },
    { label: words.facts.period, value: words.period(italianDay(from), italianDay(to)) },
    ...(trace === undefined ? [] : [{ label: words.facts.days, value: number(trace.days) }]),
    { label: words.facts.stage, value: stage },
  ],
});

function objectivesOf({ objectives, trace }: EvaluationData): readonly Section[] {
  if (objectives.length === 0) return [];
  const lines = trace?.parts.find(({ kind }) => kind === 'objectives')?.lines ?? [];
  const reasons = objectives.some(({ sentence }) => sentence !== undefined);
  const table: Block = {
    kind: 'table',
    dataset: 'obiettivi-assegnati',
    caption: words.objectives,
    columns: [
      { title: words.objective, share: 3, heads: true },
      { title: words.source, share: 3 },
      { title: words.weight, figures: true },
      ...(trace === undefined ? [] : [{ title: words.result, figures: true }]),
      ...(reasons ? [{ title: words.sentence, share: 3 }] : []),
    ],
    rows: objectives.map(({ id, title, weight, result, sentence }) => ({
      cells: [
        title,
        sourceOf(result),
        percent(weight),
        ...(trace === undefined ? [] : [valueCell(lines.find(({ of }) => of === id)?.value)]),
        ...(reasons ? [sentence ?? ''] : []),
      ],
    })),
  };
  return [{ level: 2, title: words.objectives, blocks: [table] }];
}

/** Where the result of an objective comes from, in words. */
export function sourceOf(result: ObjectiveResult): string {
  switch (result.kind) {
    case 'programme':
    case 'indicator':
    case 'individual-objective':
      return words.sourceOf[result.kind](result.code);
    case 'own':
      return words.sourceOf.own(result.expected);
    default:
      return never(result);
  }
}

const valueCell = (value: DecimalText | undefined): Cell => (value === undefined ? words.unknown : percent(two(value)));

function behavioursOf({ behaviours, scale, sees }: EvaluationData): readonly Section[] {
  if (behaviours.length === 0) return [];
  return [
    {
      level: 2,
      title: words.behaviours,
      blocks: [
        {
          kind: 'table',
          dataset: 'comportamenti',
          caption: words.behaviours,
          columns: [
            { title: words.behaviour, share: 2.5, heads: true },
            { title: words.weight, figures: true, share: 0.8 },
            ...(sees.self ? [{ title: words.self, share: 1.2 }] : []),
            ...(sees.judged
              ? [
                  { title: words.judged, share: 1.2 },
                  { title: words.sentence, share: 3 },
                ]
              : []),
          ],
          rows: behaviours.map(({ title, descriptor, weight, self, judged, sentence }) => ({
            cells: [
              `${title}. ${descriptor}`,
              percent(weight),
              ...(sees.self ? [self ?? words.unjudged] : []),
              ...(sees.judged ? [judged ?? words.unjudged, sentence ?? ''] : []),
            ],
          })),
        },
        {
          kind: 'table',
          dataset: 'scala',
          caption: words.scale,
          columns: [
            { title: words.step, share: 1.2, heads: true },
            { title: words.descriptor, share: 4 },
            { title: words.points, figures: true, share: 0.8 },
          ],
          rows: scale.map(({ title, descriptor, score }) => ({ cells: [title, descriptor, number(score)] })),
        },
      ],
    },
  ];
}

/** How a part of the score is called. */
export const partTitle = ({ kind, lines }: Pick<ScoredPart, 'kind' | 'lines'>): string =>
  kind === 'organisational'
    ? rewardWords.partOf[lines[0]?.of === 'entity' ? 'entity' : 'office']
    : rewardWords.partOf[kind];

/** How an addend is called, with what must be known to make sense of its value. */
export function lineTitle({ title, found, coverage }: Pick<ScoreLine, 'title' | 'found' | 'coverage'>): string {
  const notes = [
    ...(found === undefined ? [] : [words.capped(italianPercent(two(found)))]),
    ...(coverage === undefined ? [] : [words.partly(italianPercent(two(coverage)))]),
  ];
  return notes.length === 0 ? title : `${title} (${notes.join('; ')})`;
}

function scoreSection(trace: ScoreTrace): Section {
  const { score, band, pay, coverage, worst, best, share } = trace;
  const facts = [
    ...(score === undefined ? [] : [{ label: words.total, value: number(two(score)) }]),
    ...(band === undefined ? [] : [{ label: words.band, value: band.title }]),
    ...(pay === undefined || band === undefined
      ? []
      : [
          { label: words.pay, value: percent(two(pay)) },
          ...(pay === band.pay
            ? []
            : [{ label: words.payHow, value: words.payPart(italianPercent(band.pay), italianPercent(two(share))) }]),
        ]),
  ];
  return {
    level: 2,
    title: words.score,
    blocks: [
      paragraph(words.scoreLead),
      ...(trace.results === undefined
        ? []
        : [paragraph(words.resultsOf(trace.results.title, italianDay(trace.results.to)))]),
      {
        kind: 'table',
        dataset: 'punteggio',
        caption: words.score,
        columns: [
          { title: words.part, share: 3, heads: true },
          { title: words.weight, figures: true },
          { title: words.value, figures: true },
        ],
        rows: trace.parts.flatMap((part) => [
          { stress: 'subgroup' as const, cells: [partTitle(part), percent(part.weight), valueCell(part.value)] },
          ...part.lines.map((line) => ({
            cells: [lineTitle(line), percent(two(line.weight)), valueCell(line.value)],
          })),
        ]),
      },
      ...(score === undefined ? [paragraph(words.noScore)] : []),
      ...(coverage === '100'
        ? []
        : [
            paragraph(
              words.incomplete(
                italianPercent(two(coverage)),
                italianPercent(two(worst)),
                italianPercent(two(best)),
                band !== undefined,
              ),
            ),
          ]),
      ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, facts }]),
    ],
  };
}

const passagesOf = ({ passages }: EvaluationData): Block => ({
  kind: 'table',
  dataset: 'passaggi',
  caption: words.passages,
  columns: [
    { title: words.on, share: 1 },
    { title: words.what, share: 2, heads: true },
    { title: words.who, share: 1.5 },
    { title: words.text, share: 4 },
  ],
  rows: passages.map(({ on, who, what, text }) => ({ cells: [day(on), what, who, text] })),
});

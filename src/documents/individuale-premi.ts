import { type AggregateRow, type Aggregates, FEWEST } from '../domain/individual/aggregates.js';
import type { EvaluatedGroup, IndividualRules, ScorePart } from '../domain/individual/types.js';
import { divide, fromInteger, HUNDRED, multiply, type Rational, roundedText } from '../domain/rational.js';
import { italianPercent } from '../words/format.js';
import { rewardWords as words } from '../words/rewards.js';
import {
  type Block,
  type DocumentContent,
  type DocumentHeading,
  euros,
  number,
  paragraph,
  percent,
  type Section,
} from './content.js';

/** What is published of rewards is made from. */
export interface RewardsData {
  readonly rules: IndividualRules;
  /** `Sistema di misurazione e valutazione della performance 2016` */
  readonly system: string;
  readonly aggregates: Aggregates;
}

const TWO = { decimals: 2, mode: 'half-up' } as const;
const shown = (value: Rational) => roundedText(value, TWO);

/** What is set aside and paid for results in all (D.Lgs. 33/2013, art. 20, c. 1). Kind `premi`. */
export function rewardAmountsContent(heading: DocumentHeading, data: RewardsData): DocumentContent {
  return {
    ...heading,
    landscape: false,
    sections: [
      {
        level: 2,
        title: words.amounts,
        blocks: [paragraph(words.amountsNorm), ...amountsTable(data.rules, data.aggregates)],
      },
    ],
  };
}

/** What is set aside and paid, in the rows that may be told. */
export function amountsTable(rules: IndividualRules, aggregates: Aggregates): readonly Block[] {
  if (aggregates.kind === 'too-few') return [paragraph(words.tooFew(FEWEST))];
  const { rows, total } = aggregates;
  if (rows.every(({ amounts }) => amounts === undefined)) return [paragraph(words.noAmounts)];
  const cells = (title: string, { people, amounts }: AggregateRow) => [
    title,
    number(people),
    ...(amounts === undefined ? ['', ''] : [euros(shown(amounts.allocated)), euros(shown(amounts.paid))]),
  ];
  return [
    {
      kind: 'table',
      dataset: 'premi',
      caption: words.amounts,
      columns: [
        { title: words.group, share: 3, heads: true },
        { title: words.people, figures: true },
        { title: words.allocated, figures: true, share: 1.5 },
        { title: words.paid, figures: true, share: 1.5 },
      ],
      rows: [
        ...rows.map((row) => ({ cells: cells(titleOf(rules, row), row) })),
        ...(rows.length > 1 ? [{ stress: 'total' as const, cells: cells(words.total, total) }] : []),
      ],
    },
    paragraph(words.guard(FEWEST)),
    ...(total.amounts === undefined ? [paragraph(words.someMissing)] : []),
  ];
}

/** By what criteria rewards are given, how they are distributed, how far they differ (art. 20, c. 2). Kind `dati-premi`. */
export function rewardDataContent(heading: DocumentHeading, data: RewardsData): DocumentContent {
  const { rules, system, aggregates } = data;
  return {
    ...heading,
    landscape: false,
    sections: [
      {
        level: 2,
        title: words.criteria,
        blocks: [
          paragraph(words.dataNorm),
          paragraph(words.criteriaLead(system)),
          partsTable(rules),
          bandsTable(rules.groups),
        ],
      },
      ...aggregateSections(rules, aggregates),
    ],
  };
}

/** How people were evaluated, in aggregate: of documents that say it among other things too. */
export function aggregateSections(rules: IndividualRules, aggregates: Aggregates): readonly Section[] {
  if (aggregates.kind === 'too-few')
    return [{ level: 2, title: words.distribution, blocks: [paragraph(words.tooFew(FEWEST))] }];
  const { rows, total } = aggregates;
  const counted = rows.length > 1 ? [...rows, total] : rows;
  const named = (row: AggregateRow): string => (row === total && rows.length > 1 ? words.total : titleOf(rules, row));
  return [
    {
      level: 2,
      title: words.distribution,
      blocks: [paragraph(words.guard(FEWEST)), ...counted.map((row) => distributionOf(named(row), row))],
    },
    { level: 2, title: words.differentiation, blocks: differentiation(rules, aggregates, counted, named) },
  ];
}

const titleOf = ({ groups }: IndividualRules, row: AggregateRow): string =>
  row.groups.map((id) => groups.find((group) => group.id === id)?.title ?? id).join(', ');

const partName = (part: ScorePart): string =>
  part.kind === 'organisational' ? words.partOf[part.of] : words.partOf[part.kind];

const partsTable = ({ groups }: IndividualRules): Block => ({
  kind: 'table',
  dataset: 'criteri',
  caption: words.parts,
  columns: [
    { title: words.group, share: 2, heads: true },
    { title: words.part, share: 2.5 },
    { title: words.weight, figures: true },
  ],
  rows: groups.flatMap(({ title, parts }) =>
    parts.map((part) => ({ cells: [title, partName(part), percent(part.weight)] })),
  ),
});

const bandsTable = (groups: readonly EvaluatedGroup[]): Block => ({
  kind: 'table',
  dataset: 'fasce',
  caption: words.bands,
  columns: [
    { title: words.group, share: 2, heads: true },
    { title: words.band, share: 2 },
    { title: words.from, figures: true },
    { title: words.pay, figures: true },
  ],
  rows: groups.flatMap(({ title, bands }) =>
    bands.map((band) => ({ cells: [title, band.title, number(band.from), percent(band.pay)] })),
  ),
});

const shareOf = (part: number, whole: number): Rational =>
  divide(multiply(fromInteger(part), HUNDRED), fromInteger(whole));

function distributionOf(title: string, { bands, people }: AggregateRow): Block {
  if (bands === undefined) return paragraph(words.ownBands(title));
  return {
    kind: 'table',
    dataset: 'distribuzione',
    caption: words.distributionOf(title),
    part: { column: words.group, value: title },
    columns: [
      { title: words.band, share: 2, heads: true },
      { title: words.pay, figures: true },
      { title: words.people, figures: true },
      { title: words.share, figures: true },
    ],
    rows: bands.map(({ band, people: some }) => ({
      cells: [band.title, percent(band.pay), number(some), percent(shown(shareOf(some, people)))],
    })),
  };
}

function differentiation(
  { groups }: IndividualRules,
  { differentiation: limit }: Extract<Aggregates, { kind: 'told' }>,
  rows: readonly AggregateRow[],
  named: (row: AggregateRow) => string,
): readonly Block[] {
  const table: Block = {
    kind: 'table',
    dataset: 'differenziazione',
    caption: words.differentiation,
    columns: [
      { title: words.group, share: 3, heads: true },
      { title: words.people, figures: true },
      { title: words.mean, figures: true },
      { title: words.first, figures: true },
      { title: words.bandsUsed, figures: true },
    ],
    rows: rows.map((row) => ({
      cells: [
        named(row),
        number(row.people),
        number(shown(row.mean)),
        row.bands === undefined ? '' : percent(shown(shareOf(row.bands[0]?.people ?? 0, row.people))),
        row.bands === undefined ? '' : number(row.bands.filter(({ people }) => people > 0).length),
      ],
    })),
  };
  if (limit === undefined) return [table];
  const title = groups.find(({ id }) => id === limit.group)?.title ?? limit.group;
  const [share, atMost] = [italianPercent(shown(limit.share)), italianPercent(shown(limit.atMost))];
  return [table, paragraph(words.limit(title, limit.band.title, share, atMost, limit.held))];
}

import {
  type Compared,
  indicatorsSideBySide,
  type Pair,
  pointsBetween,
  type SideIndicator,
  type SideTotal,
  totalsSideBySide,
} from '../../../domain/scorecard/side-by-side.js';
import type { ResultsAt } from '../../../register/reading/results-at.js';
import { consoleWords } from '../../../words/console.js';
import { sideBySideWords as words } from '../../../words/side-by-side.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import type { Frame } from '../kit/frame.js';
import { Achievement } from '../kit/parts/achievement.js';
import { indicatorPath } from '../kit/paths.js';
import { achievementCell, countedOf, lightOf, lightText } from '../kit/table/cells.js';
import { type Column, columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';
import { useTables } from '../kit/table/tables-of-page.js';
import { cycleTitle, sideOf } from './side-by-side.js';
import { Total } from './total.js';

const total = columnsOf<Pair<SideTotal>>();
const both = columnsOf<Pair<SideIndicator>>();
const alone = columnsOf<AloneRow>();
const inFile = { only: 'file' } as const;

interface Sides {
  readonly one: ResultsAt;
  readonly other: ResultsAt;
}

const SIDES = ['first', 'second'] as const;

/** The body, its perspectives and its objectives, with what has no counterpart. */
export function TotalsTable({ frame, one, other, compared }: Sides & { frame: Frame; compared: Compared }) {
  const pairs = totalsSideBySide(sideOf(one), sideOf(other), compared);
  const names = namesOf({ one, other }, compared);
  const unpaired = pairs.filter(({ first, second }) => first === undefined || second === undefined);
  const lone = (kind: SideTotal['kind']) => unpaired.filter((pair) => either(pair).kind === kind).length;
  // The file is of both bodies, whatever page they stand on.
  useTables()?.headed({
    title: words.title,
    entity: [...new Set([one, other].map(({ cycle }) => cycle.entityName))].join('; '),
    exercise: one.cycle.exercise === other.cycle.exercise ? one.cycle.exercise : undefined,
    on: frame.today,
    simulated: one.assessment.simulated || other.assessment.simulated,
  });
  return (
    <TableSection
      name="confronto"
      anchor="totali"
      caption={words.totals}
      lead={<p>{unpaired.length === 0 ? words.allPaired : words.unpaired(lone('perspective'), lone('objective'))}</p>}
      columns={[
        total.text(words.what, titleOf),
        ...SIDES.flatMap((side): readonly Column<Pair<SideTotal>>[] => [
          total.percent(words.achievementOf(names[side]), (pair) => pair[side]?.figures?.achievement, {
            figures: false,
            show: (pair) => <TotalCell assets={frame.assets} total={pair[side]} />,
          }),
          total.status(words.lightOf(names[side]), (pair) => lightOf(pair[side]?.figures), inFile),
          total.percent(words.coverageOf(names[side]), (pair) => pair[side]?.figures?.coverage, inFile),
        ]),
        total.decimal(words.difference, differenceOf, {
          show: (pair) => saidDifference(differenceOf(pair)),
        }),
        total.text(words.counterpart, (pair) => standingOf(pair, names), inFile),
      ]}
      rows={pairs}
    />
  );
}

function TotalCell({ assets, total: one }: { assets: Assets; total: SideTotal | undefined }) {
  if (one === undefined) return <em>{words.none}</em>;
  return one.figures === undefined ? <em>{words.noFigures}</em> : <Total rollup={one.figures} assets={assets} />;
}

const differenceOf = ({ first, second }: Pair<SideTotal>) =>
  pointsBetween(first?.figures?.achievement, second?.figures?.achievement);

const saidDifference = (points: string | undefined) => (points === undefined ? '–' : words.points(points));

function standingOf({ first, second }: Pair<unknown>, names: Readonly<Record<Side, string>>): string {
  if (first === undefined) return words.only(names.second);
  return second === undefined ? words.only(names.first) : words.both;
}

type Side = (typeof SIDES)[number];

/** What the sides are called at the head of their columns. */
function namesOf({ one, other }: Sides, compared: Compared): Readonly<Record<Side, string>> {
  const name = ({ cycle }: ResultsAt) => (compared === 'exercises' ? String(cycle.exercise) : cycleTitle(cycle));
  return { first: name(one), second: name(other) };
}

const either = <T,>({ first, second }: Pair<T>): T => {
  const one = first ?? second;
  if (one === undefined) throw new Error('a pair of nothing');
  return one;
};

function titleOf(pair: Pair<SideTotal>): string {
  const { kind, title } = either(pair);
  switch (kind) {
    case 'entity':
      return consoleWords.scorecard.overall;
    case 'perspective':
      return words.perspective(title);
    case 'objective':
      return words.objective([...new Set([pair.first, pair.second].flatMap((one) => one?.code ?? []))], title);
  }
}

/** An indicator of one exercise alone. */
interface AloneRow {
  readonly in: ResultsAt;
  readonly one: SideIndicator;
  readonly why: string;
}

/** The indicators that are the same in two exercises of a body, and those of one of them alone. */
export function IndicatorTables({ assets, one, other }: Sides & { assets: Assets }) {
  const pairs = indicatorsSideBySide(sideOf(one), sideOf(other));
  const same = pairs.filter(({ first, second }) => first !== undefined && second !== undefined);
  const names = namesOf({ one, other }, 'exercises');
  const of = { first: one, second: other };
  return (
    <>
      <section aria-labelledby="indicatori">
        <h2 id="indicatori">{words.indicators}</h2>
        <p>{same.length === 0 ? words.indicatorsNone : words.indicatorsLead}</p>
        {same.length > 0 && (
          <DataTable
            name="indicatori"
            caption={words.indicators}
            hideCaption
            columns={[
              both.text(takeAwayWords.columns.code, (pair) => either(pair).indicator.code, inFile),
              both.text(consoleWords.checkpoint.indicator, (pair) => either(pair).indicator.name, {
                show: (pair) => <Named at={one} {...either(pair)} />,
              }),
              ...SIDES.flatMap((side): readonly Column<Pair<SideIndicator>>[] => [
                both.text(words.targetOf(names[side]), (pair) => pair[side]?.target),
                both.mixed(
                  words.achievementOf(names[side]),
                  (pair) => {
                    const counted = countedIn(pair[side]);
                    return counted === undefined ? undefined : achievementCell(counted);
                  },
                  { show: (pair) => <ResultCell assets={assets} one={pair[side]} /> },
                ),
                both.status(
                  words.lightOf(names[side]),
                  (pair) => {
                    const counted = countedIn(pair[side]);
                    return counted === undefined ? undefined : lightText(counted);
                  },
                  inFile,
                ),
              ]),
              both.decimal(words.difference, pointsIn, { show: (pair) => saidDifference(pointsIn(pair)) }),
            ]}
            rows={same}
          />
        )}
      </section>
      <TableSection
        name="senza-corrispondente"
        caption={words.alone}
        columns={[
          alone.text(takeAwayWords.columns.code, (row) => row.one.indicator.code, inFile),
          alone.text(consoleWords.checkpoint.indicator, (row) => row.one.indicator.name, {
            show: (row) => <Named at={row.in} {...row.one} />,
          }),
          alone.text(words.foundIn, (row) => String(row.in.cycle.exercise)),
          alone.text(words.why, (row) => row.why),
        ]}
        rows={SIDES.flatMap((side) => aloneIn(pairs, side, of[side]))}
        empty={<p>{words.aloneNone}</p>}
      />
    </>
  );
}

const countedIn = (one: SideIndicator | undefined) =>
  one?.assessment === undefined ? undefined : countedOf(one.assessment, one.override);

const pointsIn = ({ first, second }: Pair<SideIndicator>) =>
  pointsBetween(countedIn(first)?.achievement, countedIn(second)?.achievement);

function Named({ at, indicator: { code, name } }: SideIndicator & { at: ResultsAt }) {
  return (
    <span class="ciclo-step-name">
      <a href={indicatorPath(at.cycle, code)}>{name}</a>
      <small>{code}</small>
    </span>
  );
}

function ResultCell({ assets, one }: { assets: Assets; one: SideIndicator | undefined }) {
  if (one?.assessment === undefined) return <em>{words.noFigures}</em>;
  return <Achievement assets={assets} assessment={one.assessment} override={one.override} />;
}

/** Those of one side that the other has not, each with what the other has in its place. */
function aloneIn(pairs: readonly Pair<SideIndicator>[], side: Side, at: ResultsAt): readonly AloneRow[] {
  const opposite = side === 'first' ? 'second' : 'first';
  return pairs.flatMap((pair) => {
    const { [side]: one } = pair;
    if (one === undefined || pair[opposite] !== undefined) return [];
    const renamed = pairs.find((other) => other[opposite]?.indicator.code === one.indicator.code)?.[opposite];
    return [{ in: at, one, why: renamed === undefined ? words.notThere : words.otherName(renamed.indicator.name) }];
  });
}

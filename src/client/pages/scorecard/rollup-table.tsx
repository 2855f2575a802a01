import type { Rollup } from '../../../domain/achievement/types.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import type { Trends } from '../kit/model/trend.js';
import { Light, Trace } from '../kit/parts/light.js';
import { WithoutOverrides } from '../kit/parts/override.js';
import { percentOrNot, RangeBar } from '../kit/parts/range-bar.js';
import { Trend } from '../kit/parts/trend.js';
import { lightOf } from '../kit/table/cells.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

const { columns: own } = takeAwayWords;
const { text, percent, status, act } = columnsOf<Rollup>();

interface RollupTableProps {
  readonly assets: Assets;
  readonly id: string;
  readonly title: string;
  readonly rollups: readonly Rollup[];
  /** Shown in a column of its own when given. */
  readonly trends?: Trends;
}

/** Totals of one kind, one a row: achievement, light, where it may end, coverage. */
export function RollupTable({ assets, id, title, rollups, trends }: RollupTableProps) {
  if (rollups.length === 0) return null;
  return (
    <TableSection
      name={id}
      caption={title}
      columns={[
        text(words.scorecard.node, (rollup) => rollup.title),
        percent(words.checkpoint.weight, ({ weight }) => weight),
        percent(words.checkpoint.achievement, ({ achievement }) => achievement, {
          figures: false,
          show: (rollup) => (
            <span class="ciclo-achievement">
              <strong>{percentOrNot(rollup.achievement)}</strong>
              {rollup.achievement !== undefined && <Light assets={assets} light={rollup.light} />}
              <WithoutOverrides assets={assets} computed={rollup.computed} />
            </span>
          ),
        }),
        status(own.light, lightOf, { only: 'file' }),
        act(words.scorecard.worstBest, (rollup) => (
          <span class="ciclo-range-cell">
            <RangeBar range={rollup} />
            <small aria-hidden="true">{`${italianPercent(rollup.worst)} – ${italianPercent(rollup.best)}`}</small>
            <Trace lines={rollup.trace} of={rollup.title} />
          </span>
        )),
        percent(own.worst, ({ worst }) => worst, { only: 'file' }),
        percent(own.best, ({ best }) => best, { only: 'file' }),
        percent(words.scorecard.coverage, ({ coverage }) => coverage),
        ...(trends === undefined
          ? []
          : [act(scorecardWords.table.trend, ({ title, node }) => <Trend of={title} node={node} trends={trends} />)]),
      ]}
      rows={rollups}
    />
  );
}

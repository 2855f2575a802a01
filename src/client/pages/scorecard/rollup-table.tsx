import type { Rollup } from '../../../domain/achievement/types.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { Assets } from '../kit/assets.js';
import type { Trends } from '../kit/model/trend.js';
import { Light, Trace } from '../kit/parts/light.js';
import { WithoutOverrides } from '../kit/parts/override.js';
import { percentOrNot, RangeBar } from '../kit/parts/range-bar.js';
import { StackTable } from '../kit/parts/stack-table.js';
import { Trend } from '../kit/parts/trend.js';

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
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <StackTable
        caption={title}
        hideCaption
        columns={[
          { title: words.scorecard.node },
          { title: words.checkpoint.weight, numeric: true },
          { title: words.checkpoint.achievement },
          { title: words.scorecard.worstBest },
          { title: words.scorecard.coverage, numeric: true },
          ...(trends === undefined ? [] : [{ title: scorecardWords.table.trend }]),
        ]}
        rows={rollups.map((rollup) => ({
          head: rollup.title,
          cells: [
            italianPercent(rollup.weight),
            <span class="ciclo-achievement">
              <strong>{percentOrNot(rollup.achievement)}</strong>
              {rollup.achievement !== undefined && <Light assets={assets} light={rollup.light} />}
              <WithoutOverrides assets={assets} computed={rollup.computed} />
            </span>,
            <span class="ciclo-range-cell">
              <RangeBar range={rollup} />
              <small aria-hidden="true">{`${italianPercent(rollup.worst)} – ${italianPercent(rollup.best)}`}</small>
              <Trace lines={rollup.trace} of={rollup.title} />
            </span>,
            italianPercent(rollup.coverage),
            ...(trends === undefined ? [] : [<Trend of={rollup.title} node={rollup.node} trends={trends} />]),
          ],
        }))}
      />
    </section>
  );
}

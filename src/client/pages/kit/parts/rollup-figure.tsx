import type { Rollup } from '../../../../domain/achievement/types.js';
import { consoleWords as words } from '../../../../words/console.js';
import { italianPercent } from '../../../../words/format.js';
import type { Assets } from '../assets.js';
import { Fact } from './fact.js';
import { Light, Trace } from './light.js';
import { WithoutOverrides } from './override.js';
import { percentOrNot, RangeBar } from './range-bar.js';

/** A total in large: achievement, light, coverage, and between what it may end. */
export function RollupFigure({ assets, rollup, title }: { assets: Assets; rollup: Rollup; title: string }) {
  return (
    <div class="ciclo-rollup">
      <p class="figure">
        <strong>{percentOrNot(rollup.achievement)}</strong>
        <span>{words.checkpoint.achievement}</span>
        {rollup.achievement !== undefined && <Light assets={assets} light={rollup.light} />}
        <WithoutOverrides assets={assets} computed={rollup.computed} />
      </p>
      <div class="range">
        <RangeBar range={rollup} />
        <dl>
          <Fact label={words.scorecard.coverage}>{words.scorecard.coverageOf(italianPercent(rollup.coverage))}</Fact>
          <Fact
            label={words.scorecard.worstBest}
          >{`${italianPercent(rollup.worst)} – ${italianPercent(rollup.best)}`}</Fact>
        </dl>
        <Trace lines={rollup.trace} of={title} />
      </div>
    </div>
  );
}

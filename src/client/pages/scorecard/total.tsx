import type { Rollup } from '../../../domain/achievement/types.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import type { Assets } from '../kit/assets.js';
import { Light } from '../kit/parts/light.js';
import { WithoutOverrides } from '../kit/parts/override.js';
import { percentOrNot } from '../kit/parts/range-bar.js';

/** A total with its light, and on what share of weight it stands. */
export function Total({ rollup, assets }: { readonly rollup: Rollup | undefined; readonly assets: Assets }) {
  if (rollup === undefined) return null;
  return (
    <span class="ciclo-total">
      <strong>{percentOrNot(rollup.achievement)}</strong>
      {rollup.achievement !== undefined && <Light assets={assets} light={rollup.light} />}
      <WithoutOverrides assets={assets} computed={rollup.computed} />
      <small>{words.scorecard.coverageOf(italianPercent(rollup.coverage))}</small>
    </span>
  );
}

import type { Rollup } from '../../../../domain/achievement/types.js';
import { consoleWords as words } from '../../../../words/console.js';
import { italianPercent } from '../../../../words/format.js';

/** What a range bar draws: percentages as decimal texts. */
type Range = Pick<Rollup, 'achievement' | 'worst' | 'best' | 'coverage'>;

/** Achievement of a node as a bar, with a lighter band from the worst to the best it could still become. */
export function RangeBar({ range }: { range: Range }) {
  // Only for drawing: figures are compared as decimals elsewhere.
  const [worst, best] = [Number(range.worst), Number(range.best)];
  const achieved = range.achievement === undefined ? undefined : Number(range.achievement);
  const scale = 100 / Math.max(100, best, achieved ?? 0);
  const at = (percent: number): string => `${(percent * scale).toFixed(2)}%`;
  return (
    <svg class="ciclo-range" role="img" aria-label={rangeText(range)} width="100%" height="16">
      <rect class="track" x="0" y="5" width="100%" height="6" rx="3" />
      {best > worst && <rect class="span" x={at(worst)} y="2" width={at(best - worst)} height="12" rx="2" />}
      {achieved !== undefined && <rect class="value" x="0" y="5" width={at(achieved)} height="6" rx="3" />}
      {achieved !== undefined && <rect class="mark" x={at(achieved)} y="0" width="3" height="16" />}
    </svg>
  );
}

/** The same bar in words. */
function rangeText(range: Range): string {
  return words.scorecard.rangeText(
    percentOrNot(range.achievement),
    italianPercent(range.worst),
    italianPercent(range.best),
    italianPercent(range.coverage),
  );
}

export const percentOrNot = (percent: string | undefined): string =>
  percent === undefined ? words.scorecard.notComputable : italianPercent(percent);

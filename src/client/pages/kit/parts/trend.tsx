import { consoleWords } from '../../../../words/console.js';
import { scorecardWords } from '../../../../words/scorecard-pages.js';
import { hasLine } from '../charts/points.js';
import { Sparkline } from '../charts/sparkline.js';
import { LEAST_SPAN, type Trends } from '../model/trend.js';

interface TrendProps {
  /** What the achievements are of, for who does not see the line. */
  readonly of: string;
  /** Code of an indicator, or id of a node. */
  readonly node: string;
  readonly trends: Trends;
}

/** How an achievement went over checkpoints and years; a dash while there is only one. */
export function Trend({ of, node, trends }: TrendProps) {
  const points = trends.get(node) ?? [];
  if (!hasLine(points)) return <span>{consoleWords.scorecard.empty}</span>;
  return <Sparkline of={scorecardWords.table.trendOf(of)} points={points} atLeast={LEAST_SPAN} />;
}

import { extentOf, hasLine, type Point, pointsText, runsOf } from './points.js';

interface SparklineProps {
  /** What the line is about, for who does not see it. */
  readonly of: string;
  readonly points: readonly Point[];
  /** Drawn beside it, dashed: what it is compared with. */
  readonly other?: { readonly title: string; readonly points: readonly Point[] };
  /** How far apart the edges stand at least, in the unit of the values. */
  readonly atLeast?: number;
}

const [WIDTH, HEIGHT, EDGE] = [112, 30, 5] as const;

/** A line the size of a word. It says in its text alternative every value it draws; one value alone is not a line. */
export function Sparkline({ of, points, other, atLeast }: SparklineProps) {
  if (!hasLine(points)) return null;
  const { low, high } = extentOf([points, ...(other === undefined ? [] : [other.points])], atLeast);
  const count = Math.max(points.length, other?.points.length ?? 0);
  const x = (index: number): string => (EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, count - 1)).toFixed(1);
  const y = (value: number): string =>
    (HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE)).toFixed(1);
  const path = (line: readonly Point[]): string =>
    runsOf(line)
      .map((run) => run.map(({ index, value }, i) => `${i === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join(''))
      .join('');
  const last = points.findLastIndex((p) => p.value !== undefined);
  const end = points[last]?.value;
  return (
    <svg
      class="ciclo-sparkline"
      role="img"
      aria-label={`${of}. ${pointsText(points)}${other === undefined ? '' : `. ${other.title}: ${pointsText(other.points)}`}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {other !== undefined && <path class="other" d={path(other.points)} />}
      <path class="own" d={path(points)} />
      {end !== undefined && <circle class="end" cx={x(last)} cy={y(end)} r="3.5" />}
    </svg>
  );
}

import { extentOf, type Point, pointsText, runsOf } from './points.js';

/** A line of a chart: whose it is, and its values in the order of the labels. */
interface Line {
  readonly title: string;
  readonly points: readonly Point[];
}

interface LineChartProps {
  readonly title: string;
  readonly own: Line;
  /** Dashed, with squares: told apart also without colours. */
  readonly other?: Line;
  /** How far apart the edges stand at least, in the unit of the values. */
  readonly atLeast?: number;
}

const [WIDTH, HEIGHT] = [340, 180] as const;
const [LEFT, RIGHT, TOP, BOTTOM] = [28, 28, 24, 44] as const;

/** Values over the years, each point with its figure; the text alternative says them all. */
export function LineChart({ title, own, other, atLeast }: LineChartProps) {
  const lines = [own, ...(other === undefined ? [] : [other])];
  if (lines.every((line) => line.points.every((p) => p.value === undefined))) return null;
  const { low, high } = extentOf(
    lines.map((line) => line.points),
    atLeast,
  );
  const x = (index: number): number => LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, own.points.length - 1);
  const y = (value: number): number => HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  return (
    <figure class="ciclo-chart">
      <figcaption>{title}</figcaption>
      <svg
        role="img"
        aria-label={lines.map((l) => `${l.title}. ${pointsText(l.points)}`).join('. ')}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      >
        <line class="axis" x1={LEFT - 12} x2={WIDTH - RIGHT + 12} y1={HEIGHT - 20} y2={HEIGHT - 20} />
        {own.points.map((point, index) => (
          <text class="label" x={x(index)} y={HEIGHT - 5} text-anchor="middle">
            {point.label}
          </text>
        ))}
        {lines.toReversed().map((line) => (
          <Drawn line={line} kind={line === own ? 'own' : 'other'} x={x} y={y} above={isAbove(line, lines)} />
        ))}
      </svg>
      {other !== undefined && (
        <ul class="ciclo-chart-legend" aria-hidden="true">
          <li>
            <Sample kind="own" />
            {own.title}
          </li>
          <li>
            <Sample kind="other" />
            {other.title}
          </li>
        </ul>
      )}
    </figure>
  );
}

interface DrawnProps {
  readonly line: Line;
  readonly kind: 'own' | 'other';
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly above: (index: number) => boolean;
}

function Drawn({ line, kind, x, y, above }: DrawnProps) {
  const path = runsOf(line.points)
    .map((run) =>
      run.map(({ index, value }, i) => `${i === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join(''),
    )
    .join('');
  return (
    <g class={kind}>
      <path d={path} />
      {line.points.map(({ value, text }, index) =>
        value === undefined ? null : (
          <>
            {kind === 'own' ? (
              <circle cx={x(index).toFixed(1)} cy={y(value).toFixed(1)} r="4" />
            ) : (
              <rect x={(x(index) - 3.5).toFixed(1)} y={(y(value) - 3.5).toFixed(1)} width="7" height="7" />
            )}
            <text x={x(index).toFixed(1)} y={(y(value) + (above(index) ? -9 : 18)).toFixed(1)} text-anchor="middle">
              {text}
            </text>
          </>
        ),
      )}
    </g>
  );
}

function Sample({ kind }: { kind: 'own' | 'other' }) {
  return (
    <svg class="ciclo-chart-sample" width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
      <g class={kind}>
        <path d="M2 6L32 6" />
        {kind === 'own' ? <circle cx="17" cy="6" r="4" /> : <rect x="13.5" y="2.5" width="7" height="7" />}
      </g>
    </svg>
  );
}

/** The figures of the higher line stand above it, those of the lower below: they never cover the line between. */
function isAbove(line: Line, lines: readonly Line[]): (index: number) => boolean {
  const rival = lines.find((other) => other !== line);
  if (rival === undefined) return (index) => isPeak(line.points, index);
  return (index) => {
    const [mine, theirs] = [line.points[index]?.value, rival?.points[index]?.value];
    if (mine === undefined || theirs === undefined) return true;
    return mine > theirs || (mine === theirs && line === lines[0]);
  };
}

/** Whether a line without rivals turns or falls at a point: below it, at a hollow, the figure does not cover the line. */
function isPeak(points: readonly Point[], index: number): boolean {
  const value = points[index]?.value;
  const beside = [points[index - 1]?.value, points[index + 1]?.value].filter((one) => one !== undefined);
  if (value === undefined || beside.length === 0) return true;
  return value >= beside.reduce((sum, one) => sum + one, 0) / beside.length;
}

import type { OrgChart, OrgUnit } from '../../../domain/org-chart.js';
import { unitsOf } from '../../../domain/org-chart.js';
import { aboutWords as words } from '../../../words/about-body.js';
import { wrap } from '../kit/charts/wrap.js';

const [WIDTH, HEIGHT, GAP, STEP] = [300, 46, 10, 40] as const;
const [PAD, LINE] = [10, 16] as const;

/** The organisation drawn: the boards side by side, the head under them, the offices under what they depend on. */
export function OrgDrawing({ chart }: { chart: OrgChart }) {
  const units = unitsOf(chart);
  const depth = Math.max(...units.map((one) => one.depth));
  const boards = chart.boards.length;
  const across = Math.max(boards * (WIDTH + GAP) - GAP, WIDTH + depth * STEP);
  const top = boards === 0 ? 0 : HEIGHT + 3 * GAP;
  const y = (at: number): number => top + at * (HEIGHT + GAP);
  const x = (of: number): number => of * STEP + 1;
  const placeOf = (unit: OrgUnit): number => units.findIndex((one) => one.unit === unit);
  return (
    <svg viewBox={`0 0 ${across + 2} ${y(units.length)}`}>
      <title>{words.chartDrawing(boards, units.length - 1)}</title>
      {chart.boards.map(({ title }, at) => (
        <>
          <path class="link" d={`M${at * (WIDTH + GAP) + WIDTH / 2} ${HEIGHT}V${HEIGHT + GAP}`} />
          <Box x={at * (WIDTH + GAP) + 1} y={0} title={title} kind="area" />
        </>
      ))}
      {boards > 0 && (
        <path
          class="link"
          d={`M${WIDTH / 2} ${HEIGHT + GAP}H${(boards - 1) * (WIDTH + GAP) + WIDTH / 2}M${WIDTH / 2} ${HEIGHT + GAP}V${top}`}
        />
      )}
      {units.map(({ unit, depth: of, above }, at) => (
        <>
          {above !== undefined && (
            <path
              class="link"
              d={`M${x(of - 1) + STEP / 2} ${y(placeOf(above)) + HEIGHT}V${y(at) + HEIGHT / 2}H${x(of)}`}
            />
          )}
          <Box x={x(of)} y={y(at)} title={unit.title} kind={of === 0 ? 'root' : 'programme'} />
        </>
      ))}
    </svg>
  );
}

function Box({ x, y, title, kind }: { x: number; y: number; title: string; kind: 'root' | 'area' | 'programme' }) {
  const lines = wrap(title, WIDTH - 2 * PAD, 2);
  const first = y + (HEIGHT - lines.length * LINE) / 2 + 12.5;
  return (
    <g class={`box ${kind}`}>
      <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx="4" />
      <text class={kind === 'programme' ? undefined : 'strong'}>
        {lines.map((line, i) => (
          <tspan x={x + PAD} y={first + i * LINE}>{`${line} `}</tspan>
        ))}
      </text>
    </g>
  );
}

/** The same as a list: what depends on what by its place. */
export function OrgList({ unit }: { unit: OrgUnit }) {
  return (
    <li>
      {unit.title}
      {unit.under.length > 0 && (
        <ul>
          {unit.under.map((one) => (
            <OrgList unit={one} />
          ))}
        </ul>
      )}
    </li>
  );
}

import type { OrgChart, OrgUnit } from '../domain/org-chart.js';
import { unitsOf } from '../domain/org-chart.js';
import { aboutWords as words } from '../words/about-body.js';
import { Box, heightFor } from './box.js';
import { type DrawingSize, Frame } from './frame.js';

/** Width of a box; what parts columns, and rows; how far a unit stands in from the one it is under. */
const [WIDTH, ACROSS, DOWN, IN] = [236, 14, 10, 18] as const;
/** Units right under the head that stand side by side. */
const IN_A_ROW = 4;
const [LINES, TRUNK, BUS] = [3, 8, 16] as const;

interface Placed {
  readonly unit: OrgUnit;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** The unit it hangs from by a line at its side: none of those right under the head. */
  readonly from?: Placed;
}

interface OrgDrawingProps {
  readonly chart: OrgChart;
  /** Whether the drawing stands alone: with its looks and its size. */
  readonly alone?: boolean;
}

/** The organisation drawn: the boards side by side, the head under them, under it the offices in columns with what depends on each. */
export function OrgDrawing({ chart, alone }: OrgDrawingProps) {
  const { boards, head, rows, width, height } = placesOf(chart);
  const middle = head.x + WIDTH / 2;
  const last = rows.at(-1);
  return (
    <Frame width={width} height={height} alone={alone} title={orgTitle(chart)}>
      {boards.map(({ title, x, height: own }) => (
        <>
          <path class="link" d={`M${x + WIDTH / 2} ${own}V${head.y - BUS}`} />
          <Box kind="area" x={x} y={0} width={WIDTH} height={own} text={title} lines={LINES} />
        </>
      ))}
      {boards.length > 0 && (
        <path
          class="link"
          d={`M${Math.min(middle, boardMiddle(boards[0]))} ${head.y - BUS}H${Math.max(middle, boardMiddle(boards.at(-1)))}M${middle} ${head.y - BUS}V${head.y}`}
        />
      )}
      {last !== undefined && (
        <path class="link" d={`M${middle} ${head.y + head.height}v${BUS / 2}H${TRUNK}V${last.bus}`} />
      )}
      {rows.map(({ bus, units }) => (
        <>
          <path
            class="link"
            d={`M${TRUNK} ${bus}H${(units.findLast(({ from }) => from === undefined)?.x ?? 0) + WIDTH / 2}`}
          />
          {units.map(({ unit, x, y, height: own, from }) => (
            <>
              <path
                class="link"
                d={
                  from === undefined
                    ? `M${x + WIDTH / 2} ${bus}V${y}`
                    : `M${from.x + IN / 2} ${from.y + from.height}V${y + own / 2}H${x}`
                }
              />
              <Box kind="programme" x={x} y={y} width={WIDTH} height={own} text={unit.title} lines={LINES} />
            </>
          ))}
        </>
      ))}
      <Box kind="root" x={head.x} y={head.y} width={WIDTH} height={head.height} text={head.unit.title} lines={LINES} />
    </Frame>
  );
}

const boardMiddle = (board: { readonly x: number } | undefined): number => (board?.x ?? 0) + WIDTH / 2;

/** What the chart shows, in words. */
export const orgTitle = (chart: OrgChart): string => words.chartDrawing(chart.boards.length, unitsOf(chart).length - 1);

/** How large the chart of a body is that stands alone. */
export const orgSize = (chart: OrgChart): DrawingSize => placesOf(chart);

function placesOf({ boards, head }: OrgChart) {
  const across = (at: number): number => TRUNK * 3 + at * (WIDTH + ACROSS + IN);
  const high = (title: string): number => heightFor(title, WIDTH, LINES, false);
  const boardHeight = Math.max(0, ...boards.map(({ title }) => high(title)));
  const headed: Placed = {
    unit: head,
    x: across((Math.max(boards.length, Math.min(head.under.length, IN_A_ROW), 1) - 1) / 2),
    y: boards.length === 0 ? 0 : boardHeight + 2 * BUS,
    height: high(head.title),
  };
  let top = headed.y + headed.height + BUS;
  const rows = rowsOf(head.under).map((columns) => {
    const units = columns.flatMap((unit, at) => columnOf(unit, across(at), top + BUS));
    const bus = top;
    top = Math.max(...units.map(({ y, height }) => y + height)) + BUS;
    return { bus, units };
  });
  const columns = Math.max(
    boards.length,
    ...rows.map(({ units }) => units.filter(({ from }) => from === undefined).length),
  );
  const right = Math.max(across(columns - 1) + WIDTH, ...rows.flatMap(({ units }) => units.map(({ x }) => x + WIDTH)));
  return {
    boards: boards.map(({ title }, at) => ({ title, x: across(at), height: boardHeight })),
    head: headed,
    rows,
    width: right + 2,
    height: rows.length === 0 ? headed.y + headed.height + 2 : top - BUS + 2,
  };

  function columnOf(unit: OrgUnit, x: number, y: number, from?: Placed): readonly Placed[] {
    const own: Placed = { unit, x, y, height: high(unit.title), from };
    let below = y + own.height + DOWN;
    return [
      own,
      ...unit.under.flatMap((one) => {
        const placed = columnOf(one, x + IN, below, own);
        below = Math.max(...placed.map((each) => each.y + each.height)) + DOWN;
        return placed;
      }),
    ];
  }
}

const rowsOf = (units: readonly OrgUnit[]): readonly (readonly OrgUnit[])[] =>
  Array.from({ length: Math.ceil(units.length / IN_A_ROW) }, (_, row) =>
    units.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  );

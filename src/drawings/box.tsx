import type { TrafficLight } from '../domain/achievement/types.js';
import { wrap } from './wrap.js';

/** What a box says of its node's result. */
export interface BoxResult {
  /** `94,50%`, or that it can not be computed. */
  readonly text: string;
  readonly light: TrafficLight;
}

interface BoxProps {
  readonly kind: 'root' | 'area' | 'objective' | 'programme';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly lines: number;
  readonly result?: BoxResult | undefined;
  /** Name of the perspective, printed in the box: its place or colour alone would not say it. */
  readonly tag?: string | undefined;
}

const LINE = 16;
const [PAD, FOOT] = [9, 22] as const;

/** How high a box is that has room for its title, and for what stands at its foot. */
export const heightFor = (text: string, width: number, lines: number, foot: boolean): number =>
  wrap(text, width - 2 * PAD, lines).length * LINE + 2 * PAD + (foot ? FOOT : 0);

/** A box of a drawing with its title and result: a shape for each light, so that colour is not alone. */
export function Box({ kind, x, y, width, height, text, lines, result, tag }: BoxProps) {
  const foot = result === undefined && tag === undefined ? 0 : FOOT;
  const shown = wrap(text, width - 2 * PAD, lines);
  const first = y + (height - foot - shown.length * LINE) / 2 + 12.5;
  return (
    <g class={`box ${kind}`}>
      <rect x={x} y={y} width={width} height={height} rx="4" />
      <text class={kind === 'programme' ? undefined : 'strong'}>
        {shown.map((line, i) => (
          <tspan x={x + PAD} y={(first + i * LINE).toFixed(1)}>
            {`${line} `}
          </tspan>
        ))}
      </text>
      {tag !== undefined && (
        <text class="small" x={x + PAD} y={y + height - 9}>
          {tag}
        </text>
      )}
      {result !== undefined && (
        <>
          <LightShape light={result.light} x={x + width - PAD - 6} y={y + height - 13} on={kind} />
          <text class="strong" x={x + width - PAD - 18} y={y + height - 8.5} text-anchor="end">
            {result.text}
          </text>
        </>
      )}
    </g>
  );
}

/** Circle for green, triangle for yellow, square for red, empty circle for none: on dark boxes on a white disc. */
function LightShape({ light, x, y, on }: { light: TrafficLight; x: number; y: number; on: BoxProps['kind'] }) {
  const dark = on === 'root' || on === 'area';
  return (
    <>
      {dark && <circle class="disc" cx={x} cy={y} r="8.5" />}
      <Shape light={light} x={x} y={y} />
    </>
  );
}

export function Shape({ light, x, y }: { light: TrafficLight; x: number; y: number }) {
  switch (light) {
    case 'green':
      return <circle class="light-green" cx={x} cy={y} r="6" />;
    case 'yellow':
      return <path class="light-yellow" d={`M${x} ${y - 6.5}L${x + 6.5} ${y + 5}L${x - 6.5} ${y + 5}Z`} />;
    case 'red':
      return <path class="light-red" d={`M${x - 5} ${y - 5}h10v10h-10Z`} />;
    case 'none':
      return <circle class="light-none" cx={x} cy={y} r="5" />;
  }
}

import { italianNumber } from '../../words/format.js';
import type { Block } from '../content.js';

type Chart = Extract<Block, { kind: 'chart' }>;

const SIZE = { width: 640, height: 300, left: 70, right: 20, top: 16, bottom: 34, key: 20 };
/** Dark enough on white for 3:1, and told apart without colour by their dashes. */
const LINES = [
  { colour: '#0059b3', dash: '' },
  { colour: '#b34700', dash: '6 3' },
  { colour: '#2d6a2d', dash: '2 3' },
  { colour: '#7a1f7a', dash: '8 3 2 3' },
] as const;
/** Lines that cross the chart, with their value. */
const STEPS = 4;

/** Height of the drawing, in the units of its width. */
export const chartSize = (chart: Chart) => ({
  width: SIZE.width,
  height: SIZE.height + chart.lines.length * SIZE.key,
});

/** A line chart of the named rows, years along the bottom, as a picture without a word of style from outside. */
export function chartSvg(chart: Chart): string {
  const values = chart.lines.flatMap((line) => line.values.flatMap((value) => (value === null ? [] : [Number(value)])));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high === low ? 1 : high - low;
  const x = (at: number): number =>
    SIZE.left + (at * (SIZE.width - SIZE.left - SIZE.right)) / Math.max(1, chart.labels.length - 1);
  const y = (value: number): number =>
    SIZE.height - SIZE.bottom - ((value - low) / span) * (SIZE.height - SIZE.top - SIZE.bottom);
  const grid = Array.from({ length: STEPS + 1 }, (_, step) => low + (span * step) / STEPS);
  const { width, height } = chartSize(chart);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Titillium Web, Arial, sans-serif" font-size="12" fill="#17324d">`,
    ...grid.map(
      (value) =>
        `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#c3ccd6"/><text x="${SIZE.left - 6}" y="${round(y(value) + 4)}" text-anchor="end">${escaped(italianNumber(String(round(value))))}</text>`,
    ),
    ...chart.labels.map(
      (label, at) =>
        `<text x="${round(x(at))}" y="${SIZE.height - SIZE.bottom + 20}" text-anchor="middle">${escaped(label)}</text>`,
    ),
    ...chart.lines.flatMap(({ title, values: ofLine }, at) => {
      const { colour, dash } = LINES[at % LINES.length] ?? LINES[0];
      const points = ofLine.flatMap((value, i) =>
        value === null ? [] : [{ x: round(x(i)), y: round(y(Number(value))) }],
      );
      const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
      const key = SIZE.height + at * SIZE.key;
      return [
        `<polyline points="${points.map((point) => `${point.x},${point.y}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"${dashed}/>`,
        ...points.map((point) => `<circle cx="${point.x}" cy="${point.y}" r="3" fill="${colour}"/>`),
        `<line x1="${SIZE.left}" x2="${SIZE.left + 30}" y1="${key + 6}" y2="${key + 6}" stroke="${colour}" stroke-width="2"${dashed}/>`,
        `<text x="${SIZE.left + 38}" y="${key + 10}">${escaped(title)}</text>`,
      ];
    }),
    '</svg>',
  ].join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

import { type Chart, number } from '../content.js';
import { printed } from '../print.js';

type ChartLine = Chart['lines'][number];

/** In the units of the drawing: a third of a page wide on a screen, the whole of a column on paper. */
const CHART_SIZE = { width: 640, height: 300 } as const;
/** On paper it is read from nearer: its letters are as large as those of the tables, and two fit on a page. */
export const PRINTED_CHART = { width: CHART_SIZE.width * 0.75, height: CHART_SIZE.height * 0.75 } as const;
/** Above the highest line there is room for its figures. */
const [LEFT, RIGHT, TOP, BOTTOM] = [70, 30, 30, 34] as const;
const LEGEND_LINE = 20;
const TICKS = 4;
/** With more figures than these, or more lines, they would cover each other: the table has them all. */
const MOST_FIGURES = { values: 16, lines: 2 };

/** Each line has a colour, a dash and a mark of its own: it is told apart without colours too. */
const LOOKS = [
  { colour: '#0059b3', dash: '', mark: circle },
  { colour: '#995c00', dash: '8 4', mark: square },
  { colour: '#00644b', dash: '2 4', mark: diamond },
  { colour: '#7a1f5c', dash: '12 3 2 3', mark: triangle },
] as const;

/**
 * A chart as SVG, with nothing but shapes and texts: a page shows it as it is, and the PDF compiler prints it.
 * Lines over several labels; bars where there is one label alone.
 */
export function chartDrawing({ labels, lines }: Pick<Chart, 'labels' | 'lines'>): string {
  const values = lines.flatMap((line) => line.values.flatMap((value) => (value === null ? [] : [Number(value)])));
  const { low, high, step } = scaleOf(values, labels.length === 1);
  const floor = CHART_SIZE.height - BOTTOM - lines.length * LEGEND_LINE;
  const x = (at: number): number =>
    LEFT + 30 + (at * (CHART_SIZE.width - LEFT - RIGHT - 60)) / Math.max(1, labels.length - 1);
  const y = (value: number): number => floor - ((value - low) / (high - low)) * (floor - TOP);
  const drawn = lines.map((line, at) => ({ line, look: LOOKS[at % LOOKS.length] ?? LOOKS[0] }));
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => low + at * step);
  const body =
    labels.length === 1
      ? drawn.map(({ line, look }, at) => bar(line, look.colour, at, lines.length, y, Math.max(low, 0)))
      : drawn.map(({ line, look }) =>
          curve(
            line,
            labels,
            look,
            x,
            y,
            values.length <= MOST_FIGURES.values && lines.length <= MOST_FIGURES.lines
              ? (value, at) => (isCrowded(lines, line, at, y) ? y(value) + UNDER : y(value) - OVER)
              : undefined,
          ),
        );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART_SIZE.width} ${CHART_SIZE.height}" width="${CHART_SIZE.width}" height="${CHART_SIZE.height}" font-family="Titillium Web, Arial, sans-serif" font-size="14" fill="#17324d">`,
    `<rect x="0" y="0" width="${CHART_SIZE.width}" height="${CHART_SIZE.height}" fill="#ffffff"/>`,
    ...ticks.map(
      (tick) =>
        `<line x1="${LEFT}" x2="${CHART_SIZE.width - RIGHT}" y1="${n(y(tick))}" y2="${n(y(tick))}" stroke="#c5d0da" stroke-width="1"/>${words(LEFT - 8, y(tick) + 5, italian(tick, step), 'end')}`,
    ),
    ...(labels.length === 1
      ? [words((LEFT + CHART_SIZE.width - RIGHT) / 2, floor + 20, labels[0] ?? '', 'middle')]
      : labels.map((label, at) => words(x(at), floor + 20, label, 'middle'))),
    ...body,
    ...drawn.map(({ line, look }, at) =>
      legend(line.title, look, floor + BOTTOM + at * LEGEND_LINE, labels.length === 1),
    ),
    '</svg>',
  ].join('');
}

type Look = (typeof LOOKS)[number];

/** How far over its mark a figure stands, or under it; and how near another mark is one that its figure would cover. */
const [OVER, UNDER, NEAR] = [10, 22, 26] as const;

/** Whether right over the mark of a line there is that of another: of two equal values the later line gives way. */
function isCrowded(lines: readonly ChartLine[], line: ChartLine, at: number, y: (value: number) => number): boolean {
  const own = y(Number(line.values[at]));
  return lines.some((other, i) => {
    const value = other.values[at] ?? null;
    if (other === line || value === null) return false;
    const above = own - y(Number(value));
    return above < NEAR && (above > 0 || (above === 0 && i < lines.indexOf(line)));
  });
}

function curve(
  line: ChartLine,
  labels: readonly string[],
  { colour, dash, mark }: Look,
  x: (at: number) => number,
  y: (value: number) => number,
  figure: ((value: number, at: number) => number) | undefined,
): string {
  let path = '';
  let begun = false;
  const marks = labels.map((_, at) => {
    const value = line.values[at] ?? null;
    // A year nobody observed is a gap, not a slope.
    if (value === null) {
      begun = false;
      return '';
    }
    const [across, down] = [x(at), y(Number(value))];
    path += `${begun ? 'L' : 'M'}${n(across)} ${n(down)}`;
    begun = true;
    return `${mark(across, down, colour)}${figure === undefined ? '' : words(across, figure(Number(value), at), printed(number(value)), 'middle')}`;
  });
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.5"${dashed}/>${marks.join('')}`;
}

function bar(
  line: ChartLine,
  colour: string,
  at: number,
  of: number,
  y: (value: number) => number,
  zero: number,
): string {
  const value = line.values[0] ?? null;
  if (value === null) return '';
  const room = (CHART_SIZE.width - LEFT - RIGHT) / of;
  const [top, base] = [y(Math.max(Number(value), zero)), y(Math.min(Number(value), zero))];
  const left = LEFT + at * room + room / 4;
  return `<rect x="${n(left)}" y="${n(top)}" width="${n(room / 2)}" height="${n(Math.max(1, base - top))}" fill="${colour}"/>${words(left + room / 4, top - 6, printed(number(value)), 'middle')}`;
}

function legend(title: string, { colour, dash, mark }: Look, down: number, bars: boolean): string {
  const sample = bars
    ? `<rect x="${LEFT}" y="${down - 6}" width="24" height="12" fill="${colour}"/>`
    : `<line x1="${LEFT}" x2="${LEFT + 36}" y1="${down}" y2="${down}" stroke="${colour}" stroke-width="2.5"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>${mark(LEFT + 18, down, colour)}`;
  return `${sample}${words(LEFT + 46, down + 5, shortened(title), 'start')}`;
}

function circle(x: number, y: number, colour: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="4.5" fill="${colour}"/>`;
}
function square(x: number, y: number, colour: string): string {
  return `<rect x="${n(x - 4.5)}" y="${n(y - 4.5)}" width="9" height="9" fill="${colour}"/>`;
}
function diamond(x: number, y: number, colour: string): string {
  return `<path d="M${n(x)} ${n(y - 6)}L${n(x + 6)} ${n(y)}L${n(x)} ${n(y + 6)}L${n(x - 6)} ${n(y)}Z" fill="${colour}"/>`;
}
function triangle(x: number, y: number, colour: string): string {
  return `<path d="M${n(x)} ${n(y - 6)}L${n(x + 6)} ${n(y + 5)}L${n(x - 6)} ${n(y + 5)}Z" fill="${colour}"/>`;
}

/** Round steps between the least and the greatest value; bars stand on zero. */
function scaleOf(values: readonly number[], fromZero: boolean): { low: number; high: number; step: number } {
  const drawn = values.length === 0 || fromZero ? [...values, 0] : values;
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const span = most === least ? Math.max(1, Math.abs(most) * 0.2) : most - least;
  const power = 10 ** Math.floor(Math.log10(span / TICKS));
  const step = ([1, 2, 5].find((one) => one * power * TICKS >= span) ?? 10) * power;
  const low = Math.floor(least / step) * step;
  return { low, high: Math.max(low + step, Math.ceil(most / step) * step), step };
}

/** A tick as it is read: `12.500`, `0,5`. */
function italian(value: number, step: number): string {
  const [whole = '0', fraction] = Math.abs(value)
    .toFixed(Math.max(0, -Math.floor(Math.log10(step))))
    .split('.');
  return `${value < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${fraction === undefined ? '' : `,${fraction}`}`;
}

const LONGEST = 70;
const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

const n = (value: number): string => value.toFixed(1);

function words(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}">${safe}</text>`;
}

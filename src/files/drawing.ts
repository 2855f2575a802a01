import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '../domain/result.js';
import { FILE_LIMITS as LIMITS } from './limits.js';
import { decodeText } from './text.js';

/** Why a drawing can not be taken. */
type DrawingProblem = 'not-drawing' | 'broken' | 'complex' | 'scripts' | 'outside' | 'foreign' | 'nested' | 'type';

const SHAPES = 'svg g path rect circle ellipse line polyline polygon text tspan title desc defs symbol use clipPath';
const KEPT = new Set(`${SHAPES} linearGradient radialGradient stop style`.split(' '));
/** What runs, loads, or is another language: a drawing with it is not that drawing without it. */
const REFUSED: Readonly<Record<string, DrawingProblem>> = {
  script: 'scripts',
  handler: 'scripts',
  animate: 'scripts',
  set: 'scripts',
  animateTransform: 'scripts',
  animateMotion: 'scripts',
  foreignObject: 'foreign',
  iframe: 'foreign',
  image: 'outside',
  feImage: 'outside',
  // Each can multiply what it draws without end, and without them it would be another drawing.
  pattern: 'complex',
  mask: 'complex',
  marker: 'complex',
  filter: 'complex',
};

class Refused extends Error {
  readonly problem: DrawingProblem;

  constructor(problem: DrawingProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * An SVG written again from what it draws: shapes, texts, gradients, styles. Whatever else it holds is left out (an
 * editor's own data) or, where it runs or loads something, is why it is refused.
 */
export async function readDrawing(
  bytes: Uint8Array,
): Promise<Result<{ readonly bytes: Uint8Array; readonly width: number; readonly height: number }, DrawingProblem>> {
  const decoded = decodeText(bytes);
  if (!decoded.ok || !/<(?:\w+:)?svg[\s>]/.test(decoded.value)) return err('not-drawing');
  const writer = new Writer();
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true });
  parser.on('doctype', (text) => {
    // The type that Illustrator and old Inkscape declare holds nothing; one with a body may explode.
    if (text.includes('[')) throw new Refused('type');
  });
  parser.on('error', () => {
    throw new Refused('broken');
  });
  parser.on('opentag', (tag) => writer.open(tag.local, tag.uri, Object.values(tag.attributes)));
  parser.on('closetag', () => writer.close());
  parser.on('text', (text) => writer.text(text));
  parser.on('cdata', (text) => writer.text(text));
  try {
    parser.write(decoded.value).close();
    return writer.whole();
  } catch (cause) {
    if (cause instanceof Refused) return err(cause.problem);
    throw cause;
  }
}

interface Attribute {
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
}

const SVG = 'http://www.w3.org/2000/svg';
/** What a browser takes where a drawing does not say how large it is. */
const [WIDTH, HEIGHT] = [300, 150] as const;
/** Elements drawn, those that are used again each time: a page of text has some thousands of letters. */
const MOST_DRAWN = 10 * LIMITS.drawing;

class Writer {
  readonly #out: string[] = [];
  /** Open elements: their name, or undefined for one left out with what is in it. */
  readonly #open: (string | undefined)[] = [];
  readonly #ids: string[] = [];
  /** Elements that use others; whoever uses these again multiplies them without end. */
  readonly #using = new Set<string>();
  readonly #used: string[] = [];
  /** By id: elements it holds, itself too, and what these draw once more. */
  readonly #held = new Map<string, { size: number; readonly drawn: string[] }>();
  /** What elements draw once more, wherever they stand; and what a style sheet says that any of them may. */
  readonly #drawn: string[] = [];
  readonly #styled = new Set<string>();
  /** Of the style that is open: it may come in pieces, each of which says nothing. */
  #style = '';
  #elements = 0;
  #size = { width: WIDTH as number, height: HEIGHT as number };

  open(local: string, uri: string, attributes: readonly Attribute[]): void {
    this.#elements += 1;
    if (this.#elements > LIMITS.drawing || this.#open.length > LIMITS.depth) throw new Refused('complex');
    if (this.#open.length === 0 && local !== 'svg') throw new Refused('not-drawing');
    const refused = Object.hasOwn(REFUSED, local) ? REFUSED[local] : undefined;
    if (refused !== undefined) throw new Refused(isInner(local, attributes) ? 'complex' : refused);
    const own = uri === '' || uri === SVG;
    if (!own || !KEPT.has(local) || this.#skipping()) {
      this.#open.push(undefined);
      return;
    }
    if (this.#open.length === 0) this.#size = sizeOf(attributes);
    this.#ids.push(attributes.find((one) => one.local === 'id')?.value ?? '');
    for (const id of this.#ids) if (id !== '') this.#holder(id).size += 1;
    const kept = attributes.flatMap((one) => this.#kept(local, one));
    const root = this.#open.length === 0 ? ` xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink"` : '';
    this.#out.push(`<${local}${root}${kept.join('')}>`);
    this.#open.push(local);
  }

  close(): void {
    const name = this.#open.pop();
    if (name === undefined) return;
    this.#ids.pop();
    if (name === 'style') {
      refuseStyle(this.#style);
      for (const id of namedBy(this.#style)) this.#styled.add(id);
      this.#style = '';
    }
    this.#out.push(`</${name}>`);
  }

  text(text: string): void {
    if (this.#skipping() || this.#open.length === 0) return;
    if (this.#open.includes('style')) this.#style += text;
    this.#out.push(escaped(text));
  }

  whole(): Result<{ readonly bytes: Uint8Array; readonly width: number; readonly height: number }, DrawingProblem> {
    if (this.#used.some((id) => this.#using.has(id))) return err('nested');
    if (this.#cost() > MOST_DRAWN) return err('complex');
    return ok({ bytes: Buffer.from(this.#out.join(''), 'utf8'), ...this.#size });
  }

  /** Elements that are drawn, those drawn once more each time. */
  #cost(): number {
    const known = new Map<string, number>();
    const costOf = (id: string): number => {
      const before = known.get(id);
      if (before !== undefined) return before;
      // One that comes back to itself has no end.
      known.set(id, Number.POSITIVE_INFINITY);
      const { size = 0, drawn = [] } = this.#held.get(id) ?? {};
      const cost = drawn.reduce((sum, one) => sum + costOf(one), size);
      known.set(id, cost);
      return cost;
    };
    const sum = (ids: Iterable<string>): number => [...ids].reduce((total, id) => total + costOf(id), 0);
    return this.#elements + sum(this.#drawn) + this.#elements * sum(this.#styled);
  }

  #draws(id: string): void {
    this.#drawn.push(id);
    for (const holder of this.#ids) if (holder !== '') this.#holder(holder).drawn.push(id);
  }

  #holder(id: string): { size: number; readonly drawn: string[] } {
    const held = this.#held.get(id) ?? { size: 0, drawn: [] };
    this.#held.set(id, held);
    return held;
  }

  #skipping(): boolean {
    return this.#open.includes(undefined);
  }

  #kept(element: string, { prefix, local, value }: Attribute): readonly string[] {
    if (/^on/i.test(local)) throw new Refused('scripts');
    if (local === 'href') {
      if (!value.startsWith('#')) throw new Refused('outside');
      if (element === 'use') {
        this.#used.push(value.slice(1));
        this.#draws(value.slice(1));
        for (const id of this.#ids) if (id !== '') this.#using.add(id);
      }
      return [` xlink:href="${escaped(value)}"`];
    }
    if (prefix !== '' || local === 'xmlns') return [];
    // A cut within a cut is a way to multiply without end, as a use within a use is.
    if (local === 'clip-path' && this.#open.includes('clipPath')) return [];
    // A style names with a backslash what it does not want to be found.
    if (/url\s*\(|\\/i.test(value) || local === 'style') refuseStyle(value);
    for (const id of namedBy(value)) this.#draws(id);
    return [` ${local}="${escaped(value)}"`];
  }
}

/** A picture within the drawing, as data: nothing is loaded, but it is no drawing any more. */
const isInner = (local: string, attributes: readonly Attribute[]): boolean =>
  local === 'image' && attributes.every((one) => one.local !== 'href' || one.value.startsWith('data:'));

/** Ids of what a style or an attribute draws with: `url(#taglio)`. */
const namedBy = (style: string): readonly string[] =>
  [...style.matchAll(/url\(\s{0,9}["']?#([^"')\s]{1,200})/gi)].map(([, id = '']) => id);

function refuseStyle(text: string): void {
  if (/@import|expression\s*\(|javascript:|(?:image|image-set|src)\s*\(|url\s*\(\s*(?!["']?#)|\\/i.test(text))
    throw new Refused('outside');
}

/** In pixels, from its own measures or from what it shows. */
function sizeOf(attributes: readonly Attribute[]): { width: number; height: number } {
  const of = (name: string): string => attributes.find((one) => one.local === name && one.prefix === '')?.value ?? '';
  const box = of('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , across = WIDTH, down = HEIGHT] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const [width, height] = [pixels(of('width')) ?? across, pixels(of('height')) ?? down];
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

function pixels(text: string): number | undefined {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/.exec(text) ?? [];
  const scale = UNITS[unit];
  return number === undefined || scale === undefined ? undefined : Number(number) * scale;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

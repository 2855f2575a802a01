import { orientationOf } from '../../files/jpeg.js';
import { scalePng } from '../../files/scale-png.js';
import { type DocumentContent, type Figure, figuresOf } from '../content.js';
import { pictureSize } from './page-room.js';
import type { Pictures } from './pictures.js';

/** Points to a centimetre that print tells apart. */
const FINE = 250 / 2.54;
/** Points all the PNGs of a document may have together: while it is composed the compiler holds some eight bytes for each. */
const MOST_POINTS = 11_000_000;

/**
 * The pictures of a document as the compiler takes them, each within an SVG of its size: so a JPEG goes on paper as it lies and is
 * never unpacked. A PNG is: where there are more points than are printed, or than a document may have, it is given fewer.
 */
export async function printedPictures(
  content: Pick<DocumentContent, 'sections' | 'landscape'>,
  given: Pictures,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const printed = new Map<string, Uint8Array<ArrayBuffer>>();
  const figures = figuresOf(content).filter(({ hash }) => given.has(hash));
  const share = Math.min(1, Math.sqrt(MOST_POINTS / totalOf(figures, content.landscape)));
  for (const figure of figures) {
    const file = given.get(figure.hash);
    if (file === undefined || printed.has(figure.hash)) continue;
    printed.set(figure.hash, enclosed(figure, await fitted(figure, file.bytes, content.landscape, share)));
  }
  return printed;
}

/** Points of the PNGs of a document, as many as print tells apart. */
function totalOf(figures: readonly Figure[], landscape: boolean): number {
  return figures
    .filter(({ mime }) => mime === PNG)
    .reduce((sum, figure) => sum + pointsFor(figure, landscape, 1).width * pointsFor(figure, landscape, 1).height, 0);
}

function pointsFor(figure: Figure, landscape: boolean, share: number): { width: number; height: number } {
  const { width } = pictureSize(figure, landscape);
  const scale = Math.min(1, (width * FINE) / figure.width) * share;
  return {
    width: Math.max(1, Math.round(figure.width * scale)),
    height: Math.max(1, Math.round(figure.height * scale)),
  };
}

const PNG = 'image/png';

async function fitted(figure: Figure, bytes: Uint8Array, landscape: boolean, share: number): Promise<Uint8Array> {
  return figure.mime === PNG ? ((await scalePng(bytes, pointsFor(figure, landscape, share))) ?? bytes) : bytes;
}

/** How a picture is turned that says which side is up, 1 to 8: Exif 2.3, `Orientation`. */
const TURNS: Readonly<Record<number, (width: number, height: number) => string>> = {
  2: (width) => `matrix(-1 0 0 1 ${width} 0)`,
  3: (width, height) => `matrix(-1 0 0 -1 ${width} ${height})`,
  4: (_, height) => `matrix(1 0 0 -1 0 ${height})`,
  5: () => 'matrix(0 1 1 0 0 0)',
  6: (width) => `matrix(0 1 -1 0 ${width} 0)`,
  7: (width, height) => `matrix(0 -1 -1 0 ${width} ${height})`,
  8: (_, height) => `matrix(0 -1 1 0 0 ${height})`,
};

function enclosed({ mime, width, height }: Figure, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (mime === 'image/svg+xml') return Uint8Array.from(bytes);
  const up = mime === 'image/jpeg' ? orientationOf(bytes) : 1;
  const turn = TURNS[up]?.(width, height);
  const lying = up >= 5 ? { width: height, height: width } : { width, height };
  const image = `<image width="${lying.width}" height="${lying.height}" preserveAspectRatio="none" href="data:${mime};base64,${Buffer.from(bytes).toString('base64')}"/>`;
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${
      turn === undefined ? image : `<g transform="${turn}">${image}</g>`
    }</svg>`,
  );
}

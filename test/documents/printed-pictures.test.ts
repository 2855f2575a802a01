import { describe, expect, test } from 'vitest';
import type { Figure, Section } from '../../src/documents/content.js';
import { pdfForm } from '../../src/documents/forms/pdf.js';
import type { Pictures } from '../../src/documents/forms/pictures.js';
import { printedPictures } from '../../src/documents/forms/printed-pictures.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import { readPng } from '../../src/files/png.js';
import { jpeg, png } from '../files/pictures.js';

/** What sixty figures may have together: with more, the compiler would hold more than 300 MB (`npm run bench -- figures` measures it). */
const MOST_POINTS = 11_000_000;
const EACH = { width: 600, height: 400 };
const hashes = Array.from({ length: 60 }, (_, at) => `figura-${at}`);
/** A large one among them, drawn no larger than the page. */
const LARGE = { width: 4_000, height: 100 };
/** No two alike: the same picture goes on paper once. */
const pngOf = ({ width, height }: typeof EACH, name: string) =>
  ({ mime: 'image/png', bytes: png(width, height, [['tEXt', `Title\0${name}`]]) }) as const;
const pictures: Pictures = new Map([
  ...hashes.map((hash) => [hash, pngOf(EACH, hash)] as const),
  ['larga', pngOf(LARGE, 'larga')],
  ['foto', { mime: 'image/jpeg', bytes: jpeg() }],
]);

const figure = (hash: string, size: typeof EACH = EACH): Figure => ({
  kind: 'figure',
  hash,
  mime: pictures.get(hash)?.mime ?? 'image/png',
  ...size,
  alt: hash,
  caption: hash,
});
const sections = (...blocks: readonly Figure[]): readonly Section[] => [{ level: 2, title: 'Figure', blocks }];

/** The picture within the SVG it is given to the compiler in. */
function given(svg: Uint8Array | undefined): Buffer {
  const [, base64] = /;base64,([^"]+)"/.exec(Buffer.from(svg ?? []).toString('latin1')) ?? [];
  if (base64 === undefined) throw new Error('no picture is given');
  return Buffer.from(base64, 'base64');
}

/** How many points each picture of a PDF has. */
const imagesOf = (pdf: Buffer): readonly number[] =>
  pdf
    .toString('latin1')
    .split('/Subtype /Image')
    .slice(1)
    .map((it) => sideOf(it, 'Width') * sideOf(it, 'Height'));

const sideOf = (image: string, name: string): number => Number(new RegExp(`/${name} (\\d+)`).exec(image)?.[1]);

describe('what the pictures of a document take while it is composed is bounded', () => {
  test('sixty together have no more points than a document may, and none loses more than that asks', async () => {
    expect(hashes.length * EACH.width * EACH.height).toBeGreaterThan(MOST_POINTS);
    const snapshot = takeSnapshot({
      kind: 'piano',
      title: 'Piano',
      entity: 'Ente',
      exercise: 2016,
      version: 1,
      on: '2016-01-29',
      simulated: true,
      landscape: true,
      sections: sections(...hashes.map((hash) => figure(hash))),
    });
    const points = imagesOf(await pdfForm(snapshot, pictures));
    expect(points).toHaveLength(hashes.length);
    expect(points.reduce((sum, of) => sum + of, 0)).toBeLessThanOrEqual(MOST_POINTS * 1.01);
    expect(Math.min(...points)).toBeGreaterThan(MOST_POINTS / hashes.length / 1.01);
  });

  test('one alone has the points that print tells apart, and no more', async () => {
    const alone = await printedPictures({ sections: sections(figure('larga', LARGE)), landscape: false }, pictures);
    const width = readPng(given(alone.get('larga')))?.width;
    expect(width).toBeLessThan(1_900);
    expect(width).toBeGreaterThan(1_500);
  });

  test('one shown three times is unpacked once', async () => {
    let read = 0;
    const file = {
      mime: 'image/png',
      get bytes() {
        read += 1;
        return png(EACH.width, EACH.height);
      },
    } as const;
    const again = sections(figure('una'), figure('una'), figure('una'));
    await printedPictures({ sections: again, landscape: true }, new Map([['una', file]]));
    expect(read).toBe(1);
  });

  test('a JPEG is given as it lies', async () => {
    const files = await printedPictures(
      { sections: sections(figure('foto', { width: 32, height: 16 })), landscape: true },
      pictures,
    );
    expect(given(files.get('foto')).equals(jpeg())).toBe(true);
  });
});

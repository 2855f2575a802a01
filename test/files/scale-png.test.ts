import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { readPng } from '../../src/files/png.js';
import { scalePng } from '../../src/files/scale-png.js';
import { png } from './pictures.js';

/** The points of a picture as a browser sees them: red, green, blue, transparency. */
async function pointsOf(bytes: Buffer): Promise<{ width: number; at: (x: number, y: number) => number[] }> {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return { width: image.width, at: (x, y) => [...context.getImageData(x, y, 1, 1).data] };
}

async function scaled(bytes: Buffer, width: number, height: number): Promise<Buffer> {
  const small = await scalePng(bytes, { width, height });
  if (small === undefined) throw new Error('not scaled');
  return small;
}

describe('a PNG with fewer points', () => {
  test('shows the same: each point is the mean of those it stands for', async () => {
    const canvas = createCanvas(8, 4);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ff0000';
    context.fillRect(0, 0, 4, 4);
    context.fillStyle = '#0000ff';
    context.fillRect(4, 0, 3, 4);
    context.fillStyle = '#ffffff';
    context.fillRect(7, 0, 1, 4);
    const { width, at } = await pointsOf(await scaled(canvas.toBuffer('image/png'), 4, 2));
    expect(width).toBe(4);
    expect([at(0, 0), at(1, 1), at(2, 0)]).toEqual([
      [255, 0, 0, 255],
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ]);
    expect(at(3, 1)).toEqual([128, 128, 255, 255]);
  });

  test('keeps what is seen through it, and no colour of what is not seen', async () => {
    const canvas = createCanvas(4, 4);
    const context = canvas.getContext('2d');
    context.fillStyle = '#00ff00';
    context.fillRect(0, 0, 1, 4);
    const { at } = await pointsOf(await scaled(canvas.toBuffer('image/png'), 2, 2));
    expect(at(0, 0)).toEqual([0, 255, 0, 128]);
    expect(at(1, 1)[3]).toBe(0);
  });

  test('of lines filtered in every way is the one its points make', async () => {
    const canvas = createCanvas(300, 200);
    const context = canvas.getContext('2d');
    const slope = context.createLinearGradient(0, 0, 300, 200);
    slope.addColorStop(0, '#102030');
    slope.addColorStop(1, '#f0c080');
    context.fillStyle = slope;
    context.fillRect(0, 0, 300, 200);
    const whole = await pointsOf(canvas.toBuffer('image/png'));
    const { at } = await pointsOf(await scaled(canvas.toBuffer('image/png'), 150, 100));
    for (const [x, y] of [
      [0, 0],
      [75, 50],
      [149, 99],
    ] as const)
      for (const of of [0, 1, 2])
        expect(Math.abs((at(x, y)[of] ?? 0) - (whole.at(2 * x, 2 * y)[of] ?? 0))).toBeLessThan(3);
  });

  test('is a whole PNG', async () => {
    const small = await scaled(png(120, 60), 40, 20);
    expect(readPng(small)).toMatchObject({ width: 40, height: 20 });
  });

  test('is none where it has no more than asked', async () => {
    expect(await scalePng(png(120, 60), { width: 120, height: 60 })).toBeUndefined();
  });
});

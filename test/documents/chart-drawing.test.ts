import { expect, test } from 'vitest';
import { chartDrawing } from '../../src/documents/forms/chart-drawing.js';

/** Where each figure of a chart stands, down from its top. */
const figures = (drawing: string): ReadonlyMap<string, number> =>
  new Map(
    [...drawing.matchAll(/<text x="[\d.]+" y="([\d.]+)" text-anchor="middle">([\d,]+)<\/text>/g)].map(([, y, text]) => [
      text ?? '',
      Number(y),
    ]),
  );
const marks = (drawing: string): readonly number[] =>
  [...drawing.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) => Number(y));

const lines = [
  { title: 'Ente', values: ['8.5', '6.4'] },
  { title: 'Media Toscana', values: ['11.3', '7'] },
];

test('of two values close to each other the lower has its figure below its mark: each can be read', () => {
  const drawing = chartDrawing({ labels: ['2012', '2014'], lines });
  const at = figures(drawing);
  const [first = 0, last = 0] = marks(drawing);
  expect(at.get('8,5')).toBeLessThan(first);
  expect(at.get('6,4')).toBeGreaterThan(last);
  expect(Math.abs((at.get('6,4') ?? 0) - (at.get('7') ?? 0))).toBeGreaterThan(20);
});

test('of two equal values the later line gives way', () => {
  const equal = lines.map(({ title }, i) => ({ title, values: ['5', i === 0 ? '4' : '3'] }));
  const drawing = chartDrawing({ labels: ['2012', '2014'], lines: equal });
  const fives = [...drawing.matchAll(/y="([\d.]+)" text-anchor="middle">5</g)].map(([, y]) => Number(y));
  expect(fives).toHaveLength(2);
  expect((fives[1] ?? 0) - (fives[0] ?? 0)).toBeGreaterThan(20);
});

import { describe, expect, test } from 'vitest';
import { circlesIn } from './circles.js';
import { importsUnder } from './imports.js';

test('no file comes back to itself through what it imports, types included', () => {
  expect(circlesIn(importsUnder())).toEqual([]);
});

describe('the reader of circles', () => {
  const arrows = (...texts: readonly string[]) =>
    texts.map((text) => {
      const [file = '', ours] = text.split(' > ');
      return { file: `${file}.ts`, ours };
    });

  test.each([
    ['two that take from each other', ['a > b', 'b > a'], [['a', 'b']]],
    ['a longer way round', ['a > b', 'b > c', 'c > a'], [['a', 'b', 'c']]],
    ['a file that takes from itself', ['a > a'], [['a']]],
    ['two circles that share a file are one', ['a > b', 'b > a', 'b > c', 'c > b'], [['a', 'b', 'c']]],
    ['a circle behind a file that is in none', ['a > b', 'b > c', 'c > b'], [['b', 'c']]],
    [
      'two circles apart',
      ['a > b', 'b > a', 'c > d', 'd > c', 'a > c'],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['none: two ways to one file', ['a > b', 'a > c', 'b > d', 'c > d'], []],
  ])('%s', (_, given, found) => {
    expect(circlesIn(arrows(...given))).toEqual(found);
  });
});

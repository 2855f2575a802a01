import { describe, expect, test } from 'vitest';
import { FILE_LIMITS } from '../../src/files/limits.js';
import { tooMuchIn } from '../../src/files/written-text.js';

const rows = (count: number, columns: number): string => `${`|${' a |'.repeat(columns)}\n`.repeat(count)}`;

describe('the text of a section', () => {
  test('of a chapter with its tables is not too much', () => {
    expect(tooMuchIn(`# Titolo\n\n${'Testo. '.repeat(1_000)}\n\n${rows(100, 10)}`)).toEqual([]);
  });

  test('with a table of 100.000 cells is refused with its limit', () => {
    expect(tooMuchIn(rows(10_000, 10))).toEqual([
      expect.stringMatching(/tabella di 100\.000 celle.*al massimo 5\.000/),
    ]);
  });

  test('adds up no two tables', () => {
    expect(tooMuchIn(`${rows(300, 10)}\nTesto\n\n${rows(300, 10)}`)).toEqual([]);
  });

  test('that is too long is refused with its limit', () => {
    expect(tooMuchIn('a'.repeat(FILE_LIMITS.section + 1))).toEqual([expect.stringContaining('100.000 caratteri')]);
  });

  test('with too many figures is refused with their limit', () => {
    expect(tooMuchIn('![a](figura:0123456789 "b")\n'.repeat(41))).toEqual([
      expect.stringMatching(/41 figure.*ne tiene 40/),
    ]);
  });
});

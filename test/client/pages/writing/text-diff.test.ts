import { describe, expect, test } from 'vitest';
import { diffTexts, excerptOf } from '../../../../src/client/pages/writing/text-diff.js';

/** What a reader sees: `-` what went, `+` what came. */
const shown = (before: string, after: string): string | undefined =>
  diffTexts(before, after)
    ?.map(({ runs }) =>
      runs.map(({ text, change }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[change]).join(''),
    )
    .join('\n');

describe('what changes from one text to another', () => {
  test.each([
    ['nothing', 'uno\ndue', 'uno\ndue', 'uno\ndue'],
    ['nothing but ends of lines', 'uno\r\ndue\n\n', 'uno\ndue', 'uno\ndue'],
    ['a line that came', 'uno', 'uno\ndue', 'uno\n[+due]'],
    ['a line that went', 'uno\ndue', 'due', '[-uno]\ndue'],
    ['words of a line', 'le imprese attive', 'le imprese nuove', 'le imprese [-attive][+nuove]'],
    ['more lines in place of one', 'a\nuno\nz', 'a\nuno e due\ntre\nz', 'a\nuno[+ e due]\n[+tre]\nz'],
  ])('is %s', (_, before, after, seen) => {
    expect(shown(before, after)).toBe(seen);
  });

  test('is not said of texts that are too far apart', () => {
    const lines = (letter: string): string => Array.from({ length: 5_000 }, (_, at) => `${letter}${at}`).join('\n');
    expect(diffTexts(lines('a'), lines('b'))).toBeUndefined();
  });

  test('is said at once of lines with nothing in them', () => {
    const began = performance.now();
    expect(diffTexts(`${'\n'.repeat(100_000)}a`, 'b')).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('is shown with what is around it, and of the rest how many lines it is', () => {
    const before = Array.from({ length: 20 }, (_, at) => `riga ${at}`).join('\n');
    const lines = diffTexts(before, before.replace('riga 10', 'altra 10')) ?? [];
    expect(excerptOf(lines, 1).map((line) => (line.change === 'skipped' ? line.count : line.change))).toEqual([
      9,
      'same',
      'changed',
      'same',
      8,
    ]);
  });
});

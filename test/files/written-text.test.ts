import { describe, expect, test } from 'vitest';
import { FILE_LIMITS } from '../../src/files/limits.js';
import { tooMuchIn, unreadable } from '../../src/files/written-text.js';

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
      expect.stringMatching(/41 figure.*al massimo 40/),
    ]);
  });

  test('names its figures with a space too', () => {
    expect(tooMuchIn('![a]( figura:0123456789 "b")\n'.repeat(41))).toEqual([expect.stringMatching(/41 figure/)]);
  });

  test.each([
    [
      'stress that begins and never ends',
      `${'_a'.repeat(4_000)}\n`.repeat(12),
      /capoverso alla riga 1 ha troppi segni/,
    ],
    ['pictures that begin and never end', `Testo.\n\n${`${'!['.repeat(2_000)}\n`.repeat(12)}`, /capoverso alla riga 3/],
    ['a line without an end', `Testo.\n${'a'.repeat(20_000)}@`, /la riga 2 supera i 10\.000 caratteri/],
    ['a paragraph that looks like a list', `- a\n${'2. _a_a_a_a_a_a_a_a\n'.repeat(4_000)}`, /troppi segni/],
    ['a paragraph that looks like a table', `# a|b\n-|-\n${'|_a_a_a_a_a_a_a_a\n'.repeat(4_000)}`, /troppi segni/],
    ['a paragraph after a table', `|a|\n|-|\n|b|\n# c\n${'|_a_a_a_a_a_a_a_a\n'.repeat(4_000)}`, /troppi segni/],
    ['quotations in quotations', '>'.repeat(3_000), /alla riga 1 elenchi e citazioni/],
    ['quotations and lists one in the other', '> - '.repeat(30), /alla riga 1 elenchi e citazioni/],
  ])('that takes too long to read is refused: %s', (_, text, why) => {
    expect(tooMuchIn(text)).toEqual([expect.stringMatching(why)]);
  });

  test.each([
    ['a rule of dashes', '-'.repeat(200)],
    ['a rule of dashes with spaces', `${'- '.repeat(15)}`],
    ['a list of many numbers', Array.from({ length: 3_000 }, (_, at) => `${at + 1}. voce *numero* ${at}`).join('\n')],
    ['a table of many words in bold', `|a|b|\n|-|-|\n${'|**parola**|_altra_|\n'.repeat(1_500)}`],
    ['numbers below zero', '-5 -4 -3 -2 -1\n'.repeat(100)],
  ])('that somebody may well write is read: %s', (_, text) => {
    expect(unreadable(text)).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { readFigureSheet } from '../../src/sheets/figure-sheet.js';

const csv = (text: string) => readFigureSheet(new TextEncoder().encode(text));

describe('a file of figures', () => {
  test('gives the values under «Valore» by the codes under «Codice», whatever stands above and beside', async () => {
    expect(await csv('Conti 2015;;\nVoce;Codice;Valore\nDiritto;diritto-annuale;2.936.304,57\nAltro;altro;\n')).toEqual(
      {
        ok: true,
        value: [{ row: 'diritto-annuale', written: '2.936.304,57', cell: 'csv, C3' }],
      },
    );
  });

  test.each([
    ['no titles', 'a;b\n1;2\n', 'Codice'],
    ['a code twice', 'Codice;Valore\na;1\na;2\n', 'già in una riga precedente'],
    ['nothing', '', 'vuoto'],
  ])('with %s is refused with what is wrong', async (_, text, says) => {
    const read = await csv(text);
    expect(read.ok ? 'taken' : read.error.join()).toContain(says);
  });

  test('which is a picture is refused', async () => {
    expect((await readFigureSheet(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))).ok).toBe(false);
  });
});

const readRows = (rows: readonly string[]) =>
  readFigureSheet(new TextEncoder().encode(['Codice;Valore', ...rows].join('\n')));

describe('a large file of figures', () => {
  test('of as many rows as there may be is read at once', async () => {
    const began = performance.now();
    const answer = await readRows(Array.from({ length: 19_000 }, (_, at) => `r${at};1`));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(answer.ok && answer.value.length).toBe(19_000);
  });

  test('in which everything is wrong is answered with the first things, and how many more', async () => {
    const answer = await readRows(Array.from({ length: 10_000 }, () => 'r;1'));
    expect(answer.ok ? [] : [answer.error.length, answer.error.at(-1)]).toEqual([51, 'ci sono altri 9949 errori']);
  });

  test('with a value no figure is as long as, or a code, repeats its beginning', async () => {
    const answer = await readRows([
      `r;1${' '.repeat(150_000)}€x`,
      `${'c'.repeat(150_000)};1`,
      `${'c'.repeat(150_000)};1`,
    ]);
    expect(answer.ok ? [] : answer.error.map((text) => text.length < 300)).toEqual([true, true]);
  });
});

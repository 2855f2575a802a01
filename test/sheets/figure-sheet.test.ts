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

import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { ledgerOf } from '../../src/domain/resources/ledger.js';
import { err } from '../../src/domain/result.js';
import { openSpending, readSpending } from '../../src/sheets/read-spending.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { number, ooxml, packed, typed } from './workbooks.js';

const ledger = ledgerOf(bodiesOnFile().plan('ccms', 2016) as Plan);
async function readFile(name: string, bytes: Uint8Array) {
  const table = await openSpending(name, bytes);
  return table.ok ? readSpending(table.value, ledger) : err([table.error]);
}

const read = (text: string) => readFile('spesa.csv', new TextEncoder().encode(text));

describe('a table of the accounting system', () => {
  test.each([
    ['titles that open and never close', `${'('.repeat(400_000)};importo;programma\n;1,00;3.2.1\n`],
    [
      'as many rows as there may be',
      `programma;prodotto;attività;importo\n${'3.2.2;B3020202;1;1,00\n'.repeat(19_000)}`,
    ],
  ])('is read at once: %s', async (_, text) => {
    const began = performance.now();
    expect((await read(text)).ok).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('repeats no more than the beginning of an amount that is none, and says so at once', async () => {
    const began = performance.now();
    const answer = await read(`programma;importo\n3.2.1;"1${' '.repeat(150_000)}€x"\n3.2.1;${'x'.repeat(150_000)}\n`);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(answer.ok ? [] : answer.error.map((text) => text.length < 1_000)).toEqual([true, true]);
  });

  test.each([
    [
      'is read by product and activity, whatever the order of its columns and whatever else it has',
      'Importo pagato;Importo;Cod. Attività;Prodotto;Capitolo\n;12.000,00;2;B3010303;7\n;"1.000,50";1;B3020202;9\n',
      [
        { programme: '3.1.3', line: 'B3010303/2', amount: '12000' },
        { programme: '3.2.2', line: 'B3020202/1', amount: '1000.5' },
      ],
      2,
    ],
    [
      'adds the rows of one line up, reversals too',
      'prodotto;attività;speso\nB3010303;2;100,00\nB3010303;2;€ 50,00\nB3010303;2;-25,00\n',
      [{ programme: '3.1.3', line: 'B3010303/2', amount: '125' }],
      3,
    ],
    [
      'leaves rows without an amount',
      'programma;liquidato\nArea 3;\n3.1.2;20.000,00\n3.2.1;€ -\n',
      [{ programme: '3.1.2', line: 'B3010201/1', amount: '20000' }],
      1,
    ],
    [
      'names investments by their line',
      'riga;consuntivo\n2.1.2/i1;1,00\n',
      [{ programme: '2.1.2', line: '2.1.2/i1', amount: '1' }],
      1,
    ],
  ])('%s', async (_, text, lines, rows) => {
    expect(await read(text)).toEqual({
      ok: true,
      value: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), lines, rows },
    });
  });

  test.each([
    ['no column of amounts', 'prodotto;attività\nB3010303;2\n', /^spesa\.csv: manca la colonna dell’importo/],
    ['no column that says on what', 'importo;capitolo\n1,00;7\n', /^spesa\.csv: manca la colonna che dice su che cosa/],
    ['two columns of one kind', 'prodotto;importo;speso\nB3010303;1,00;2,00\n', /due colonne sono l’importo/],
    ['no row', 'prodotto;importo\n', /^spesa\.csv: non c’è nessuna riga con un importo/],
    ['only rows without amounts', 'prodotto;importo\nB3010303;\n', /non c’è nessuna riga con un importo/],
    [
      'an amount that can be read in two ways',
      'prodotto;importo\nB3010303;1.5\n',
      /^spesa\.csv, riga 2: l’importo «1\.5»/,
    ],
    ['parts of a cent', 'prodotto;importo\nB3010303;1,005\n', /riga 2: l’importo «1,005» ha più di due decimali/],
    ['a product nobody has', 'prodotto;importo\nX1;1,00\n', /riga 2: «X1» non è una riga di risorse del Piano/],
    ['a product of two lines', 'prodotto;importo\nB3020202;1,00\n', /riga 2: «B3020202» è di più righe/],
    ['less than nothing in all', 'prodotto;importo\nB3010303;-1,00\n', /B3010303\/2 sommano a −1,00 €/],
    ['no table', '\u0000\u0001', /^spesa\.csv: /],
  ])('with %s is refused, with file and line', async (_, text, said) => {
    const found = await read(text);
    expect(found.ok ? [] : found.error).toEqual([expect.stringMatching(said)]);
  });

  test('with several lines wrong says all of them, and is not used', async () => {
    const found = await read('prodotto;importo\nX1;1,00\nB3010303;5,00\nX2;abc\n');
    expect(found.ok ? [] : found.error).toHaveLength(2);
  });
});

describe('a workbook of the accounting system', () => {
  /** A sheet below a heading of two lines, as such systems print it. */
  const rows = (...below: readonly string[]): Buffer =>
    packed(
      ooxml(
        [
          `<row r="1">${typed('A1', 'Camera di Commercio: spesa per prodotto')}</row>`,
          `<row r="3">${typed('A3', 'Prodotto')}${typed('B3', 'Cod. Attività')}${typed('C3', 'Importo')}</row>`,
          ...below.map((cells, at) => `<row r="${at + 4}">${cells}</row>`),
        ].join(''),
      ),
    );
  const spent = (row: number, product: string, amount: string): string =>
    `${typed(`A${row}`, product)}${number(`B${row}`, '2')}${number(`C${row}`, amount)}`;

  test('is read from the sheet that has the titles, below whatever stands above them, with the amounts it holds', async () => {
    expect(
      await readFile('spesa.xlsx', rows(spent(4, 'B3010303', '12000.5'), spent(5, 'B3010303', '-0.25000000000000011'))),
    ).toEqual({
      ok: true,
      value: {
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        lines: [{ programme: '3.1.3', line: 'B3010303/2', amount: '12000.25' }],
        rows: 2,
      },
    });
  });

  test('says what is wrong with file, sheet and row', async () => {
    const wrong = await readFile('spesa.xlsx', rows(spent(4, 'X1', '1'), spent(5, 'B3010303', '1.005')));
    expect(wrong.ok ? [] : wrong.error).toEqual([
      expect.stringMatching(/^spesa\.xlsx, foglio «Dati», riga 4: «X1 2» non è una riga di risorse/),
      expect.stringMatching(/riga 5: l’importo .* ha più di due decimali/),
    ]);
  });

  test('with two sheets that could be it is not guessed at', async () => {
    const parts = ooxml(`<row r="1">${typed('A1', 'Programma')}${typed('B1', 'Importo')}</row>`);
    const twice = {
      ...parts,
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
        '</sheets>',
        '<sheet name="Altro" sheetId="2" r:id="rId1"/></sheets>',
      ),
    };
    const found = await readFile('spesa.xlsx', packed(twice));
    expect(found.ok ? [] : found.error).toEqual([
      'spesa.xlsx: più fogli hanno la colonna dell’importo («Dati», «Altro»): se ne importa uno alla volta',
    ]);
  });

  test.each([
    ['an old workbook of Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /^spesa\.xls: /],
    ['a PDF', Buffer.from('%PDF-1.7 '), /^spesa\.xls: /],
  ])('%s is refused', async (_, bytes, said) => {
    const found = await readFile('spesa.xls', bytes);
    expect(found.ok ? [] : found.error).toEqual([expect.stringMatching(said)]);
  });
});

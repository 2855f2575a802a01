import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packFile, zip } from '../../../src/files/zip.js';
import type { Source } from '../../../src/seeds/sources.js';
import { text, writeWorkbook } from '../../../src/sheets/workbook-write.js';
import { ods, odsFile } from '../../sheets/open-document.js';
import { aSource, reading } from './source.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ciclo-fonti-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const from = (source: Source, expected = {}): Promise<string> =>
  reading({ CICLO_SOURCE_PROVA_URL: folder }, source, expected);

const csv = (rest: Partial<Extract<Source['read'], { kind: 'csv' }>> = {}): Source['read'] => ({
  kind: 'csv',
  file: 'presenze-{year}.csv',
  row: { al: '{to:it}' },
  value: 'presenze',
  ...rest,
});

describe('a CSV file dropped in a folder', () => {
  const TABLE = 'al;presenze;totale\r\n30/04/2016;1.234,5;2.000\r\n31/08/2016;17;\r\n';
  beforeAll(() => put('presenze-2016.csv', TABLE));

  test('gives the value of its row and column, in Italian figures', async () => {
    expect(await from(aSource(csv()))).toBe('{"kind":"number","value":"1234.5"} (presenze: 1.234,5)');
  });

  test.each([
    ['-€ 1.200,40', '-1200.4'],
    ['− € 300', '-300'],
    ['€ -5', '-5'],
    ['€ 1.200,40', '1200.4'],
    ['-\u00a01\u202f200,40 €', '-1200.4'],
    ["1'200,40 €", '1200.4'],
  ])('keeps the sign of an amount, wherever it stands: %s', async (written, value) => {
    put('importi.csv', `al;saldo\n30/04/2016;"${written}"\n`);
    const source = aSource(csv({ file: 'importi.csv', value: 'saldo' }), { unit: 'euro' });
    expect(await from(source)).toBe(`{"kind":"number","value":"${value}"} (saldo: ${written.replace(/\s+/g, ' ')})`);
  });

  test('gives days and shares of what a term or a whole period asks as an officer would', async () => {
    put('parti.csv', 'al;parte;imprese\n30/04/2016;95;12 imprese\n');
    const parts = csv({ file: 'parti.csv', value: 'parte' });
    const term = { kind: 'within-period', amount: 15, unit: 'days', event: 'richiesta' } as const;
    const open = { kind: 'throughout', from: '2016-01-01', to: '2016-12-31' } as const;
    const percent = aSource(parts, { unit: 'percent' });
    expect(await from(percent, { reading: term })).toContain('serve il tempo impiegato');
    expect(await from(percent, { reading: term, name: 'Percentuale di risposte' })).toContain('"numerator":"95"');
    expect(await from(aSource(parts, { unit: 'days' }), { reading: term })).toContain('"value":"95"');
    expect(await from(aSource(parts, { unit: 'days' }), { reading: open })).toContain(
      '"numerator":"95","denominator":"366"',
    );
    const counted = aSource(csv({ file: 'parti.csv', value: 'imprese' }), { unit: 'count' });
    expect(await from(counted)).toContain('"value":"12"');
    expect(await from(counted, { name: 'Numero di eventi' })).toContain('«imprese» non è ciò che si misura');
  });

  test('gives a ratio where numerator and denominator are named', async () => {
    const read = csv({ value: { numerator: 'presenze', denominator: 'totale' } });
    expect(await from(aSource(read))).toContain('{"kind":"ratio","numerator":"1234.5","denominator":"2000"}');
  });

  test('may begin with the mark Excel puts there, and quote its cells', async () => {
    put('excel.csv', '\ufeff"al";"presenze"\n"30/04/2016";"12"\n');
    expect(await from(aSource(csv({ file: 'excel.csv' })))).toContain('"value":"12"');
  });

  test('may be in the encoding of old Windows programs, when the source says so', async () => {
    put('ansi.csv', Buffer.from('al;qualità\n30/04/2016;3\n', 'latin1'));
    const read = { file: 'ansi.csv', value: 'qualità' };
    expect(await from(aSource(csv({ ...read, encoding: 'windows-1252' })))).toContain('"value":"3"');
    expect(await from(aSource(csv(read)))).toBe('il testo non è in utf-8');
    // The euro, the apostrophe and the dash of Windows, where Node 20 has control characters.
    put('ansi.csv', Buffer.from('al;l\x92importo \x96 \x80\n30/04/2016;3\n', 'latin1'));
    const named = { file: 'ansi.csv', value: 'l’importo – €', encoding: 'windows-1252' } as const;
    expect(await from(aSource(csv(named)))).toBe('{"kind":"number","value":"3"} (l’importo – €: 3)');
  });

  test('may be the Unicode text of Excel, which says so itself', async () => {
    put('unicode.txt', Buffer.from('\uFEFFal\tquantità\r\n30/04/2016\t3\r\n', 'utf16le'));
    expect(await from(aSource(csv({ file: 'unicode.txt', value: 'quantità', delimiter: '\t' })))).toContain(
      '"value":"3"',
    );
  });

  test('of more cells than one may have is not read', async () => {
    put('lungo.csv', `al;x\n${'1;\n'.repeat(25_000)}`);
    expect(await from(aSource(csv({ file: 'lungo.csv', value: 'x' })))).toBe('il file CSV ha troppe celle');
  });

  test.each<[string, Source, string]>([
    ['the file is not there', aSource(csv({ file: 'assente-{month}.csv' })), 'il file «assente-04.csv» non c’è'],
    [
      'the column is missing',
      aSource(csv({ value: 'uscite' })),
      'la colonna «uscite» non c’è: ci sono «al», «presenze», «totale»',
    ],
    ['no row is of the period', aSource(csv({ row: { al: '{from:it}' } })), 'nessuna riga con al «01/01/2016»'],
    ['two rows fit', aSource(csv({ row: {} })), '2 righe: ne serve una'],
    [
      'the cell is empty',
      aSource(csv({ row: { al: '31/08/2016' }, value: 'totale' })),
      'in «totale» non c’è alcun valore',
    ],
    [
      'decimals are not as declared',
      aSource(csv(), { decimals: 'point' }),
      'in «presenze» il valore non si legge: «1.234,5» non è un numero scritto come «1234.5»',
    ],
    [
      'a date is wanted',
      aSource(csv(), { unit: 'date' }),
      'in «presenze» il valore non si legge: «1.234,5» non è una data nella forma gg/mm/aaaa',
    ],
  ])('says it when %s', async (_, source, reason) => {
    expect(await from(source)).toBe(reason);
  });

  test('says at which line it is not a table', async () => {
    put('storto.csv', 'al;presenze\n30/04/2016;1;2\n');
    expect(await from(aSource(csv({ file: 'storto.csv' })))).toContain('alla riga 2');
    put('virgolette.csv', 'al;presenze\n30/04/2016;"1\n');
    expect(await from(aSource(csv({ file: 'virgolette.csv' })))).toMatch(/non si legge alla riga \d/);
    put('due-volte.csv', 'al;presenze;presenze\n30/04/2016;1;2\n');
    expect(await from(aSource(csv({ file: 'due-volte.csv' })))).toBe('la colonna «presenze» compare più volte');
    put('vuoto.csv', '');
    expect(await from(aSource(csv({ file: 'vuoto.csv' })))).toBe('la risposta è vuota');
  });

  test('that is too big is not read', async () => {
    put('grande.csv', 'a'.repeat(100_001));
    expect(await from(aSource(csv({ file: 'grande.csv' })))).toBe('la risposta supera i 0,1 MB');
  });

  test('outside its folder is not read, not even through a link; nor is what is no file', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'ciclo-altrove-'));
    writeFileSync(join(outside, 'segreto.csv'), TABLE);
    symlinkSync(join(outside, 'segreto.csv'), join(folder, 'scorciatoia.csv'));
    mkdirSync(join(folder, 'cartella'));
    expect(await from(aSource(csv({ file: 'scorciatoia.csv' })))).toContain('fuori dalla cartella');
    expect(await from(aSource(csv({ file: 'cartella' })))).toBe('«cartella» non è un file');
    rmSync(outside, { recursive: true });
  });

  test('whose value does not fit the indicator is refused with the reason', async () => {
    const count = { unit: { kind: 'count', noun: 'incontri' } } as const;
    expect(await from(aSource(csv(), { unit: 'count' }), count)).toContain('un numero di incontri deve essere intero');
    expect(await from(aSource(csv(), { unit: 'percent' }), count)).toBe(
      'la fonte dà una percentuale, ma l’indicatore si misura in incontri',
    );
  });
});

describe('an Excel workbook', () => {
  const head = (value: string) => text('head', value);
  beforeAll(() =>
    put(
      'dati.xlsx',
      writeWorkbook([
        { name: 'Copertina', widths: [10], rows: [[text('title', 'Rilevazioni')]] },
        {
          name: 'Dati',
          widths: [10, 10, 10],
          rows: [
            [head('al'), head('quota'), head('numero')],
            [
              { style: 'entry-date', value: { date: '2016-04-30' } },
              { style: 'entry-percent', value: { number: '0.825' } },
              { style: 'entry', value: { number: '12' } },
            ],
          ],
        },
      ]),
    ),
  );
  const table = (value: string): Source['read'] => ({
    kind: 'xlsx',
    file: 'dati.xlsx',
    sheet: 'Dati',
    row: { al: '{to}' },
    value,
  });

  test('gives the value of its row and column', async () => {
    expect(await from(aSource(table('numero')))).toContain('"value":"12"');
  });

  test('gives a share as the percentage it is shown as', async () => {
    expect(await from(aSource(table('quota'), { unit: 'percent' }))).toContain('"value":"82.5"');
    expect(await from(aSource(table('quota'), { unit: 'euro' }))).toContain('ha un’altra unità di misura');
  });

  test('gives the value of a cell by its address', async () => {
    const read = { kind: 'xlsx-cell', file: 'dati.xlsx', sheet: 'Dati', value: 'C2' } as const;
    expect(await from(aSource(read))).toContain('"value":"12"');
    expect(await from(aSource({ ...read, value: 'D9' }))).toBe('in «D9» non c’è alcun valore');
    expect(await from(aSource({ ...read, value: 'A2' }, { unit: 'date' }))).toContain('"on":"2016-04-30"');
  });

  test('that would become too large is not opened, even if it says it is small', async () => {
    const sheet = packFile('xl/worksheets/sheet1.xml', ' '.repeat(60_000_000));
    const book = packFile('xl/workbook.xml', '<workbook/>');
    const source = aSource({ kind: 'xlsx', file: 'bomba.xlsx', value: 'x' });
    for (const bomb of [zip([book, sheet]), zip([{ ...book, packed: sheet.packed }])]) {
      expect(bomb.length).toBeLessThan(100_000);
      put('bomba.xlsx', bomb);
      expect(await from(source)).toContain('il foglio di calcolo non si può usare');
    }
  });

  test('of LibreOffice is read alike', async () => {
    const row = (...cells: readonly string[]) => ods.row(cells);
    put(
      'dati.ods',
      odsFile([
        ods.table('Dati', [
          row(ods.text('al'), ods.text('quota'), ods.text('numero')),
          row(ods.date('2016-04-30'), ods.percent('0.825'), ods.number('12')),
          ods.emptyRows(1_048_574),
        ]),
      ]),
    );
    const inOds = (value: string) => ({ ...table(value), file: 'dati.ods' }) as Source['read'];
    expect(await from(aSource(inOds('numero')))).toContain('"value":"12"');
    expect(await from(aSource(inOds('quota'), { unit: 'percent' }))).toContain('"value":"82.5"');
    const cell = { kind: 'xlsx-cell', file: 'dati.ods', value: 'C2' } as const;
    expect(await from(aSource(cell))).toContain('"value":"12"');
  });

  test('without the sheet, or that is none, is refused', async () => {
    expect(await from(aSource({ kind: 'xlsx', file: 'dati.xlsx', sheet: 'Altro', value: 'x' }))).toBe(
      'il foglio «Altro» non c’è: ci sono «Copertina», «Dati»',
    );
    put('finto.xlsx', 'non sono un foglio');
    expect(await from(aSource({ kind: 'xlsx', file: 'finto.xlsx', value: 'x' }))).toContain('non si può usare');
  });
});

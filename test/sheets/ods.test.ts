import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/files/budget.js';
import { readOfficerSheet } from '../../src/sheets/officer-sheet.js';
import { readPlanSheet, writePlanSheet } from '../../src/sheets/plan-sheet.js';
import { allGrids, openSheetFile } from '../../src/sheets/read-file.js';
import { seedPlan } from '../domain/plan/seed.js';
import { form } from './forms.js';
import { ods, odsFile } from './open-document.js';
import { said } from './workbooks.js';

const KEY = 'Chiave del foglio (non modificare): M | Anna | ccms/2016 | monitoraggio-aprile | anna | abcdef012345';
const HEAD = ['Codice', 'Indicatore', 'Valore', 'Numeratore', 'Denominatore', 'Non rilevabile: motivo', 'Nota'];

const sheet = (rows: readonly string[]): string =>
  ods.table('Dati', [ods.row([ods.text(KEY)]), ods.row(HEAD.map(ods.text)), ...rows]);
const line = (code: string, value: string, ...rest: readonly string[]): string =>
  ods.row([ods.text(code), ods.text(`Indicatore ${code}`), value, ...rest]);

describe('an officer’s sheet saved by LibreOffice', () => {
  it('is read as the workbook is, cell by cell', async () => {
    const bytes = odsFile([
      ods.table('Nascosto', [ods.row([ods.text('Codice'), ods.text('Valore')])], 'ta2'),
      sheet([
        line('1.1.1-01', ods.percent('0.80952380952380953')),
        line('1.1.1-02', ods.number('27'), ods.empty(3), ods.commented('due\nrighe  larghe')),
        line('1.1.1-03', ods.number('2150.5', '2.150,50 €')),
        line('1.1.1-04', ods.date('2016-06-30T14:00:00')),
        line('1.1.1-05', ods.yes),
        line('1.1.1-06', ods.empty(), ods.number('17'), ods.number('20')),
        line('1.1.1-08', ods.empty(3), ods.text('banca dati ferma')),
        ods.emptyRows(1_048_560),
      ]),
    ]);
    const read = await said(bytes);
    expect(read).toEqual({
      values: {
        '1.1.1-01': { kind: 'number', value: '80.9523809524' },
        '1.1.1-02': { kind: 'number', value: '27' },
        '1.1.1-03': { kind: 'number', value: '2150.5' },
        '1.1.1-04': { kind: 'date', on: '2016-06-30' },
        '1.1.1-05': { kind: 'yes-no', value: true },
        '1.1.1-06': { kind: 'ratio', numerator: '17', denominator: '20' },
        '1.1.1-08': { kind: 'not-assessable', reason: 'banca dati ferma' },
      },
      errors: [],
      unanswered: ['1.1.1-07'],
    });
    const noted = await readOfficerSheet(bytes, form());
    expect(noted.ok && noted.value.answers[1]?.note).toBe('due\nrighe  larghe');
  });

  it('names its bad cells as the spreadsheet does', async () => {
    const bytes = odsFile([
      sheet([line('1.1.1-01', ods.text('abc')), line('1.1.1-02', ods.error), line('1.1.1-03', ods.notComputed)]),
    ]);
    expect((await said(bytes)).errors).toEqual([
      expect.stringContaining('riga 3, colonna «Valore» (C3): «abc» non va bene'),
      expect.stringContaining('riga 4, colonna «Valore» (C4): «#DIV/0!»: la cella contiene un errore di calcolo'),
      expect.stringContaining('riga 5, colonna «Valore» (C5): la formula non ha un risultato'),
    ]);
  });

  it.each<[string, () => Buffer, string]>([
    [
      'a text document',
      () => odsFile([], { mimetype: 'application/vnd.oasis.opendocument.text' }),
      'non è un foglio di calcolo',
    ],
    ['macros', () => odsFile([sheet([])], { 'Basic/Standard/Module1.xml': '<x/>' }), 'contiene macro'],
    [
      'a password',
      () => odsFile([sheet([])], { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
      'protetto da password',
    ],
    ['content that is no XML', () => odsFile([], { 'content.xml': 'a<' }), 'danneggiato'],
    ['content of something else', () => odsFile([], { 'content.xml': '<a/>' }), 'danneggiato'],
    [
      'another sheet',
      () => odsFile([ods.table('Altro', [ods.row([ods.text('a')])])]),
      'manca la riga con le intestazioni',
    ],
    [
      'a key of another plan',
      () => odsFile([sheet([]).replace('abcdef012345', 'f'.repeat(12))]),
      'gli indicatori sono cambiati',
    ],
  ])('with %s is refused', async (_, file, message) => {
    expect((await said(file())).refused).toContain(message);
  });

  it('costs what it holds, however often it says that something is repeated', async () => {
    const many = (cells: number, rows: number, text = 'x'): Buffer =>
      odsFile([
        ods.table('Dati', [
          ods.row(
            [ods.text(text).replace('table-cell ', `table-cell table:number-columns-repeated="${cells}" `)],
            `table:number-rows-repeated="${rows}"`,
          ),
        ]),
      ]);
    const spent = async (bytes: Buffer) => {
      const budget = new Budget();
      const read = await readOfficerSheet(bytes, form(), budget);
      return { ...budget.spent, refused: read.ok ? '' : read.error };
    };
    const empty = await spent(odsFile([ods.table('Dati', [ods.emptyRows(1_048_576)])]));
    expect(empty).toMatchObject({ cells: 0, refused: expect.stringContaining('manca la riga') });
    expect((await spent(many(1_048_576, 1))).cells).toBe(200);
    for (const bomb of [many(200, 1_048_576), many(1, 1_048_576), many(16_384, 2_000), many(1, 1e12)]) {
      expect((await spent(bomb)).refused).toContain('troppe celle');
    }
    const spaces = ods.text('x').replace('<text:p>', `<text:p>${'<text:s text:c="1000000"/>'.repeat(20_000)}`);
    expect((await spent(odsFile([ods.table('Dati', [ods.row([spaces])])]))).refused).toContain('troppo grande');
  });
});

describe('a plan saved by LibreOffice', () => {
  it('is the plan, with the decimals its cells show', async () => {
    const plan = seedPlan();
    const file = await openSheetFile(writePlanSheet(plan));
    if (!file.ok) throw new Error(file.error);
    const grids = await allGrids(file.value);
    if (!grids.ok) throw new Error(grids.error);
    const tables = grids.value.map(({ name, rows }) =>
      ods.table(
        name,
        rows.map(({ cells }) => {
          const last = Math.max(...cells.keys());
          return ods.row(
            Array.from({ length: last + 1 }, (_, column) => {
              const found = cells.get(column);
              if (found === undefined) return ods.empty();
              if (found.kind !== 'number') return ods.text(found.shown);
              const decimals = found.decimals ?? 0;
              const shown = Number(found.value).toLocaleString('it-IT', {
                minimumFractionDigits: decimals,
                useGrouping: true,
              });
              return ods.number(found.value, shown);
            }),
          );
        }),
      ),
    );
    const back = await readPlanSheet(odsFile(tables));
    expect(back.ok ? back.value : back.error).toEqual(plan);
  });
});

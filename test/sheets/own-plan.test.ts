import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result.js';
import type { Meaning } from '../../src/sheets/own-headings.js';
import { type OwnRows, readOwnRows } from '../../src/sheets/own-rows.js';
import { type OwnTable, openOwnTable, readOwnTable, tableText } from '../../src/sheets/own-table.js';
import { agency, health, order, peg, university, workbook } from './own-files.js';

const LOOKED = { exercise: 2026 };

function rowsOf(found: Result<OwnTable, string>): OwnRows {
  if (!found.ok) throw new Error(found.error);
  const meanings = found.value.columns.flatMap(({ at, meaning }): [number, Meaning][] =>
    meaning === undefined ? [] : [[at, meaning]],
  );
  return readOwnRows(found.value, new Map(meanings));
}
const read = async (bytes: Uint8Array) => rowsOf(await openOwnTable(bytes, '', LOOKED));

/** What a row says, as short as a test wants it. */
const short = ({ indicators }: OwnRows) =>
  indicators.map(({ objective, programme, name, weight, office, targets }) => [
    [objective, programme].filter((one) => one !== '').join(' / '),
    name,
    weight,
    office,
    targets.map(({ year, text }) => `${year} ${text}`).join(', '),
  ]);

const PEG = [
  ['Anagrafe più vicina', 'Carte d’identità rilasciate in 5 giorni', '30', 'Demografici', '2026 90%, 2027 95%'],
  ['Anagrafe più vicina', 'Sportello attivo', '20', 'Demografici', '2026 30/06/2026'],
  ['Strade sicure', 'Segnalazioni chiuse', '50', 'Lavori pubblici', '2026 400, 2027 420'],
];

describe('a plan as an office has it', () => {
  test('of a Comune: headings over two rows, united cells, percentages and days; totals, notes and signatures stay out', async () => {
    const found = await read(peg());
    expect(found.errors).toEqual([]);
    expect(short(found)).toEqual(PEG);
    expect(found.indicators.map(({ missione }) => missione)).toEqual(['01.07', '01.07', '10.05']);
    expect(found.leftOut.map(({ row }) => row)).toEqual([7, 9, 10, 11]);
  });

  test('of a university, .ods: a weight over several rows is of what they stand under', async () => {
    const found = await read(university());
    expect(found.errors).toEqual([]);
    expect(short(found)).toEqual([
      ['1.1 Didattica / 1.1.1 Tutorato', 'Studenti seguiti', undefined, 'Area Didattica', '2026 almeno 120'],
      ['1.1 Didattica / 1.1.1 Tutorato', 'Ore di tutorato', undefined, 'Area Didattica', '2026 ≥ 1.000 ore'],
      ['1.2 Ricerca / 1.2.1 Bandi', 'Progetti presentati', '60', 'Ufficio Ricerca', '2026 18'],
    ]);
    expect(found.indicators.map(({ programmeWeight }) => programmeWeight)).toEqual(['40', '40', undefined]);
    expect(found.indicators[0]?.results).toEqual([{ year: 2025, text: '110' }]);
  });

  test('of a health trust, .csv: titles of groups, and an indicator that begins with «Totale»', async () => {
    const found = await read(health());
    expect(found.errors).toEqual([]);
    expect(short(found)).toEqual([
      ['1.1 Liste di attesa / 1.1.1 Visite', 'Visite entro i tempi', '12.5', 'CUP', '2026 almeno il 90%'],
      ['1.1 Liste di attesa / 1.1.1 Visite', 'Totale visite erogate', '12.5', 'CUP', '2026 almeno 30.000'],
      [
        '1.1 Liste di attesa / 1.1.2 Interventi',
        'Interventi programmati',
        '75',
        'Chirurgia',
        '2026 +3% rispetto al 2025',
      ],
    ]);
  });

  test('of an agency: perspectives, areas, the headings again on the second page', async () => {
    const found = await read(agency());
    expect(found.errors).toEqual([]);
    expect(found.indicators.map(({ perspective, area, programme }) => [perspective, area, programme])).toEqual([
      ['Utenti', 'Servizi digitali', 'Portale'],
      ['Utenti', 'Servizi digitali', 'Portale'],
      ['Processi', 'Risorse', 'Pagamenti'],
    ]);
    expect(short(found).map(([, name, weight, , targets]) => [name, weight, targets])).toEqual([
      ['Pratiche on line', '25', '2026 80%, 2027 85%'],
      ['Soddisfazione', '25', '2026 ≥ 4 su 5, 2027 ≥ 4,2 su 5'],
      ['Tempo medio dei pagamenti', '50', '2026 non più di 25 giorni, 2027 non più di 25 giorni'],
    ]);
  });

  test('of an order, pasted: the unit stands beside a bare number, «idem» is what is above', () => {
    const found = rowsOf(readOwnTable(order, '', LOOKED));
    expect(found.errors).toEqual([]);
    expect(short(found)).toEqual([
      ['Albo aggiornato', 'Iscrizioni lavorate', undefined, 'Segreteria', '2026 <= 30 giorni'],
      ['Albo aggiornato', 'Verifiche a campione', undefined, 'Segreteria', '2026 50'],
      ['Formazione', 'Eventi accreditati', undefined, 'Formazione continua', '2026 12'],
    ]);
  });

  test.each([
    ['a workbook', peg()],
    ['an .ods', university()],
    ['a .csv', health()],
  ])('says the same when a page sends it back as text: %s', async (_, bytes) => {
    const found = await openOwnTable(bytes, '', LOOKED);
    if (!found.ok) throw new Error(found.error);
    const text = tableText(found.value);
    if (!text.ok) throw new Error(text.error);
    expect(rowsOf(readOwnTable(text.value, found.value.sheet, LOOKED))).toEqual(rowsOf(found));
  });
});

const HEAD = ['Obiettivo', 'Indicatore', 'Peso', 'U.M.', 'Target 2026', 'Ufficio'];

describe('a spoiled one is refused with place and way out', () => {
  test('without the column of targets', async () => {
    const found = await openOwnTable(
      workbook([
        ['Descrizione', 'Importo'],
        ['Cancelleria', 100],
      ]),
      '',
      LOOKED,
    );
    expect(found).toMatchObject({ ok: false, error: expect.stringContaining('serve una riga di intestazioni') });
  });

  test.each([
    [
      'a fraction where the unit is percent',
      [['Servizi', 'Quota', 50, '%', 0.8, 'Tributi']],
      [],
      [
        'foglio «Dati», riga 2, colonna «Target 2026» (E2): «0,8» con unità «%» si può leggere come 0,8% o come parte di uno: scrivere il target con il segno %',
      ],
    ],
    [
      'weights that are parts of one',
      [
        ['Servizi', 'Quota', 0.4, 'n', 8, 'Tributi'],
        ['Servizi', 'Numero', 0.6, 'n', 9, 'Tributi'],
      ],
      [],
      [expect.stringMatching(/riga 2, colonna «Peso» \(C2\): «0,4».*formato percentuale/)],
    ],
    [
      'a weight that is none, and a target without its indicator',
      [
        ['Servizi', 'Quota', 'alto', 'n', 8, 'Tributi'],
        ['Servizi', '', 10, 'n', 9, 'Tributi'],
      ],
      [],
      [
        expect.stringMatching(/\(C2\): «alto» non è un peso: atteso/),
        expect.stringMatching(/\(B3\): il target c’è, l’indicatore manca/),
      ],
    ],
    [
      'one indicator over rows with different targets',
      [
        ['Servizi', 'Quota', 100, 'n', 8, 'Tributi'],
        ['Servizi', undefined, undefined, 'n', 9, 'Tributi'],
      ],
      ['B2:B3'],
      [expect.stringMatching(/\(B3\): l’indicatore è in una cella unita.*dividere la cella/)],
    ],
  ])('%s', async (_, rows, merged, errors) => {
    const found = await read(workbook([HEAD, ...rows], merged));
    expect(found.errors).toEqual(errors);
  });
});

import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { override } from '../../../../src/acts/checkpoint/overriding.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const CYCLE = '/cicli/ccms/2016';
const GRID = `${CYCLE}/monitoraggi`;

type Line = Readonly<Record<string, string>>;

// Mid September: the first checkpoint is closed and computed, the second collects.
const site = aHalfRunSite('2016-09-20');
let steering: Reader;

beforeAll(async () => {
  steering = await signedIn(site, 'guglielmo.tarasconi');
  await override(
    site.register.db,
    site.run.ref,
    {
      kind: 'forced',
      indicator: '1.2.3-01',
      value: '12',
      decidedBy: 'Giunta camerale',
      reason: 'sala chiusa per alluvione',
      actNumber: '41',
      actDate: '2016-09-19',
    },
    { person: 'guglielmo.tarasconi' },
    '2016-09-20T10:00:00Z',
  );
});

const lines = async (path: string): Promise<readonly Line[]> =>
  parse(await (await steering.get(path)).text(), { columns: true, delimiter: ';', bom: true });

const codesOn = async (query: string): Promise<readonly string[]> =>
  [...(await steering.page(`${GRID}${query}`)).matchAll(/<b>([^<]+)<\/b> /g)].map(([, code]) => code ?? '');

describe('the grid of monitoring, once a checkpoint is computed', () => {
  test('shows beside each value the result with its light, and an overridden one as such', async () => {
    const page = await steering.page(GRID);
    expect(rowOf(page, '2.2.1-02')).toMatch(/inviato .*% verde/);
    expect(rowOf(page, '1.2.3-01')).toContain('12% rosso forzato');
  });

  test('finds what is red, and only that', async () => {
    const red = await codesOn('?semaforo=red');
    const lights = await site.register.db
      .selectFrom('indicatorResults as r')
      .innerJoin('assessments as a', 'a.id', 'r.assessment')
      .select('r.indicator')
      .where('a.key', '=', 'ccms/2016/monitoraggio-1/2016-09-20T10:00:00Z/override-1')
      .where('r.light', '=', 'red')
      .execute();
    expect(red).toContain('1.2.3-01');
    expect(red.toSorted()).toEqual([...new Set([...lights.map((row) => row.indicator), '1.2.3-01'])].toSorted());
  });

  test.each([
    ['stampa', ['1.1.1-01', '1.2.3-01']],
    ['MEDIA locali', ['1.2.3-01']],
    ['2.2.1-02', ['2.2.1-02']],
    ['affidabilita icqrf', ['3.2.2-01']],
  ])('looks for «%s» in codes and names, whatever accents and capitals', async (text, expected) => {
    const found = await codesOn(`?cerca=${encodeURIComponent(text)}`);
    for (const code of expected) expect(found).toContain(code);
    if (expected.length === 1) expect(found).toEqual(expected);
    const all = await codesOn('');
    expect(found.length).toBeLessThan(all.length);
  });
});

describe('what a page shows, taken away as a file', () => {
  test('the grid: the rows its filters let through, one column for each thing', async () => {
    const found = await lines(`${GRID}/griglia.csv?ufficio=ufficio-registro-imprese`);
    expect(new Set(found.map((line) => line.Ufficio))).toEqual(new Set(['Ufficio Registro Imprese']));
    expect(found.map((line) => line.Codice)).toEqual(await codesOn('?ufficio=ufficio-registro-imprese'));
    const [forced] = await lines(`${GRID}/griglia.csv?cerca=1.2.3-01`);
    expect(forced).toMatchObject({
      Codice: '1.2.3-01',
      'Stato – Primo monitoraggio quadrimestrale': 'inviato',
      'Grado di realizzazione – Primo monitoraggio quadrimestrale': '12%',
      'Semaforo – Primo monitoraggio quadrimestrale': 'rosso (forzato)',
    });
  });

  test('the grid as a spreadsheet, with figures that can be counted with', async () => {
    const answer = await steering.get(`${GRID}/griglia.xlsx?cerca=1.2.3-01`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="monitoraggi-ccms-2016.xlsx"');
    const cells = (await readXlsx(Buffer.from(await answer.arrayBuffer()))).flatMap((sheet) => sheet.data.flat());
    expect(cells).toContain('1.2.3-01');
    // A percentage of a spreadsheet is a fraction.
    expect(cells).toContain(0.12);
  });

  test.each([
    ['', ''],
    ['?semaforo=red', '?semaforo=red'],
    ['?ufficio=ufficio-registro-imprese&stato=submitted', '?ufficio=ufficio-registro-imprese&stato=submitted'],
    ['?stato=altro', ''],
  ])('the grid %s at its own address and from its page is the same, and what its page shows', async (query, same) => {
    const here = await (await steering.get(`${GRID}/griglia.csv${query}`)).text();
    const page = await steering.page(`${GRID}${query}`);
    const [, href = ''] = /href="([^"]+tabella=griglia\.csv)"/.exec(page) ?? [];
    expect(await (await steering.get(href.replaceAll('&amp;', '&'))).text()).toBe(here);
    expect((await lines(`${GRID}/griglia.csv${query}`)).map((line) => line.Codice)).toEqual(await codesOn(same));
  });

  test('the grid does not tell of individual objectives to who may not see them', async () => {
    const officer = await signedIn(site, 'lidia.fornasetti');
    const theirs = await (await officer.get(`${GRID}/griglia.csv`)).text();
    expect(await (await steering.get(`${GRID}/griglia.csv`)).text()).toContain('SG-1-01');
    expect(theirs).toContain('2.2.1-02');
    expect(theirs).not.toContain('SG-1-01');
  });

  test('the steps: every one with its dates, planned and actual, its norm and whom it waits for', async () => {
    const found = await lines(`${CYCLE}/attivita.csv`);
    const { n } = await site.register.db
      .selectFrom('steps')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('cycle', '=', 'ccms/2016')
      .executeTakeFirstOrThrow();
    expect(found).toHaveLength(n);
    const late = found.find((line) => line.Stato === 'In ritardo');
    expect(late).toMatchObject({ 'Scadenza attuale': '2016-09-15', 'Giorni di ritardo': '5' });
    expect(late?.['In attesa di']).toContain('Ufficio Provveditorato');
    expect(found.every((line) => line['Fonte del termine'] !== '')).toBe(true);
  });

  test('the report of a checkpoint, from the scorecard it belongs to', async () => {
    const page = await steering.page(`${CYCLE}/cruscotto`);
    const [, href = ''] = /href="(\/documenti\/[0-9a-f]{64}\/xlsx)"/.exec(page) ?? [];
    expect((await steering.get(href)).headers.get('content-type')).toContain('spreadsheetml');
  });

  test('what it is filtered by is written in the workbook', async () => {
    const answer = await steering.get(`${GRID}/griglia.xlsx?semaforo=red`);
    const [, about] = await readXlsx(Buffer.from(await answer.arrayBuffer()));
    expect(about?.data).toContainEqual(['Filtri', 'Filtrato per semaforo «rosso».']);
  });

  test.each([`${GRID}/griglia.exe`, `${GRID}/altro.csv`, `${CYCLE}/attivita.doc`, '/cicli/altro/2016/attivita.csv'])(
    '%s is not found',
    async (path) => {
      expect((await steering.get(path)).status).toBe(404);
    },
  );
});

describe('a hypothesis, from where it comes to mind', () => {
  test('on an indicator: its code is already written, and nothing is judged before it is asked', async () => {
    const indicator = await steering.page(`${CYCLE}/indicatori/1.1.1-01`);
    const [, href = ''] = /href="([^"]+\/ipotesi\/risultati\?[^"]+)"/.exec(indicator) ?? [];
    const page = await steering.page(href);
    expect(page).toMatch(/id="c1"[^>]*value="1\.1\.1-01"/);
    expect(page).not.toContain('aria-invalid');
  });

  test('on a step: it is already chosen, and nothing is judged before it is asked', async () => {
    const manage = await steering.page(`${CYCLE}/attivita/monitoraggio-2/gestione`);
    const [, href = ''] = /href="([^"]+\/ipotesi\?[^"]+)"/.exec(manage) ?? [];
    const page = await steering.page(href);
    expect(page).toMatch(/<option value="monitoraggio-2" selected/);
    expect(page).not.toContain('aria-invalid');
  });
});

test('spending that nobody has recorded is not shown as zero', async () => {
  const page = textOf(await steering.page(`${CYCLE}/programmi`));
  expect(page).toContain('Nessuna spesa è ancora registrata.');
  expect(page).not.toContain('spese 0,00');
});

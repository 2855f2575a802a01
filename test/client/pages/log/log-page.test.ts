import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { appendLog } from '../../../../src/register/log.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, textOf } from '../site.js';

const LOG = '/cicli/ccms/2016/registro';
const site = aHalfRunSite('2016-09-20');
let steering: Reader;
let officer: Reader;

beforeAll(async () => {
  steering = await signedIn(site, 'guglielmo.tarasconi');
  officer = await signedIn(site, 'lidia.fornasetti');
  const entry = { at: '2016-09-20T09:00:00Z', actor: 'sistema', action: 'prova', cycle: 'ccms/2016' } as const;
  await appendLog(site.register.db, ...Array.from({ length: 120 }, (_, i) => ({ ...entry, subject: `riga ${i}` })));
});

const rows = (html: string): readonly string[] =>
  (html.match(/<tr\b.*?<\/tr>/gs) ?? []).slice(1).map((row) => textOf(row));
const query = (search: Readonly<Record<string, string>>): string => `${LOG}?${new URLSearchParams(search)}`;
const lines = () =>
  site.register.db.selectFrom('log').selectAll().where('cycle', '=', 'ccms/2016').orderBy('id').execute();

describe('the log of a cycle', () => {
  test('is for who may see it', async () => {
    expect((await officer.get(LOG)).status).toBe(403);
    expect((await officer.get(`${LOG}/registro.csv`)).status).toBe(403);
    expect((await site.app.request(LOG)).status).toBe(403);
  });

  test('shows who did what when, the latest first, a hundred a page', async () => {
    const all = await lines();
    expect(all.length).toBeGreaterThan(100);
    const first = rows(await steering.page(LOG));
    expect(first).toHaveLength(100);
    const pages = Math.ceil(all.length / 100);
    const last = rows(await steering.page(query({ pagina: String(pages) })));
    expect(last).toHaveLength(all.length - 100 * (pages - 1));
    expect(last.at(-1)).toContain('Ciclo aperto');
    expect(textOf(await steering.page(LOG))).toContain(`${all.length} righe.`);
  });

  test.each([
    ['persona', 'guglielmo.tarasconi', (row: string) => row.includes('Guglielmo Tarasconi')],
    ['operazione', 'step-late', (row: string) => row.includes('Termine scaduto')],
    ['attivita', 'monitoraggio-1', (row: string) => row.includes('Primo monitoraggio')],
  ] as const)('is filtered by %s', async (name, value, belongs) => {
    const found = rows(await steering.page(query({ [name]: value })));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((row) => !belongs(row))).toEqual([]);
  });

  test('is filtered by indicator, also among the values of a form', async () => {
    const all = await lines();
    const form = all.find((line) => line.action === 'measurements-submitted');
    const codes: unknown = Reflect.get(form?.detail ?? {}, 'indicators');
    const [code] = Array.isArray(codes) ? codes : [];
    const expected = all.filter(
      (line) => line.subject === code || JSON.stringify(line.detail).includes(`"${String(code)}"`),
    );
    const found = rows(await steering.page(query({ indicatore: String(code) })));
    expect(found).toHaveLength(Math.min(100, expected.length));
    expect(found.length).toBeGreaterThan(0);
  });

  test('is filtered by period, both days included, on days in Rome', async () => {
    await appendLog(
      site.register.db,
      { at: '2016-07-09T21:59:59Z', actor: 'sistema', action: 'prova', subject: 'la sera del 9', cycle: 'ccms/2016' },
      {
        at: '2016-07-09T22:00:00Z',
        actor: 'sistema',
        action: 'prova',
        subject: 'il 10 appena iniziato',
        cycle: 'ccms/2016',
      },
    );
    const page = textOf(await steering.page(query({ dal: '2016-07-10', al: '2016-07-10', operazione: 'prova' })));
    expect(page).toContain('il 10 appena iniziato');
    expect(page).not.toContain('la sera del 9');
  });

  test('takes a day as offices write it', async () => {
    const page = textOf(await steering.page(query({ dal: '10/7/2016', al: '10 luglio 2016', operazione: 'prova' })));
    expect(page).toContain('il 10 appena iniziato');
    expect(page).not.toContain('la sera del 9');
    expect(page).toContain('dal «10/07/2016»; al «10/07/2016»');
  });

  test('a date that is none is said, and filters keep their place in the pages', async () => {
    const page = await steering.page(query({ dal: 'domani' }));
    expect(textOf(page)).toContain('«domani» non è una data');
    const long = await steering.page(query({ al: '2016-09-20' }));
    expect(/href="([^"]+)" rel="next"/.exec(long)?.[1]).toBe(`${LOG}?al=2016-09-20&amp;pagina=2`);
  });

  test('says in words what it is filtered by', async () => {
    const page = await steering.page(
      query({ persona: 'guglielmo.tarasconi', dal: '2016-05-01', indicatore: '1.1.1-01' }),
    );
    expect(textOf(page)).toContain(
      'Filtrato per persona «Guglielmo Tarasconi»; indicatore «1.1.1-01»; dal «01/05/2016».',
    );
    expect(textOf(await steering.page(LOG))).not.toContain('Filtrato');
  });

  test('an indicator leads to its page whatever its code looks like, and nothing else does', async () => {
    const line = { at: '2016-09-20T09:30:00Z', actor: 'sistema', action: 'collegamento', cycle: 'ccms/2016' } as const;
    await appendLog(site.register.db, { ...line, subject: 'SG-1-01' }, { ...line, subject: '9.9.9-99' });
    const page = await steering.page(query({ operazione: 'collegamento' }));
    expect(page).toContain('<a href="/cicli/ccms/2016/indicatori/SG-1-01">SG-1-01</a>');
    expect(page).toContain('<span>9.9.9-99</span>');
  });

  test('hostile filters find nothing and break nothing', async () => {
    for (const value of ["' or 1=1 --", '%', '\u0000', '"}', 'x'.repeat(5000)]) {
      const answer = await steering.get(query({ indicatore: value, persona: value, operazione: value }));
      expect(answer.status).toBe(200);
    }
    expect((await steering.get(query({ pagina: '-1' }))).status).toBe(200);
  });
});

describe('the log taken away', () => {
  test.each([
    ['persona', 'guglielmo.tarasconi'],
    ['attivita', 'monitoraggio-1'],
    ['operazione', 'step-late'],
    ['al', '2015-12-31'],
  ])('follows the filter %s of its page', async (name, value) => {
    const onPage = await steering.page(query({ [name]: value }));
    const [, count = ''] = /(\d+) righe\./.exec(textOf(onPage)) ?? [];
    for (const address of [query({ [name]: value, tabella: 'registro.csv' }), `${LOG}/registro.csv?${name}=${value}`]) {
      const csv = await (await steering.get(address)).text();
      const found: readonly unknown[] = parse(csv, { columns: true, delimiter: ';', bom: true });
      expect([address, found.length]).toEqual([address, Number(count)]);
    }
    expect(Number(count)).toBeLessThan((await lines()).length);
  });

  test('has days and times that a spreadsheet sorts, as clocks in Italy show them, from the first line', async () => {
    const csv = await (await steering.get(`${LOG}/registro.csv?operazione=prova&dal=2016-07-10&al=2016-07-10`)).text();
    const found: readonly Record<string, string>[] = parse(csv, { columns: true, delimiter: ';', bom: true });
    expect(found.map((line) => line.Quando)).toEqual(['2016-07-10 00:00:00']);
  });

  test('has every line of the cycle, in each form', async () => {
    const all = await lines();
    const csv = await (await steering.get(`${LOG}/registro.csv`)).text();
    expect(csv.trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(all.length + 1);
    const json: unknown = await (await steering.get(`${LOG}/registro.json`)).json();
    expect(JSON.stringify(json).match(/"kind":"number"/g)?.length).toBe(all.length);
    const sheet = await steering.get(`${LOG}/registro.xlsx`);
    expect(sheet.headers.get('content-disposition')).toBe('attachment; filename="registro-ccms-2016.xlsx"');
    expect((await steering.get(`${LOG}/registro.exe`)).status).toBe(404);
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { logOf } from '../../../../src/register/log.js';
import { spendingOf } from '../../../../src/register/spending.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const CYCLE = '/cicli/ccms/2016';
const PROGRAMMES = `${CYCLE}/programmi`;
const site = aHalfRunSite('2016-09-20');
let controller: Reader;
let officer: Reader;

beforeAll(async () => {
  controller = await signedIn(site, 'guglielmo.tarasconi');
  officer = await signedIn(site, 'lidia.fornasetti');
});

const send = (text: string, { data = '31/08/2016', name = 'spesa.csv', who = controller } = {}) => {
  const body = new FormData();
  body.set('file', new File([text], name, { type: 'text/csv' }));
  body.set('data', data);
  body.set('chiave', crypto.randomUUID());
  return who.send(`${CYCLE}/importa-spesa`, body);
};
const spent = async (programme: string) =>
  (await spendingOf(site.register.db, 'ccms', 2016)).find((one) => one.programme === programme);
const rows = async () => (await site.register.db.selectFrom('spending').select('id').execute()).length;

const FILE = 'prodotto;attività;importo\nB3010303;2;120.000,00\nB3010303;2;-1.000,50\nB3010307;1;24.000,00\n';

describe('what was spent, from a file of the accounting system', () => {
  test('is on record line by line, its rows added up', async () => {
    const answer = await send(FILE);
    expect(answer.status).toBe(303);
    expect(decodeURIComponent(answer.headers.get('location') ?? '')).toContain(
      'Spesa registrata: 3 righe del file, 2 righe di risorse.',
    );
    expect(await spent('3.1.3')).toMatchObject({ amount: '142999.5', upTo: '2016-08-31', lines: [{}, {}] });
    const page = await controller.page(PROGRAMMES);
    expect(rowOf(page, '3.1.3 Favorire')).toMatch(/434\.000,00 € 142\.999,50 € al 31\/08\/2016 32,9%/);
    expect(textOf(page)).toContain('B3010303/2 3.1.3 D OB01');
  });

  test('counts once: the same file again writes nothing', async () => {
    const before = await rows();
    const answer = await send(FILE, { name: 'di-nuovo.csv' });
    expect(decodeURIComponent(answer.headers.get('location') ?? '')).toContain('già stato importato');
    expect(await rows()).toBe(before);
  });

  test('of which one line is wrong is not used at all, and says file and line', async () => {
    const before = await rows();
    const answer = await send('prodotto;importo\nB3010101;1.000,00\nB0000000;2,00\nB3010201;abc\n');
    expect(answer.status).toBe(422);
    const page = textOf(await answer.text());
    expect(page).toContain('spesa.csv, riga 3: «B0000000» non è una riga di risorse del Piano');
    expect(page).toContain('spesa.csv, riga 4: l’importo «abc» non si legge');
    expect(await rows()).toBe(before);
  });

  test.each([
    ['an empty file', ''],
    ['another kind of file', '%PDF-1.4'],
  ])('is refused with %s, and nothing is written', async (_, text) => {
    const before = await rows();
    const answer = await send(text);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toMatch(/Non è stato registrato nulla\. Da correggere: .*spesa\.csv/);
    expect(await rows()).toBe(before);
  });

  test('is refused of tomorrow, and from who does not steer', async () => {
    const later = await send(`${FILE}\n`, { data: '21/09/2016' });
    expect(textOf(await later.text())).toContain('la data della spesa (21/09/2016) è nel futuro');
    expect((await send(FILE, { who: officer })).status).toBe(403);
    expect((await officer.get(`${CYCLE}/importa-spesa`)).status).toBe(403);
  });

  test('stands in the log with the name of the file', async () => {
    const lines = (await logOf(site.register.db, { cycle: 'ccms/2016' })).filter(
      (l) => l.action === 'spending-imported',
    );
    expect(lines.map(({ subject, actor }) => [subject, actor]).sort()).toEqual([
      ['di-nuovo.csv', 'guglielmo.tarasconi'],
      ['spesa.csv', 'guglielmo.tarasconi'],
    ]);
  });
});

describe('what was spent, by hand', () => {
  const record = (programme: string, fields: Readonly<Record<string, string>>) =>
    controller.post(`${PROGRAMMES}/${programme}/spesa`, { data: '31/08/2016', ...fields });

  test('is on record of a programme that has no sheet, as a whole', async () => {
    expect((await record('3.1.2', { importo: '5.000,00' })).status).toBe(303);
    expect(await spent('3.1.2')).toMatchObject({ amount: '5000', lines: [] });
  });

  test('is on record of one line, and from then on lines are what counts', async () => {
    expect((await record('1.1.1', { importo: '90.000,00' })).status).toBe(303);
    expect((await record('1.1.1', { importo: '70.000,00', riga: 'B1010101/1' })).status).toBe(303);
    expect(await spent('1.1.1')).toMatchObject({ amount: '70000', lines: [{ line: 'B1010101/1' }] });
  });

  test('is not taken for a programme whose lines are on record, nor for a line of another', async () => {
    const whole = await record('1.1.1', { importo: '1,00' });
    expect(textOf(await whole.text())).toContain('è registrata per righe di risorse: indicare la riga');
    expect((await record('1.1.1', { importo: '1,00', riga: 'B3010303/2' })).status).toBe(422);
    expect(await spent('1.1.1')).toMatchObject({ amount: '70000' });
  });
});

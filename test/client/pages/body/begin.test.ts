import { beforeAll, describe, expect, test } from 'vitest';
import { cycleId } from '../../../../src/domain/cycle-id.js';
import { saveCycle, setCycleStatus } from '../../../../src/register/cycles.js';
import { saveEntity } from '../../../../src/register/entities.js';
import { loadBodies } from '../../../../src/seeds/bodies.js';
import { formatSeedError } from '../../../../src/seeds/read-yaml.js';
import { exampleOf } from '../../../setup/example-body.js';
import { aDesk, NOW } from '../access/desk.js';
import { CONSOLE_URL } from '../parts.js';
import { rowOf, textOf } from '../site.js';

const loaded = loadBodies(await exampleOf('comune', 'comune'));
if (!loaded.ok) throw new Error(loaded.error.map(formatSeedError).join('\n'));
const bodies = loaded.value;
const desk = aDesk({ bodies, calendarOf: bodies.calendar, clock: () => '2027-03-10T10:00:00Z' });
const BODY = '/enti/valfiorita';
const TITLE = 'Presentazione del DUP al Consiglio';
let sauro = '';

beforeAll(async () => {
  await saveEntity(desk.db, bodies.entity('valfiorita'));
  sauro = await desk.signedIn('sauro@valfiorita.example');
});

const page = async (path: string): Promise<string> => (await desk.get(`${BODY}${path}`, sauro)).text();
const post = (path: string, fields: Readonly<Record<string, string>>) =>
  desk.post(`${BODY}${path}`, fields, { cookie: sauro });

describe('a cycle that begins by a page', () => {
  test('lists its activities, with those whose term has passed, for who steers', async () => {
    const shown = await page('/avvio?esercizio=2027');
    expect(rowOf(shown, TITLE)).toMatch(/31\/07\/2026 termine trascorso, non registrata Già fatta: registra$/);
    expect((await desk.get(`${BODY}/avvio`, await desk.signedIn('nives@valfiorita.example'))).status).toBe(403);
  });

  test('has what was done before it put on record from the list, and comes back to it', async () => {
    const shown = await page('/avvio?esercizio=2027');
    const [, to = ''] = /href="\/enti\/valfiorita(\/prima-di-ciclo\?[^"]*dup-presentazione[^"]*)"/.exec(shown) ?? [];
    const path = to.replaceAll('&amp;', '&');
    const form = await page(path);
    expect(form).toMatch(/name="esercizio"[^>]*value="2027"/);
    expect(form).toMatch(/value="dup-presentazione" selected/);
    const done = await post(path, {
      ...{ esercizio: '2027', attivita: 'dup-presentazione', giorno: '28/07/2026' },
      atto: 'delibera di Giunta n. 88',
    });
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(`${BODY}/avvio?esercizio=2027&fatto=`),
    ]);
    expect(rowOf(await page('/avvio?esercizio=2027'), TITLE)).toContain(
      'fatta il 28/07/2026 (delibera di Giunta n. 88)',
    );
  });

  test('has the files of an act with it; sent twice they are there once, and withdrawn they are gone', async () => {
    const waiting = async () =>
      (await desk.db.selectFrom('enclosures').select(['name', 'step', 'run']).execute()).map((one) => ({ ...one }));
    const send = async (bytes: string) => {
      const form = new FormData();
      const fields = { esercizio: '2027', attivita: 'nota-dup', giorno: '12/11/2026', atto: 'delibera n. 140' };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('allegati', new File([bytes], 'delibera 140.pdf', { type: 'application/pdf' }));
      const headers = { cookie: sauro, origin: CONSOLE_URL };
      return desk.app.request(`${BODY}/prima-di-ciclo`, { method: 'POST', headers, body: form });
    };
    expect([(await send('%PDF-1.7 uno')).status, (await send('%PDF-1.7 uno')).status]).toEqual([303, 303]);
    expect((await send('%PDF-1.7 altro')).status).toBe(422);
    expect(await waiting()).toEqual([{ name: 'delibera 140.pdf', step: 'nota-dup', run: 1 }]);
    expect(rowOf(await page('/avvio?esercizio=2027'), 'Nota di aggiornamento al DUP')).toContain(
      'fatta il 12/11/2026 (delibera n. 140), un file',
    );
    const back = { esercizio: '2027', attivita: 'nota-dup', motivo: 'è un’altra delibera' };
    expect((await post('/prima-di-ciclo-ritiro', back)).status).toBe(303);
    expect(await waiting()).toEqual([]);
  });

  test('does not leave before a board the report of a checkpoint that was made on paper: it is said which activity is to be recorded too', async () => {
    const done = { esercizio: '2027', attivita: 'monitoraggio-1', giorno: '09/03/2027' };
    expect((await post('/prima-di-ciclo', done)).status).toBe(303);
    const refused = await post('/avvio', { esercizio: '2027' });
    expect([refused.status, textOf(await refused.text())]).toEqual([
      422,
      expect.stringContaining("registrare come già fatta anche «Presa d'atto del rapporto sul primo semestre»"),
    ]);
    const back = { esercizio: '2027', attivita: 'monitoraggio-1', motivo: 'non ancora fatto' };
    expect((await post('/prima-di-ciclo-ritiro', back)).status).toBe(303);
  });

  test('is read again before, with what is done and what will be late, and then begins', async () => {
    const read = await post('/avvio', { esercizio: '2027' });
    const text = textOf(await read.text());
    expect(read.status).toBe(200);
    expect(text).toContain(`${TITLE}: fatta il 28/07/2026 (delibera di Giunta n. 88)`);
    expect(text).toMatch(/saranno in ritardo da subito .*Approvazione del bilancio di previsione: /);
    expect(desk.reached).toEqual([]);
    const begun = await post('/avvio', { esercizio: '2027', controllato: 'si' });
    expect([begun.status, decodeURIComponent(begun.headers.get('location') ?? '')]).toEqual([
      303,
      expect.stringContaining('/cicli/valfiorita/2027?fatto=Il ciclo 2027 è avviato.'),
    ]);
    expect(desk.reached).toMatchObject([
      {
        workflow: expect.stringContaining('valfiorita/2027/avvio'),
        command: { exercise: 2027, actor: { person: 'sauro.benedetti', via: { channel: 'page' } } },
      },
    ]);
  });

  test.each([
    ['of a year nobody means', '2082', 'il ciclo 2082 oggi non si può avviare: si avviano quelli dal 2026 al 2028'],
    ['that runs', '2028', 'il ciclo 2028 è già avviato'],
  ])('is refused in a sentence at its field %s', async (_, esercizio, said) => {
    const calendar = bodies.calendar('valfiorita', 2028);
    if (!calendar.ok) throw new Error('unsound');
    const cycle = { entity: 'valfiorita', exercise: 2028 };
    await saveCycle(desk.db, {
      ...{ ...cycle, template: 'comune', templateVersion: '1', calendar: calendar.value },
      ...{ policy: bodies.policyOf('valfiorita'), simulated: false, seed: undefined },
    });
    await setCycleStatus(desk.db, cycleId(cycle), 'running', NOW);
    const answer = await post('/avvio', { esercizio });
    expect([answer.status, textOf(await answer.text())]).toEqual([422, expect.stringContaining(said)]);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { saveCycle, setCycleStatus } from '../../../../src/register/cycles.js';
import { saveEntity } from '../../../../src/register/entities.js';
import { logOf } from '../../../../src/register/log.js';
import { loadBodies } from '../../../../src/seeds/bodies.js';
import { parseTemplate } from '../../../../src/seeds/calendar.js';
import { formatSeedError } from '../../../../src/seeds/read-yaml.js';
import { exampleOf } from '../../../setup/example-body.js';
import { aDesk, NOW } from '../access/desk.js';
import { textOf } from '../site.js';

const loaded = loadBodies(await exampleOf('comune', 'comune'));
if (!loaded.ok) throw new Error(loaded.error.map(formatSeedError).join('\n'));
const bodies = loaded.value;
const desk = aDesk({ bodies, calendarOf: bodies.calendar, clock: () => '2027-05-10T10:00:00Z' });
const PAGE = '/enti/valfiorita/termini';
let sauro = '';

beforeAll(async () => {
  await saveEntity(desk.db, bodies.entity('valfiorita'));
  sauro = await desk.signedIn('sauro@valfiorita.example');
});

const shown = async (): Promise<string> => textOf(await (await desk.get(PAGE, sauro)).text());

const WRITTEN = {
  esercizio: '2028',
  attivita: 'relazione-redazione',
  termine: '27 aprile Y+1',
  norma: 'deliberazione di Giunta n. 12',
  'di-chi': 'body',
  motivo: 'la Relazione accompagna il rendiconto',
};

const change = (fields: Readonly<Record<string, string>>) =>
  desk.post('/enti/valfiorita/nuovo-termine', { ...WRITTEN, ...fields }, { cookie: sauro });
const refusal = async (fields: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await change(fields);
  expect(answer.status).toBe(422);
  return textOf(await answer.text());
};

describe('the terms of a body’s calendar, on a page', () => {
  test('are those of its next cycle, for who steers or administers', async () => {
    const page = await shown();
    expect(page).toContain('Termini del ciclo 2028');
    expect(page).toMatch(/Redazione della Relazione sulla performance 15\/05\/2029 .* come nel modello/);
    expect((await desk.get(PAGE, await desk.signedIn('nives@valfiorita.example'))).status).toBe(403);
  });

  test('one is read again with the deadlines that change before it is recorded', async () => {
    const read = await change({});
    const page = textOf(await read.text());
    expect(read.status).toBe(200);
    expect(page).toContain('Redazione della Relazione sulla performance: dal 15/05/2029 al 27/04/2029');
    expect(page).toContain('Registra il termine');
    expect(await shown()).toContain('15/05/2029');
    const done = await change({ controllato: 'si' });
    expect([done.status, decodeURIComponent(done.headers.get('location') ?? '')]).toEqual([
      303,
      expect.stringContaining('Termine di «Redazione della Relazione sulla performance» dal 2028: 27 aprile Y+1.'),
    ]);
    expect(await shown()).toMatch(
      /sulla performance 27\/04\/2029 deliberazione di Giunta n\. 12 27 aprile Y\+1, dal 2028/,
    );
    const [line] = await logOf(desk.db, { cycle: 'valfiorita/2028' });
    expect(line).toMatchObject({
      actor: 'sauro.benedetti',
      action: 'calendar-term-changed',
      step: 'relazione-redazione',
    });
  });

  test('one that counts from another activity names it by its title', async () => {
    const from = {
      attivita: 'peg-approvazione',
      termine: '15 giorni dopo «Approvazione del bilancio di previsione»',
      controllato: 'si',
    };
    expect((await change(from)).status).toBe(303);
    const page = await shown();
    expect(page).toContain('15 giorni dopo «Approvazione del bilancio di previsione», dal 2028');
    expect(page).not.toContain('bilancio-approvazione');
  });

  test('one that cannot be is refused with why, at its field', async () => {
    expect(await refusal({ termine: 'a primavera' })).toContain('«a primavera» non è una data del modello');
    expect(await refusal({ attivita: 'dup-presentazione', termine: '4 agosto Y-1' })).toContain(
      'dopo il termine di legge (31/07/2027)',
    );
    expect(await refusal({ attivita: 'monitoraggio-1', termine: '20 luglio Y' })).toContain(
      'nessuna scadenza cambierebbe',
    );
    expect(await refusal({ attivita: 'delibera' })).toContain('«delibera» non è fra le scelte possibili');
    expect(await refusal({ esercizio: '2082' })).toContain('l’esercizio 2082 è troppo lontano');
  });

  test('a file has them, and reads as a calendar', async () => {
    const file = await desk.get(`${PAGE}/calendario.yaml`, sauro);
    expect(file.headers.get('content-disposition')).toContain('comune.yaml');
    const text = await file.text();
    expect(text).toContain('27 aprile Y+1');
    const read = parseTemplate('calendars/comune.yaml', text);
    expect(read.ok && read.value.value.version).toBe('1+2');
  });

  test('one is withdrawn, and the calendar says what its model says', async () => {
    const withdraw = (fields: Readonly<Record<string, string>>) =>
      desk.post(
        '/enti/valfiorita/ritira-termine',
        { esercizio: '2028', attivita: 'relazione-redazione', motivo: 'errore', ...fields },
        { cookie: sauro },
      );
    const none = await withdraw({ esercizio: '2029' });
    expect([none.status, textOf(await none.text())]).toEqual([
      422,
      expect.stringContaining('dal 2029 «Redazione della Relazione sulla performance» non ha un termine cambiato'),
    ]);
    expect((await withdraw({})).status).toBe(303);
    expect(await shown()).toMatch(/sulla performance 15\/05\/2029/);
  });

  test('those of a cycle that has begun are extended, not changed here', async () => {
    const calendar = bodies.calendar('valfiorita', 2028);
    if (!calendar.ok) throw new Error('unsound');
    const id = await saveCycle(desk.db, {
      ...{ entity: 'valfiorita', exercise: 2028, template: 'comune', templateVersion: '1' },
      ...{ calendar: calendar.value, policy: bodies.policyOf('valfiorita'), simulated: false, seed: undefined },
    });
    await setCycleStatus(desk.db, id, 'running', NOW);
    expect(await refusal({})).toContain('il ciclo 2028 è già cominciato');
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveCycle, setCycleStatus } from '../../../../src/register/cycles.js';
import { saveEntity } from '../../../../src/register/entities.js';
import { logOf } from '../../../../src/register/log.js';
import { loadBodies } from '../../../../src/seeds/bodies.js';
import { parsePolicy } from '../../../../src/seeds/policy.js';
import { formatSeedError } from '../../../../src/seeds/read-yaml.js';
import { exampleOf } from '../../../setup/example-body.js';
import { ciclo } from '../../cli/terminal.js';
import { aDesk, NOW } from '../access/desk.js';
import { textOf } from '../site.js';

const folder = await exampleOf('comune', 'comune');
const loaded = loadBodies(folder);
if (!loaded.ok) throw new Error(loaded.error.map(formatSeedError).join('\n'));
const bodies = loaded.value;
const desk = aDesk({ bodies, calendarOf: bodies.calendar, clock: () => '2027-05-10T10:00:00Z' });
const PAGE = '/enti/valfiorita/regole';
let sauro = '';

beforeAll(async () => {
  await saveEntity(desk.db, bodies.entity('valfiorita'));
  sauro = await desk.signedIn('sauro@valfiorita.example');
});

const shown = async (path = ''): Promise<string> => textOf(await (await desk.get(`${PAGE}${path}`, sauro)).text());

const change = (piece: string, vale: string, more: Readonly<Record<string, string>> = {}) => {
  const written = { esercizio: '2028', vale, motivo: 'come dice il Sistema aggiornato', ...more };
  return desk.post(`${PAGE}/${piece}`, written, { cookie: sauro });
};

async function refusal(...written: Parameters<typeof change>): Promise<string> {
  const answer = await change(...written);
  expect(answer.status).toBe(422);
  return textOf(await answer.text());
}

describe('the rules of a body, on a page', () => {
  test('are those of its next cycle in words, for who steers or administers', async () => {
    const page = await shown();
    expect(page).toContain('Regole del ciclo 2028, versione 1');
    expect(page).toMatch(/Tetto: il risultato più alto che conta 100% come nel file Cambia/);
    expect(page).toContain('rosso sotto 60%; giallo da 60% sotto 90%; verde da 90%');
    expect(page).toContain('Fasce: Dirigenti');
    expect(page).toContain('Nessuna regola è stata cambiata');
    expect((await desk.get(PAGE, await desk.signedIn('nives@valfiorita.example'))).status).toBe(403);
    expect((await desk.get(`${PAGE}/delibera`, sauro)).status).toBe(404);
  });

  test('one opens with what holds and how it is written, and is read again with what it would change', async () => {
    const form = await (await desk.get(`${PAGE}/tetto`, sauro)).text();
    expect(textOf(form)).toContain('Per il ciclo 2028 vale: 100%.');
    expect(form).toMatch(/name="vale"[^>]*>100%</);
    const read = await change('tetto', '120 %', { atto: 'deliberazione di Giunta n. 12' });
    const page = textOf(await read.text());
    expect(read.status).toBe(200);
    expect(page).toContain('da «100%» a «120%»');
    expect(page).toContain('Nessun monitoraggio ha ancora risultati su cui provarla.');
    expect(page).toContain('deliberazione di Giunta n. 12');
    expect(await shown()).toContain('versione 1 ');
  });

  test('once confirmed it is a new version, with who, when, why and by which act', async () => {
    const done = await change('tetto', '120 %', { atto: 'deliberazione di Giunta n. 12', controllato: 'si' });
    expect([done.status, decodeURIComponent(done.headers.get('location') ?? '')]).toEqual([
      303,
      expect.stringContaining('Tetto: il risultato più alto che conta, dal 2028'),
    ]);
    const page = await shown();
    expect(page).toContain('Regole del ciclo 2028, versione 1+1');
    expect(page).toMatch(/che conta 120% dal 2028 \(deliberazione di Giunta n\. 12\)/);
    expect(page).toMatch(/Versioni .* Tetto: il risultato più alto che conta 2028 120% .* Sauro Benedetti/);
    const [line] = await logOf(desk.db, { cycle: 'valfiorita/2028' });
    expect(line).toMatchObject({
      actor: 'sauro.benedetti',
      action: 'rule-changed',
      detail: { piece: 'tetto', reason: expect.stringContaining('come dice il Sistema aggiornato') },
    });
  });

  test('reminders are told by the calendar of the exercise, bands by score', async () => {
    const notices = textOf(await (await change('promemoria', '20, 10, 3')).text());
    expect(notices).toMatch(/Avvisi programmati nel calendario 2028 da \d+ a \d+/);
    expect(notices).toMatch(/Per esempio .*, scadenza \d\d\/\d\d\/20\d\d: ora .*; poi /);
    const said = 'Piena da 95% quota 100%; Alta da 75% quota 80%; Nessuna da 0% quota 0%';
    const bands = textOf(await (await change('fasce-dirigenti', said)).text());
    expect(bands).toContain('Punteggio da 90% a 95%: Piena (quota 100%), poi Alta (quota 80%)');
    expect(bands).toContain('Punteggio da 60% a 75%: Media (quota 50%), poi Nessuna (quota 0%)');
  });

  test('who evaluates, parts of a score and behaviours are told with whom they touch and an example', async () => {
    expect(await shown()).toMatch(/Come si valutano le persone .*Chi valuta: Dirigenti chi dirige la persona/);
    const form = await shown('/chi-valuta-dirigenti');
    expect(form).toContain('I ruoli dell’ente si scrivono con il loro titolo:');
    expect(form).toContain('Nucleo di valutazione');
    expect(form).not.toContain('oiv');
    const board = 'propone Segretario generale; decide Giunta comunale';
    expect(textOf(await (await change('chi-valuta-dirigenti', board)).text())).toContain(`a «${board}»`);
    const parts = 'risultati dell’ente 50%; obiettivi 30%; comportamenti 20%';
    const read = textOf(await (await change('parti-segretario-generale', parts)).text());
    expect(read).toMatch(/Persone che riguarda .*Elvira/);
    expect(read).toContain('chi avesse 90% nei risultati, 80% negli obiettivi, 70% nei comportamenti: da 81% a 83%');
    const dictionary = 'Guida dei collaboratori 60%: assegna i compiti; Relazioni con organi e utenti 40%: informa';
    expect(textOf(await (await change('comportamenti-dirigenza', dictionary)).text())).toContain(
      'chi avesse «Eccellente» in «Guida dei collaboratori» e «Adeguato» nel resto: da 82% a 88%',
    );
    expect(await refusal('chi-valuta-dirigenti', 'propone segretario-generale; decide senato')).toContain(
      'l’ente non ha un ruolo «senato»',
    );
  });

  test('one that cannot be is refused with why, at its field', async () => {
    expect(await refusal('tetto', '90%')).toContain('il tetto deve essere almeno 100%');
    expect(await refusal('semaforo', 'rosso sotto 60%; verde da 70%')).toContain('fra 60 e 70 c’è un vuoto');
    expect(await refusal('formula-crescente', 'logaritmica')).toContain('«logaritmica» non è una formula');
    expect(await refusal('decimali', '2')).toContain('è già così: le regole di quell’esercizio dicono «2»');
    expect(await refusal('decimali', '1', { esercizio: '2082' })).toContain('l’esercizio 2082 è troppo lontano');
    expect(await refusal('decimali', '')).toContain('manca la nuova regola');
  });

  test('the file has them, and ciclo check finds it in order', async () => {
    const file = await desk.get(`${PAGE}/regole.yaml`, sauro);
    expect(file.headers.get('content-disposition')).toContain('smvp-2016.yaml');
    const text = await file.text();
    const read = parsePolicy('policies/smvp-2016.yaml', text);
    expect(read.ok && read.value.value).toMatchObject({ version: '1+1', cap: '120' });
    mkdirSync(join(folder, 'policies'), { recursive: true });
    writeFileSync(join(folder, 'policies', 'smvp-2016.yaml'), text);
    const checked = await ciclo('check', folder);
    expect([checked.code, checked.err]).toEqual([0, '']);
  });

  test('one is withdrawn, and the rules say what the file says; both stay among the versions', async () => {
    const withdraw = (esercizio: string) =>
      desk.post('/enti/valfiorita/ritira-regola', { esercizio, regola: 'tetto', motivo: 'errore' }, { cookie: sauro });
    const none = await withdraw('2029');
    expect([none.status, textOf(await none.text())]).toEqual([
      422,
      expect.stringContaining('dal 2029 la regola «Tetto: il risultato più alto che conta» non è stata cambiata'),
    ]);
    expect((await withdraw('2028')).status).toBe(303);
    const page = await shown();
    expect(page).toContain('Regole del ciclo 2028, versione 1 ');
    expect(page).toMatch(/che conta 100% come nel file/);
    expect(page).toMatch(/Versioni .* 2028 ritirata .* 2028 120%/);
  });

  test('a floor that stands on a cap keeps it from being withdrawn', async () => {
    expect((await change('tetto', '130%', { controllato: 'si' })).status).toBe(303);
    expect((await change('minimo', '110%', { controllato: 'si' })).status).toBe(303);
    const written = { esercizio: '2028', regola: 'tetto', motivo: 'errore' };
    const kept = await desk.post('/enti/valfiorita/ritira-regola', written, { cookie: sauro });
    expect([kept.status, textOf(await kept.text())]).toEqual([
      422,
      expect.stringContaining(
        'le altre regole cambiate non sarebbero più coerenti fra loro: il minimo deve essere sotto il tetto',
      ),
    ]);
  });

  test('those of a cycle that has begun stay as they are, and what it was begun with is said', async () => {
    const calendar = bodies.calendar('valfiorita', 2028);
    if (!calendar.ok) throw new Error('unsound');
    const id = await saveCycle(desk.db, {
      ...{ entity: 'valfiorita', exercise: 2028, template: 'comune', templateVersion: '1' },
      ...{ calendar: calendar.value, policy: bodies.policyOf('valfiorita'), simulated: false, seed: undefined },
    });
    await setCycleStatus(desk.db, id, 'running', NOW);
    const begun = 'il ciclo 2028 è già cominciato con la versione 1 delle regole, e la tiene';
    expect(await refusal('decimali', '1')).toContain(begun);
    // Also from an exercise before it: it would be under it.
    expect(await refusal('decimali', '1', { esercizio: '2020' })).toContain(begun);
    expect(await shown()).toContain('Il ciclo 2028 è cominciato con la versione 1: la tiene fino alla fine.');
  });
});

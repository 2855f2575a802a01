import { beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../../src/client/pages/kit/limits.js';
import { overTerm } from '../../../../src/register/over-term.js';
import { closeForm, MOST_WAITING, openForm, publicVoicesOf } from '../../../../src/register/public-voices.js';
import { addStakeholderState } from '../../../../src/register/stakeholders.js';
import { aDesk, NOW } from '../access/desk.js';
import { textOf } from '../site.js';

const desk = aDesk({
  limits: { ...LIMITS, voiceByClient: { points: 40, seconds: 900 }, voiceByBody: { points: 4, seconds: 900 } },
});
const [OWN, OTHERS, CLOSED] = ['a'.repeat(30), 'b'.repeat(30), 'c'.repeat(30)];
const said = { chi: 'Imprese', testo: 'Lo sportello apre tardi.', sito: '' };
const kept = async (entity = 'prova') =>
  (await publicVoicesOf(desk.db, entity)).map(({ saidBy, text }) => [saidBy, text]);
let steering = '';

beforeAll(async () => {
  const { db } = desk;
  const form = { openedAt: NOW, openedBy: 'carla' } as const;
  await openForm(db, { ...form, entity: 'prova', code: CLOSED });
  await closeForm(db, 'prova', 'carla', NOW);
  await openForm(db, { ...form, entity: 'prova', code: OWN });
  await openForm(db, { ...form, entity: 'altra', code: OTHERS });
  const one = { category: '', expects: 'segreto', influence: 5, interest: 5, services: '', involvement: '' } as const;
  const who = { entity: 'prova', actor: 'carla', at: NOW, simulated: false, ended: false } as const;
  await addStakeholderState(db, { ...one, ...who, stakeholder: 'imprese', name: 'Imprese' });
  await addStakeholderState(db, { ...one, ...who, stakeholder: 'comuni', name: 'Comuni', ended: true });
  const role = { entity: 'prova', id: 'controllo-gestione', title: 'Controllo', board: false, recordedBy: null };
  await db
    .insertInto('roles')
    .values({ ...role, external: false })
    .execute();
  const held = { entity: 'prova', person: 'carla', role: 'controllo-gestione', origin: 'file' } as const;
  await db
    .insertInto('holdings')
    .values({ ...held, fromDate: '2016-01-01', toDate: '2016-12-31' })
    .execute();
  steering = await desk.signedIn('carla@prova.example');
});

describe('the public form', () => {
  test('is there for who has its address, says who answers for the data, and nothing of the body but its name and groups', async () => {
    const answer = await desk.get(`/osservazioni/${OWN}`);
    const html = await answer.text();
    const page = textOf(html);
    expect(answer.status).toBe(200);
    expect(page).toContain('Osservazioni: Camera di Prova');
    expect(page).toContain('Titolare del trattamento: Camera di Prova');
    expect(page).toContain('Imprese');
    // How much they count, who has left, and that the body has cycles is nobody else's business.
    expect(html).not.toMatch(/Comuni|segreto|\/cicli\/|\/enti\/|Anno in sintesi/);
  });

  test.each([
    ['that was closed', CLOSED],
    ['that never was', 'd'.repeat(30)],
    ['of a body by its name', 'prova'],
    ['that is no address', '%27%20or%201=1'],
  ])('is not there at an address %s, and all of these answer the same', async (_, code) => {
    const there = await desk.get(`/osservazioni/${code}`);
    const sent = await desk.post(`/osservazioni/${code}`, said);
    expect([there.status, sent.status]).toEqual([404, 404]);
    const page = textOf(await there.text());
    expect(page).toContain('A questo indirizzo non c’è un modulo aperto');
    expect(page).not.toContain('Camera di Prova');
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['nothing', { ...said, testo: ' \n ' }, 'manca il testo'],
    ['nobody', { ...said, chi: '' }, 'manca chi scrive'],
    ['a group there is not', { ...said, chi: 'Comuni' }, 'manca chi scrive'],
    ['too much', { ...said, testo: 'a'.repeat(2001) }, 'il testo è di 2001 caratteri: al massimo 2000'],
    ['what no text has', { ...said, testo: 'a\u0000b' }, ''],
  ])('with %s written says what to correct, keeps what was typed and takes nothing', async (_, fields, message) => {
    const answer = await desk.post(`/osservazioni/${OWN}`, fields);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(message);
    expect(await kept()).toEqual([]);
  });

  test('larger than a form of somebody who has not signed in is not read', async () => {
    const answer = await desk.post(`/osservazioni/${OWN}`, { ...said, altro: 'x'.repeat(20_000) });
    expect(answer.status).toBe(413);
  });

  test('from another site is refused, as any form', async () => {
    const answer = await desk.post(`/osservazioni/${OWN}`, said, { origin: 'https://altrove.example' });
    expect(answer.status).toBe(403);
    expect(await kept()).toEqual([]);
  });

  test('filled in by a program answers as to anybody, and takes nothing', async () => {
    const answer = await desk.post(`/osservazioni/${OWN}`, { ...said, sito: 'https://x.example' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/osservazioni/${OWN}/inviata`]);
    expect(await kept()).toEqual([]);
  });

  test('takes what was written, for its body alone, without anything of who wrote it', async () => {
    const markup = { ...said, chi: 'Altro', testo: '<img src=x onerror=alert(1)> <b>forte</b>' };
    const answer = await desk.post(`/osservazioni/${OWN}`, markup);
    expect(answer.status).toBe(303);
    expect(textOf(await (await desk.get(answer.headers.get('location') ?? '')).text())).toContain('consegnata');
    expect(await kept()).toEqual([['Altro', markup.testo]]);
    expect(await kept('altra')).toEqual([]);
    const { rows } = await desk.owner.query('select to_jsonb(v) as v from public_voices v');
    expect(Object.keys(rows[0].v)).not.toEqual(expect.arrayContaining(['address', 'ip', 'name', 'email']));
  });

  test('shows nothing to anybody before it was looked at, and markup as the text it is to who looks', async () => {
    const others = await desk.signedIn('dario@prova.example');
    const elsewhere = await desk.signedIn('carla@altra.example');
    for (const path of ['/enti/prova/stakeholder', '/enti/prova/stakeholder/registro'])
      expect(await (await desk.get(path, others)).text()).not.toContain('onerror');
    expect((await desk.get('/enti/prova/stakeholder/messaggi', others)).status).toBe(403);
    expect((await desk.get('/enti/prova/stakeholder/messaggi')).status).toBe(303);
    const page = await desk.get('/enti/prova/stakeholder/messaggi', steering);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img');
    expect((await desk.get('/enti/prova/stakeholder/messaggi', elsewhere)).status).toBe(404);
  });

  test('is taken to the record only by an act, once, by who steers', async () => {
    const [{ id } = { id: 0 }] = await publicVoicesOf(desk.db, 'prova');
    const at = `/enti/prova/stakeholder/messaggi/${id}`;
    const others = await desk.signedIn('dario@prova.example');
    expect((await desk.post(at, { esito: 'accepted' }, { cookie: others })).status).toBe(403);
    const without = await desk.post(at, { esito: 'refused' }, { cookie: steering });
    expect([without.status, textOf(await without.text())]).toEqual([422, expect.stringContaining('manca il motivo')]);
    const fields = { esito: 'accepted', stakeholder: 'Imprese', testo: 'Chiede un altro orario.', chiave: 'e' };
    expect((await desk.post(at, fields, { cookie: steering })).status).toBe(303);
    const again = await desk.post(at, { esito: 'refused', motivo: 'x', chiave: 'f' }, { cookie: steering });
    expect([again.status, textOf(await again.text())]).toEqual([422, expect.stringContaining('già stato esaminato')]);
    const feedback = await desk.db.selectFrom('feedback').select(['stakeholder', 'text', 'channel']).execute();
    expect(feedback).toEqual([{ stakeholder: 'Imprese', text: 'Chiede un altro orario.', channel: 'modulo pubblico' }]);
    expect((await publicVoicesOf(desk.db, 'prova'))[0]).toMatchObject({ state: 'accepted', examinedBy: 'carla' });
  });

  test('of one body cannot be looked at by another’s', async () => {
    await desk.post(`/osservazioni/${OTHERS}`, { ...said, chi: 'Altro' });
    const [{ id } = { id: 0 }] = await publicVoicesOf(desk.db, 'altra');
    const answer = await desk.post(
      `/enti/prova/stakeholder/messaggi/${id}`,
      { esito: 'accepted' },
      { cookie: steering },
    );
    expect(answer.status).toBe(404);
    expect((await publicVoicesOf(desk.db, 'altra'))[0]?.state).toBe('waiting');
  });

  test('takes no more for a body than it may in an hour, whoever sends, and still for another', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await desk.post(`/osservazioni/${OWN}`, said)).status);
    // One of the four was taken before.
    expect(statuses).toEqual([303, 303, 303, 429, 429]);
    expect((await desk.post(`/osservazioni/${OTHERS}`, { ...said, chi: 'Altro' })).status).toBe(303);
  });

  test('takes no more than may wait to be looked at', async () => {
    await desk.owner.query(
      `insert into public_voices (entity, said_by, text, came_at, simulated)
       select 'altra', 'Altro', 'x', '${NOW}', false from generate_series(1, ${MOST_WAITING})`,
    );
    const answer = await desk.post(`/osservazioni/${OTHERS}`, { ...said, chi: 'Altro' });
    expect([answer.status, textOf(await answer.text())]).toEqual([503, expect.stringContaining('non riceve altro')]);
  });

  test('refuses who sends too often before it reads anything', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 40; i++) statuses.add((await desk.post(`/osservazioni/${OWN}`, said)).status);
    expect([...statuses].at(-1)).toBe(429);
    const answer = await desk.post(`/osservazioni/${OTHERS}`, said);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
  });
});

describe('what came by the form', () => {
  test('is erased past its term, of one body alone, and stays as having come', async () => {
    const { db } = desk;
    const texts = async (entity: string) => (await publicVoicesOf(db, entity)).filter(({ text }) => text !== '').length;
    const [own, others] = [await texts('prova'), await texts('altra')];
    expect((await overTerm(db, 'prova', 'public-voices', '2016-05-09')).due).toBe(0);
    const over = await overTerm(db, 'prova', 'public-voices', '2016-05-10');
    const order = { entity: 'prova', basis: 'retention', reason: 'termine', by: 'sistema', at: NOW } as const;
    expect([over.due, await over.erase(order)]).toEqual([own, own]);
    expect([await texts('prova'), await texts('altra')]).toEqual([0, others]);
    expect((await publicVoicesOf(db, 'prova')).length).toBe(own);
    expect(textOf(await (await desk.get('/enti/prova/stakeholder/messaggi', steering)).text())).toContain(
      'testo cancellato oltre il termine',
    );
  });
});

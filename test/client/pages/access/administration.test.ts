import { beforeAll, describe, expect, test } from 'vitest';
import { createInvitations } from '../../../../src/access/invitations.js';
import { invitationById } from '../../../../src/register/invitations.js';
import { tokenOf, tokensOf } from '../../../../src/register/tokens.js';
import { CONSOLE_URL, TEST_SECRET } from '../parts.js';
import { textOf } from '../site.js';
import { aDesk, NOW } from './desk.js';

const desk = aDesk();
const HERE = '/enti/prova/accessi';
let cookie = '';
let link = '';

beforeAll(async () => {
  await desk.owner.query(
    `insert into roles (entity, id, title, board, external) values ('prova', 'amministratore', 'Amministratore', false, false)`,
  );
  await desk.owner.query(
    `insert into holdings (entity, person, role, from_date, to_date, origin) values ('prova', 'dario', 'amministratore', '-infinity', 'infinity', 'file')`,
  );
  cookie = await desk.signedIn('dario@prova.example');
  const invited = { cycle: 'prova/2016', step: 'analisi', entity: 'prova', person: 'carla' };
  const [url] = await createInvitations(TEST_SECRET, CONSOLE_URL).links(desk.db, [invited], '2016-05-20', NOW);
  link = new URL(url ?? '').pathname;
});

const idOf = async (): Promise<string> =>
  String((await desk.owner.query(`select id from invitations where person = 'carla'`)).rows[0]?.id);

describe('an entity’s accesses', () => {
  test('show who is invited to what, and the tokens', async () => {
    const page = textOf(await (await desk.get(HERE, cookie)).text());
    expect(page).toContain('Attività analisi (2016)');
    expect(page).toContain('Carla Prova');
    expect(page).toContain('Nessun gettone emesso');
  });

  test('an invitation is taken back with its reason, on record, and its link opens nothing more', async () => {
    const id = await idOf();
    const without = await desk.post(`${HERE}/inviti/${id}/revoca`, { motivo: ' ' }, { cookie });
    expect([without.status, await without.text()]).toEqual([
      422,
      expect.stringContaining(`href="#revoca-motivo-${id}"`),
    ]);
    expect((await desk.get(link)).status).not.toBe(410);
    const taken = await desk.post(`${HERE}/inviti/${id}/revoca`, { motivo: 'ha cambiato ufficio' }, { cookie });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${HERE}#inviti`]);
    expect((await invitationById(desk.db, id))?.revoked).toMatchObject({ by: 'dario', reason: 'ha cambiato ufficio' });
    expect((await desk.get(link)).status).toBe(410);
    expect((await desk.post(`${HERE}/inviti/${id}/revoca`, { motivo: 'di nuovo' }, { cookie })).status).toBe(404);
    const log = await desk.owner.query(`select actor, detail from log where action = 'invitation-revoked'`);
    expect(log.rows).toMatchObject([{ actor: 'dario', detail: { reason: 'ha cambiato ufficio' } }]);
  });

  test('show who has signed in, since when and when they last did something; one of them can be ended', async () => {
    const annas = await desk.signedIn('anna@prova.example');
    const html = await (await desk.get(HERE, cookie)).text();
    const page = textOf(html);
    expect(page).toContain('Una sessione dura al massimo 10 ore e si chiude da sola dopo 60 minuti senza attività.');
    expect(page).toMatch(/Anna Prova .* persona della prova/);
    expect(html).not.toContain(annas.split('=')[1] ?? '');
    const path = /action="([^"]+)"[^<]*<button[^>]*aria-label="Chiudi la sessione di Anna Prova"/.exec(html)?.[1] ?? '';
    const ended = await desk.post(path, {}, { cookie });
    expect([ended.status, ended.headers.get('location')]).toEqual([303, `${HERE}#sessioni`]);
    expect((await desk.get('/cicli/prova/2016', annas)).status).toBe(303);
    const log = await desk.owner.query(`select actor, subject from log where action = 'session-ended'`);
    expect(log.rows).toEqual([{ actor: 'dario', subject: 'anna' }]);
    const again = await desk.post(path, {}, { cookie });
    expect([again.status, textOf(await again.text())]).toEqual([404, expect.stringContaining('è già finita')]);
  });

  test('a token of one’s own is shown once, works, and is taken back', async () => {
    const fields = { titolo: 'Gestionale', persona: 'dario', giorni: '30' };
    const issued = await desk.post(`${HERE}/gettoni`, fields, { cookie });
    const secret = /ciclo_[\w-]{43}/.exec(await issued.text())?.[0] ?? '';
    expect([issued.status, issued.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(await tokenOf(desk.db, secret)).toMatchObject({ person: 'dario', issuedBy: 'dario' });
    const page = await (await desk.get(HERE, cookie)).text();
    expect(page).not.toContain(secret);
    const [token] = await tokensOf(desk.db, 'prova');
    expect((await desk.post(`${HERE}/gettoni/${token?.reference}/revoca`, {}, { cookie })).status).toBe(303);
    expect(await tokenOf(desk.db, secret)).toBeUndefined();
    expect((await desk.post(`${HERE}/gettoni/${token?.reference}/revoca`, {}, { cookie })).status).toBe(404);
  });

  test.each([
    [{ titolo: 'x', persona: 'carla', giorni: '30' }, 'titolo'],
    [{ titolo: 'a\nb c', persona: 'carla', giorni: '30' }, 'titolo'],
    [{ titolo: 'Prova', persona: 'zeno', giorni: '30' }, 'persona'],
    [{ titolo: 'Prova', persona: 'carla\0', giorni: '30' }, 'persona'],
    [{ titolo: 'Prova', persona: 'carla', giorni: '0' }, 'giorni'],
    [{ titolo: 'Prova', persona: 'carla', giorni: '-1' }, 'giorni'],
    [{ titolo: 'Prova', persona: 'carla', giorni: '9e9' }, 'giorni'],
    [{ titolo: 'Prova', persona: 'carla', giorni: '761' }, 'giorni'],
  ])('no token is issued for %j', async (fields, field) => {
    const before = (await tokensOf(desk.db, 'prova')).length;
    const answer = await desk.post(`${HERE}/gettoni`, fields, { cookie });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(`href="#${field}"`)]);
    expect((await tokensOf(desk.db, 'prova')).length).toBe(before);
  });

  test('are nobody else’s: not of who only reads, not of who administers another body', async () => {
    expect((await desk.get(HERE, await desk.signedIn('anna@prova.example'))).status).toBe(403);
    // On record there too, with no such role.
    expect((await desk.get('/enti/altra/accessi', cookie)).status).toBe(403);
    const id = await idOf();
    expect((await desk.post(`/enti/altra/accessi/inviti/${id}/revoca`, { motivo: 'prova' }, { cookie })).status).toBe(
      403,
    );
  });
});

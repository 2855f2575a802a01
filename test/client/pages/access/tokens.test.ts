import { beforeAll, describe, expect, test } from 'vitest';
import { collecting } from '../../../../src/activities/collect.js';
import { SCOPES, type Scope } from '../../../../src/domain/token.js';
import type { Deps } from '../../../../src/office/deps.js';
import { issueToken, tokensOf } from '../../../../src/register/tokens.js';
import { sendTokenNotices } from '../../../../src/worker/token-mail.js';
import { aCheckpoint } from '../../../register/fixtures.js';
import { CONSOLE_URL, consoleParts } from '../parts.js';
import { textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';
import { aDesk } from './desk.js';

const desk = aDesk();
const HERE = '/enti/prova/accessi';
const API = '/api/v1';
const CYCLE = `${API}/cycles/prova/2016`;
const DECIDE = `${CYCLE}/steps/piano-approvazione/decisions`;
const DECISION = { outcome: 'approved', documentHash: 'a'.repeat(64), actNumber: '12', actDate: '2016-05-09' };
/** Bruno administers accesses, Carla is controllo di gestione, Anna the OIV, Dario records for the Giunta. */
let [bruno, carla] = ['', ''];

beforeAll(async () => {
  await aCheckpoint(desk.db, 'prova/2016');
  await desk.owner.query(`
    insert into roles (entity, id, title, board, external) values
      ('prova', 'controllo-gestione', 'Controllo di gestione', false, false), ('prova', 'oiv', 'OIV', false, false),
      ('prova', 'amministratore', 'Amministratore', false, false);
    insert into holdings (entity, person, role, from_date, to_date, origin) values
      ('prova', 'carla', 'controllo-gestione', '-infinity', 'infinity', 'file'),
      ('prova', 'anna', 'oiv', '-infinity', 'infinity', 'file'),
      ('prova', 'bruno', 'amministratore', '-infinity', 'infinity', 'file');
    update steps set planned = planned || '{"recorder": "segreteria-giunta", "board": "giunta"}'::jsonb
      where cycle = 'prova/2016' and id = 'piano-approvazione'`);
  [bruno, carla] = [await desk.signedIn('bruno@prova.example'), await desk.signedIn('carla@prova.example')];
});

const secretIn = (html: string): string | undefined => /ciclo_[\w-]{43}/.exec(html)?.[0];

/** What the workers would send now, and the links to confirm among it. */
async function mailed(): Promise<readonly { readonly to: string; readonly subject: string; readonly link?: string }[]> {
  const { post } = consoleParts(desk.sent);
  const before = desk.sent.length;
  const register = { db: desk.db, schema: desk.schema, close: async () => undefined };
  const later = '2016-05-10T10:01:00Z' as const;
  const sending = { ...post, domain: 'prova.example', consoleUrl: CONSOLE_URL };
  await sendTokenNotices({ register, post: sending, now: () => later });
  return desk.sent.slice(before).map(({ to, subject, text }) => {
    const link = /http:\/\/localhost:8150(\/accesso\/gettone\/\S+)/.exec(text)?.[1];
    return { to: to.address, subject, link };
  });
}

async function call(path: string, token: string, body?: object) {
  const answer = await desk.app.request(path, {
    method: body === undefined ? undefined : 'POST',
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });
  return { status: answer.status, text: await answer.text() };
}

async function log(action: string) {
  const { rows } = await desk.owner.query(
    `select actor, subject, cycle, channel, token, detail from log where action = $1 order by id`,
    [action],
  );
  return rows;
}

describe('a token for somebody else', () => {
  let link = '';

  test('is only asked for: who administers sees no secret, and nobody can act with anything', async () => {
    const fields = { titolo: 'Integrazione delibere', persona: 'dario', giorni: '30' };
    const answer = await desk.post(`${HERE}/gettoni`, fields, { cookie: carla });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${HERE}#gettoni`]);
    const page = await (await desk.get(HERE, carla)).text();
    expect(secretIn(page)).toBeUndefined();
    expect(page).not.toContain('/accesso/gettone/');
    expect(textOf(page)).toMatch(/In attesa di conferma.*Integrazione delibere.*Dario Prova/);
    await expectTakenAway((path) => desk.get(path, carla), HERE, 'gettoni-richiesti');
    expect(await tokensOf(desk.db, 'prova')).toEqual([]);
    expect(await log('token-requested')).toMatchObject([
      { actor: 'carla', subject: 'Dario Prova', cycle: 'prova/2016', channel: 'page', token: null },
    ]);
  });

  test('its person is written to, and nobody else', async () => {
    const mails = await mailed();
    expect(mails).toEqual([
      { to: 'dario@prova.example', subject: expect.stringContaining('da confermare'), link: expect.any(String) },
    ]);
    expect(desk.sent.at(-1)?.text).toContain('Carla Prova chiede un gettone');
    link = mails[0]?.link ?? '';
    expect(await mailed()).toEqual([]);
  });

  test('looking at the link shows what is asked, and confirms nothing', async () => {
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await desk.app.request(link, { method });
      expect(answer.status).toBe(200);
      if (method === 'HEAD') continue;
      const text = textOf(await answer.text());
      expect(text).toMatch(/Integrazione delibere.*Dario Prova.*Carla Prova.*inviare i valori.*30 giorni/);
    }
    expect(await tokensOf(desk.db, 'prova')).toEqual([]);
  });

  test('a form of another site confirms nothing', async () => {
    expect((await desk.post(link, {}, { origin: 'https://altrove.example' })).status).toBe(403);
    expect(await tokensOf(desk.db, 'prova')).toEqual([]);
  });

  test('confirmed, it lives, is shown to who confirmed it alone, once; mailbox and log know', async () => {
    const answer = await desk.post(link, {});
    const secret = secretIn(await answer.text()) ?? '';
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(JSON.parse((await call(`${API}/me`, secret)).text)).toMatchObject({
      person: { id: 'dario' },
      scopes: ['read', 'submit'],
    });
    expect([(await desk.get(link)).status, (await desk.post(link, {})).status]).toEqual([410, 410]);
    expect(secretIn(await (await desk.get(HERE, carla)).text())).toBeUndefined();
    const [token] = await tokensOf(desk.db, 'prova');
    expect(token).toMatchObject({ person: 'dario', issuedBy: 'carla', scopes: ['read', 'submit'] });
    expect(await log('token-issued')).toMatchObject([
      { actor: 'dario', channel: 'mail-link', cycle: 'prova/2016', detail: { requestedBy: 'Carla Prova' } },
    ]);
    expect((await mailed()).map((mail) => [mail.to, mail.subject]).sort()).toEqual([
      ['dario@prova.example', expect.stringContaining('emesso')],
      ['dario@prova.example', expect.stringContaining('usato')],
    ]);
    // The controllo di gestione who prepared the Piano does not decide on it through the token of its secretary.
    expect((await call(DECIDE, secret, DECISION)).status).toBe(403);
    expect(desk.reached).toEqual([]);
  });

  test('of who may see individual results gives an administrator nothing', async () => {
    const fields = { titolo: 'Lettura', persona: 'anna', giorni: '30', individuali: 'si' };
    const answer = await desk.post(`${HERE}/gettoni`, fields, { cookie: bruno });
    expect([answer.status, secretIn(await answer.text())]).toEqual([303, undefined]);
    expect((await tokensOf(desk.db, 'prova')).map((token) => token.person)).toEqual(['dario']);
  });

  test('is not confirmed after three days, nor when its person has left', async () => {
    const [asked] = await mailed();
    expect(asked?.to).toBe('anna@prova.example');
    await desk.owner.query(`update people set active = false where entity = 'prova' and id = 'anna'`);
    expect((await desk.post(asked?.link ?? '', {})).status).toBe(410);
    await desk.owner.query(`update people set active = true where entity = 'prova' and id = 'anna'`);
    await desk.owner.query(`update token_requests set expires_at = now() - interval '1 second' where person = 'anna'`);
    expect([(await desk.get(asked?.link ?? '')).status, (await desk.post(asked?.link ?? '', {})).status]).toEqual([
      410, 410,
    ]);
  });

  test('is not asked for again and again', async () => {
    const fields = { titolo: 'Insistenza', persona: 'dario', giorni: '1' };
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await desk.post(`${HERE}/gettoni`, fields, { cookie: carla })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a token for oneself', () => {
  test('is issued and shown at once, and told to its mailbox', async () => {
    const fields = { titolo: 'Il mio foglio', persona: 'carla', giorni: '30', permessi: 'leggere' };
    await mailed();
    const answer = await desk.post(`${HERE}/gettoni`, fields, { cookie: carla });
    const secret = secretIn(await answer.text()) ?? '';
    expect([answer.status, secret]).toEqual([201, expect.stringMatching(/^ciclo_/)]);
    expect(await mailed()).toMatchObject([{ to: 'carla@prova.example', subject: expect.stringContaining('emesso') }]);
    expect((await call(CYCLE, secret)).status).toBe(200);
  });

  test('that decides is refused while the body’s rules do not let it', async () => {
    const fields = { titolo: 'Delibere', persona: 'carla', giorni: '30', decisioni: 'si' };
    const answer = await desk.post(`${HERE}/gettoni`, fields, { cookie: carla });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('non consentono di registrare'),
    ]);
  });
});

const issued = async (person: string, scopes: readonly Scope[]) =>
  await issueToken(desk.db, { entity: 'prova', person, title: 'prova', scopes, issuedBy: person, days: 1 });

describe('a token does what it was asked for', () => {
  const FORM = `${CYCLE}/checkpoints/monitoraggio-1/form`;
  const SEND = `${CYCLE}/checkpoints/monitoraggio-1/submissions`;
  const VALUE = { rows: [{ indicator: 'A-1', value: 12 }] };
  const CALLS: readonly { readonly scope: Scope; readonly path: string; readonly body?: object }[] = [
    { scope: 'read', path: `${API}/cycles` },
    { scope: 'read', path: CYCLE },
    { scope: 'read', path: `${CYCLE}/steps` },
    { scope: 'read', path: `${CYCLE}/steps/analisi` },
    { scope: 'read', path: `${CYCLE}/scorecard` },
    { scope: 'read', path: `${CYCLE}/checkpoints/monitoraggio-1/assessment` },
    { scope: 'submit', path: FORM },
    { scope: 'submit', path: SEND, body: VALUE },
    { scope: 'decide', path: DECIDE, body: DECISION },
  ];

  test.each(CALLS)('$scope: $path', async ({ scope, path, body }) => {
    const others = await issued(
      'carla',
      SCOPES.filter((one) => one !== scope),
    );
    expect(await call(path, others.secret, body)).toMatchObject({
      status: 403,
      text: expect.stringContaining('Il gettone non permette di'),
    });
    const its = await issued('carla', [scope]);
    expect((await call(path, its.secret, body)).text).not.toContain('Il gettone non permette di');
  });

  test('and records a decision only where the rules of the body say so', async () => {
    const { secret, reference } = await issued('dario', ['decide']);
    expect(await call(DECIDE, secret, DECISION)).toMatchObject({
      status: 403,
      text: expect.stringContaining('Le regole dell’ente non consentono'),
    });
    expect(desk.reached.filter(({ what }) => what === 'decide')).toEqual([]);
    await desk.owner.query(
      `update cycles set policy = policy || '{"decisionsByToken": "allowed"}' where id = 'prova/2016'`,
    );
    expect((await call(DECIDE, secret, DECISION)).status).toBe(201);
    expect(desk.reached.at(-1)).toMatchObject({
      what: 'decide',
      command: { decidedBy: 'dario', via: { channel: 'token', token: reference } },
    });
    await desk.owner.query(`update cycles set policy = policy - 'decisionsByToken' where id = 'prova/2016'`);
  });
});

describe('the log says by which way each act came', () => {
  test('values sent with a token, when the checkpoint takes them', async () => {
    const { secret, reference } = await issued('carla', ['submit']);
    const sent = await call(`${CYCLE}/checkpoints/monitoraggio-1/submissions`, secret, {
      rows: [{ indicator: 'A-1', value: 14 }],
    });
    expect(sent.status).toBe(201);
    const register = { db: desk.db, schema: desk.schema, close: async () => undefined };
    // Taking what arrived asks for the register alone.
    const deps = { register } as unknown as Deps;
    await collecting(deps).takeArrived({ space: desk.schema, entity: 'prova', exercise: 2016 }, 'monitoraggio-1');
    expect((await log('measurements-submitted')).at(-1)).toMatchObject({
      actor: 'carla',
      channel: 'token',
      token: reference,
    });
  });

  test('a use, once a day; what was refused is none', async () => {
    const { secret, reference } = await issued('dario', ['read']);
    await mailed();
    const uses = async () => (await log('token-used')).filter((line) => line.token === reference);
    await call(DECIDE, secret, DECISION);
    expect(await uses()).toEqual([]);
    await call(CYCLE, secret);
    await call(CYCLE, secret);
    expect(await uses()).toMatchObject([
      { actor: 'dario', channel: 'token', cycle: 'prova/2016', detail: { reference } },
    ]);
    expect(await mailed()).toMatchObject([{ to: 'dario@prova.example', subject: expect.stringContaining('usato') }]);
  });

  test('what somebody signed in does', async () => {
    const fields = { assente: 'dario', sostituto: 'bruno', dal: '2016-06-01', al: '2016-06-02', motivo: 'ferie' };
    const answer = await desk.post('/enti/prova/sostituzioni', fields, { cookie: carla });
    expect(answer.status).toBe(303);
    expect((await log('substitution-recorded')).at(-1)).toMatchObject({ actor: 'carla', channel: 'page', token: null });
  });

  test('what is sent on to a workflow', async () => {
    const path = '/cicli/prova/2016/attivita/analisi/gestione/proroga';
    await desk.post(path, { scadenza: '2016-06-30', motivo: 'una buona ragione' }, { cookie: carla });
    expect(desk.reached.at(-1)).toMatchObject({
      what: 'extend',
      command: { actor: { person: 'carla', via: { channel: 'page' } } },
    });
  });
});

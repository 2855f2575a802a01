import { afterAll, describe, expect, test } from 'vitest';
import type { ConsoleDeps } from '../../../../src/client/pages/kit/deps.js';
import { LIMITS } from '../../../../src/client/pages/kit/limits.js';
import { createConsole } from '../../../../src/client/system/app.js';
import type { OutgoingMail } from '../../../../src/mail/transport.js';
import { CONSOLE_URL, consoleParts } from '../parts.js';
import { textOf } from '../site.js';
import { aDesk, cookieOf, NOW, until } from './desk.js';

const desk = aDesk();
const stops: (() => void)[] = [];
afterAll(() => {
  for (const stop of stops) stop();
});

/** Another console on the same register. */
function aConsole(options: Partial<ConsoleDeps>) {
  const sent: OutgoingMail[] = [];
  const { app, stop } = createConsole({
    ...consoleParts(sent),
    rehearsal: false,
    register: { db: desk.db, schema: desk.schema, close: async () => undefined },
    clock: () => NOW,
    log: { line: () => undefined },
    ...options,
  });
  stops.push(stop);
  const headers = { origin: CONSOLE_URL, 'content-type': 'application/x-www-form-urlencoded' };
  const post = async (path: string, fields: Readonly<Record<string, string>>) =>
    await app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  return { app, sent, post };
}

/** Asks for a link and answers its address, out of the mail. */
async function mailedLink(email: string, verso = ''): Promise<string> {
  const before = desk.sent.length;
  const asked = await desk.post('/accesso', { email, verso });
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/accesso/inviato']);
  const mail = await until(() => desk.sent[before]);
  const link = /http:\/\/localhost:8150(\/accesso\/collegamento\/\S+)/.exec(mail.text)?.[1];
  if (link === undefined) throw new Error(mail.text);
  return link;
}

describe('a link to a duty that opens nothing', () => {
  test('has another mailed at once, where mail lets people in', async () => {
    const dead = await desk.get('/adempimento/non-e-un-collegamento');
    const html = await dead.text();
    expect([dead.status, textOf(html)]).toEqual([404, expect.stringContaining('Se ne può avere un altro subito')]);
    expect(html).toContain('<form class="ciclo-access" method="post" action="/accesso"');
    expect(html).toContain('name="verso" value="/mie/ingresso"');
    const link = await mailedLink('anna@prova.example', '/mie/ingresso');
    const entered = await desk.post(link, {});
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/mie/ingresso']);
  });

  test('leads to the body’s own service, where only that lets people in', async () => {
    const { app } = aConsole({ signIn: { mail: false } });
    const html = await (await app.request('/adempimento/non-e-un-collegamento')).text();
    expect(html).not.toContain('<form');
    expect(html).toMatch(/<main[\s\S]*href="\/accesso"[\s\S]*<\/main>/);
  });
});

describe('what the law has a site say', () => {
  test.each([
    ['/accessibilita', 'Segnalare un problema'],
    ['/privacy', 'Che cosa si può chiedere'],
  ])('%s is there for everybody, at the foot of every page', async (path, heading) => {
    const page = await desk.get(path);
    expect([page.status, textOf(await page.text())]).toEqual([200, expect.stringContaining(heading)]);
    for (const shown of ['/accesso', '/non-esiste', '/adempimento/x'])
      expect(await (await desk.get(shown)).text()).toMatch(
        new RegExp(`<footer[\\s\\S]*href="${path}"[\\s\\S]*</footer>`),
      );
  });

  test('whom to ask is said to who is known there, and nobody’s name to others', async () => {
    const { app } = aConsole({ rehearsal: true });
    const footer = async (path: string, from = app) =>
      /<footer[\s\S]*<\/footer>/.exec(await (await from.request(path)).text())?.[0] ?? '';
    expect(await footer('/cicli/ccms/2016')).toContain(
      'Per chiarimenti: Controllo di gestione, <a href="mailto:controllo.gestione@ccms.example">controllo.gestione@ccms.example</a>, <a href="tel:0585000000">0585 000000</a>',
    );
    expect(await footer('/accesso', desk.app)).toContain('controllo.gestione@ccms.example');
    const { bodies } = consoleParts();
    const silent = { ...bodies, entity: (id: string) => ({ ...bodies.entity(id), contacts: undefined }) };
    expect(await footer('/accesso', aConsole({ bodies: silent }).app)).not.toContain('mailto:');
    expect(await footer('/cicli/ccms/2016', aConsole({ bodies: silent, rehearsal: true }).app)).toContain(
      'Controllo di gestione, Guglielmo Tarasconi',
    );
  });
});

describe('signing in by a mailed link', () => {
  test('the mail goes to the address on record and its link lets in, once, where one was going', async () => {
    const link = await mailedLink('Anna@Prova.Example', '/cicli/prova/2016?aggiorna=10');
    expect(desk.sent.at(-1)).toMatchObject({
      to: { name: 'Anna Prova', address: 'anna@prova.example' },
      subject: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4}, collegamento per entrare in Ciclo$/),
    });
    const page = await desk.get(link);
    expect([page.status, textOf(await page.text())]).toEqual([200, expect.stringContaining('anna@prova.example')]);
    const entered = await desk.post(link, {});
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/cicli/prova/2016?aggiorna=10']);
    const cycle = await desk.get('/cicli/prova/2016', cookieOf(entered));
    expect([cycle.status, textOf(await cycle.text())]).toEqual([200, expect.stringContaining('Anna Prova')]);
    const again = await desk.post(link, {});
    expect([again.status, textOf(await again.text())]).toEqual([410, expect.stringContaining('già stato usato')]);
  });

  test('looking at a link uses nothing up, however often a mail scanner looks', async () => {
    const link = await mailedLink('bruno@prova.example');
    for (let i = 0; i < 3; i++) expect((await desk.get(link)).status).toBe(200);
    expect((await desk.post(link, {})).status).toBe(303);
    expect((await desk.get(link)).status).toBe(410);
  });

  test('two browsers with the same link at the same moment: one is let in', async () => {
    const link = await mailedLink('bruno@prova.example');
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.post(link, {})));
    expect(answers.map((a) => a.status).sort()).toEqual([303, 410, 410, 410]);
  });

  test('a link a quarter of an hour old opens nothing', async () => {
    const link = await mailedLink('carla@prova.example');
    await desk.owner.query(
      `update sign_in_links set expires_at = expires_at - interval '15 minutes' where email = 'carla@prova.example'`,
    );
    expect((await desk.get(link)).status).toBe(410);
    expect((await desk.post(link, {})).status).toBe(410);
  });

  test('a stranger gets the same answer, and no mail', async () => {
    const before = desk.sent.length;
    const known = await desk.post('/accesso', { email: 'dario@prova.example' });
    await until(() => desk.sent[before]);
    const unknown = await desk.post('/accesso', { email: 'nessuno@prova.example' });
    expect([unknown.status, unknown.headers.get('location')]).toEqual([known.status, known.headers.get('location')]);
    expect(await unknown.text()).toBe(await known.text());
    await new Promise((done) => setTimeout(done, 200));
    expect(desk.sent.length).toBe(before + 1);
  });

  test('mails leave from a queue, at a moment of its own: an address on record and another ask for the same work', async () => {
    let written = 0;
    const counted = () => {
      written += 1;
      return NOW;
    };
    const slow = aConsole({ linkPauseMs: [1_500, 1_600], clock: counted });
    const began = performance.now();
    for (const email of ['anna@prova.example', 'nessuno@prova.example']) {
      const before = written;
      const answer = await slow.post('/accesso', { email });
      expect([answer.status, performance.now() - began < 1_500]).toEqual([303, true]);
      expect(slow.sent).toEqual([]);
      expect(written - before).toBe(0);
    }
    await until(() => slow.sent[0]);
    await until(() => (written === 2 ? true : undefined));
    expect(slow.sent.map(({ to }) => to.address)).toEqual(['anna@prova.example']);
  });

  test('where mail does not leave, the page says where the link is', async () => {
    const told = async (more: Partial<ConsoleDeps>) =>
      textOf(await (await aConsole(more).app.request('/accesso/inviato')).text());
    expect(await told({})).toContain('Se dopo qualche minuto non è arrivato nulla');
    const folder = await told({ mailStays: true, mailFolder: '/var/lib/ciclo/mailbox/ciclo' });
    expect(folder).toContain('è nel file .eml più recente della cartella /var/lib/ciclo/mailbox/ciclo.');
    expect(folder).not.toContain('Se dopo qualche minuto');
    expect(folder).toContain('Dove leggere il collegamento');
    expect(folder).not.toMatch(/Controllare la posta|sta arrivando/);
    const asked = textOf(await (await aConsole({ mailStays: true }).app.request('/accesso')).text());
    expect(asked).toContain('La posta qui non parte');
    expect(asked).not.toContain('Spedisci');
    expect(await told({ mailStays: true })).toContain('sul computer che lo ospita');
  });

  test.each([
    [''],
    ['anna'],
    ['anna@prova.example\r\nBcc: tutti@prova.example'],
    ['anna@prova.example, carla@prova.example'],
    ['<script>alert(1)</script>@prova.example'],
    [`${'a'.repeat(300)}@prova.example`],
    ['anna\0@prova.example'],
  ])('«%s» is no address: said so, with nothing sent', async (email) => {
    const before = desk.sent.length;
    const answer = await desk.post('/accesso', { email });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('href="#email"');
    expect(page).not.toContain('<script>alert');
    expect(desk.sent.length).toBe(before);
  });

  test('somebody else’s site can not make a browser ask', async () => {
    const answer = await desk.post('/accesso', { email: 'anna@prova.example' }, { origin: 'https://altrove.example' });
    expect([answer.status, textOf(await answer.text())]).toEqual([403, expect.stringContaining('pagina di Ciclo')]);
    expect((await desk.post('/accesso', { email: 'anna@prova.example' }, { origin: null })).status).toBe(403);
  });
});

describe('the session', () => {
  test('is a cookie no script reads and no other site’s form sends, for ten hours', async () => {
    const entered = await desk.post(await mailedLink('anna@prova.example'), {});
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^ciclo_sessione=[\w-]{43}; Max-Age=122400; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('is a new one at each sign-in, and the one before ends', async () => {
    const first = cookieOf(await desk.post(await mailedLink('dario@prova.example'), {}));
    const second = cookieOf(await desk.post(await mailedLink('dario@prova.example'), {}, { cookie: first }));
    expect(second).not.toBe(first);
    expect((await desk.get('/cicli/prova/2016', first)).status).toBe(303);
    expect((await desk.get('/cicli/prova/2016', second)).status).toBe(200);
  });

  test('ends when one goes out', async () => {
    const cookie = await desk.signedIn('anna@prova.example');
    const left = await desk.post('/accesso/esci', {}, { cookie });
    expect([left.status, left.headers.get('location')]).toEqual([303, '/accesso?uscita']);
    expect((await desk.get('/cicli/prova/2016', cookie)).status).toBe(303);
  });

  test('is over after an hour in which nobody used it; a page that brings itself up to date is nobody', async () => {
    const cookie = await desk.signedIn('anna@prova.example');
    const unusedFor = (minutes: number) =>
      desk.owner.query(
        `update sessions set seen_at = now() - make_interval(mins => $1) where email = 'anna@prova.example'`,
        [minutes],
      );
    const asked = async (path: string, dest: string) =>
      (await desk.app.request(path, { headers: { cookie, 'sec-fetch-dest': dest } })).status;
    await unusedFor(59);
    expect(await asked('/cicli/prova/2016', 'empty')).toBe(200);
    expect(await asked('/cicli/prova/2016?aggiorna=10', 'document')).toBe(200);
    const { rows } = await desk.owner.query(
      `select seen_at < now() - interval '58 minutes' as idle from sessions where email = 'anna@prova.example'`,
    );
    expect(rows.every(({ idle }) => idle === true)).toBe(true);
    expect(await asked('/cicli/prova/2016', 'document')).toBe(200);
    await unusedFor(0);
    expect(await asked('/cicli/prova/2016', 'document')).toBe(200);
    await unusedFor(61);
    expect(await asked('/cicli/prova/2016', 'document')).toBe(303);
  });

  test('that has ended takes nothing with it: what was sent is kept, and can be sent again after signing in', async () => {
    const cookie = await desk.signedIn('anna@prova.example');
    await desk.owner.query(
      `update sessions set seen_at = now() - make_interval(mins => 61) where email = 'anna@prova.example'`,
    );
    const path = '/enti/prova/sostituzioni';
    const answer = await desk.post(path, { motivo: 'ferie & «altro»', chiave: 'k1' }, { cookie });
    const html = await answer.text();
    expect(answer.status).toBe(401);
    expect(textOf(html)).toContain('nulla è andato perduto');
    expect(html).toContain(`<form method="post" action="${path}"`);
    expect(html).toContain('name="motivo" value="ferie &amp; «altro»"');
    expect(html).toContain(`href="/accesso?verso=${encodeURIComponent(path)}"`);
    // Who never had a session is only sent to begin one.
    const nobody = await desk.post(path, { motivo: 'ferie' }, {});
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/accesso']);
  });

  test('is nothing when the cookie is made up', async () => {
    expect((await desk.get('/cicli/prova/2016', `ciclo_sessione=${'A'.repeat(43)}`)).status).toBe(303);
  });
});

describe('who has not signed in', () => {
  test('is sent to do so and back, and learns of no body', async () => {
    const answer = await desk.get('/cicli/prova/2016');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/accesso?verso=%2Fcicli%2Fprova%2F2016']);
    const lost = await desk.get('/non/esiste');
    expect([lost.status, await lost.text()]).toEqual([404, expect.not.stringContaining('Camera di Prova')]);
  });

  test('finds no list of people to be outside a rehearsal', async () => {
    expect((await desk.get('/accesso/come')).status).toBe(404);
    expect((await desk.post('/accesso/come', { entity: 'prova', person: 'anna' })).status).toBe(404);
  });
});

describe('behind TLS', () => {
  const secure = aDesk({ consoleUrl: 'https://performance.prova.example' });

  test('the cookie is for this host and for TLS only, and browsers are told to keep to it', async () => {
    const before = secure.sent.length;
    await secure.post('/accesso', { email: 'anna@prova.example' });
    const mail = await until(() => secure.sent[before]);
    const link = /performance\.prova\.example(\/accesso\/collegamento\/\S+)/.exec(mail.text)?.[1] ?? '';
    const entered = await secure.post(link, {});
    expect(entered.headers.get('set-cookie')).toMatch(
      /^__Host-ciclo_sessione=[\w-]{43}; Max-Age=122400; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(entered.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await secure.get('/cicli/prova/2016', cookieOf(entered))).status).toBe(200);
  });

  test('a cookie with the short name, which a neighbouring host could set, is not looked at', async () => {
    expect((await secure.get('/cicli/prova/2016', await secure.signedIn('anna@prova.example'))).status).toBe(303);
  });
});

describe('asking too often', () => {
  const limits = {
    ...LIMITS,
    linkByAddress: { points: 2, seconds: 60 },
    linkByClient: { points: 6, seconds: 60 },
    wrongKey: { points: 3, seconds: 60 },
  };
  const busy = aDesk({ limits, proxies: 1 });
  const from = (ip: string, path: string, body?: string) =>
    busy.app.request(path, {
      method: body === undefined ? undefined : 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost:8150',
        'x-forwarded-for': `198.51.100.7, ${ip}`,
      },
    });

  test('for one address ends, from wherever it is asked', async () => {
    const ask = (ip: string) => from(ip, '/accesso', 'email=anna%40prova.example');
    expect([(await ask('192.0.2.1')).status, (await ask('192.0.2.2')).status]).toEqual([303, 303]);
    const refused = await ask('192.0.2.3');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(textOf(await refused.text())).toContain('Troppe richieste');
    expect((await from('192.0.2.3', '/accesso', 'email=carla%40prova.example')).status).toBe(303);
  });

  test('from one client ends, whatever it writes in X-Forwarded-For before our proxy does', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 8; i++) {
      const answer = await busy.app.request('/accesso', {
        method: 'POST',
        body: `email=p${i}%40prova.example`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost:8150',
          'x-forwarded-for': `203.0.113.${i}, 192.0.2.50`,
        },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429, 429]);
  });

  test('for links that open nothing ends, of either sort', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) {
      const path = i % 2 === 0 ? `/accesso/collegamento/x${i}` : `/adempimento/x${i}`;
      statuses.push((await from('192.0.2.77', path)).status);
    }
    expect(statuses).toEqual([410, 404, 410, 429, 429]);
  });
});

describe('in a rehearsal', () => {
  const rehearsal = aDesk({ rehearsal: true });

  test('one enters as anybody of the cast, with what they are today', async () => {
    const page = textOf(await (await rehearsal.get('/accesso/come')).text());
    expect(page).toMatch(/Anna Prova \S+@\S+ Segretario Generale/);
    expect(page).toMatch(/Carla Prova \S+@\S+ Controllo di gestione ?; Ufficio Promozione/);
    const entered = await rehearsal.post('/accesso/come', { entity: 'prova', person: 'carla' });
    expect(entered.status).toBe(303);
    const home = await rehearsal.get('/cicli/prova/2016', cookieOf(entered));
    expect(textOf(await home.text())).toContain('Carla Prova Le mie attività');
  });

  test('a person who is not there is refused', async () => {
    expect((await rehearsal.post('/accesso/come', { entity: 'prova', person: 'zeno' })).status).toBe(422);
    expect((await rehearsal.post('/accesso/come', { entity: 'prova\0', person: 'anna' })).status).toBe(422);
  });

  test('a visitor is told how to take part', async () => {
    expect(textOf(await (await rehearsal.get('/')).text())).toContain('Entra come una delle persone della prova');
  });
});

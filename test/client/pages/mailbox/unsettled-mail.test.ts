import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '../../../../src/client/pages/kit/viewer.js';
import { recordMailReport } from '../../../../src/register/mail-reports.js';
import { noticesOf } from '../../../../src/register/notices.js';
import { beginSession } from '../../../../src/register/sessions.js';
import { aHalfRunSite, textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const site = aHalfRunSite('2016-09-20');
const PAGE = '/enti/ccms/mail-da-chiarire';
const ORIGIN = 'http://localhost';

let steering = '';
let officer = '';
let notice = '';

beforeAll(async () => {
  const { db } = site.register;
  const cookieOf = async (email: string) => `${SESSION_COOKIE}=${await beginSession(db, email, 'rehearsal', 1)}`;
  steering = await cookieOf('guglielmo.tarasconi@ccms.example');
  officer = await cookieOf('lidia.fornasetti@ccms.example');
  const sent = (await noticesOf(db, { cycle: 'ccms/2016' })).find((one) => one.state === 'sent');
  notice = sent?.key ?? '';
  await recordMailReport(
    db,
    {
      key: randomUUID().replaceAll('-', '').repeat(2),
      messageIds: [sent?.messageId ?? ''],
      recipient: sent?.toAddress ?? '',
      outcome: 'failed',
      reason: '550 casella inesistente',
    },
    site.run.now,
  );
});

const get = (path: string, cookie: string) =>
  Promise.resolve(site.app.request(`${ORIGIN}${path}`, { headers: { cookie } }));
const post = (cookie: string, fields: Readonly<Record<string, string>>) =>
  Promise.resolve(
    site.app.request(`${ORIGIN}${PAGE}`, {
      method: 'POST',
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    }),
  );

describe('a mail that was not delivered', () => {
  test('is on the first page of controllo di gestione, and not on an officer’s', async () => {
    const year = await (await get('/cicli/ccms/2016', steering)).text();
    expect(textOf(year)).toContain('Una mail non è arrivata a chi doveva. Chiarire');
    expect(year).toContain(`href="${PAGE}"`);
    expect(await (await get('/cicli/ccms/2016', officer)).text()).not.toContain(PAGE);
  });

  test('is told with whom it was for and the server’s words, to who may act only', async () => {
    const page = textOf(await (await get(PAGE, steering)).text());
    expect(page).toContain('Il server del destinatario non l’ha consegnata');
    expect(page).toContain('550 casella inesistente');
    await expectTakenAway((path) => get(path, steering), PAGE, 'mail-da-chiarire', ['Che cosa fare']);
    expect((await get(PAGE, officer)).status).toBe(403);
    expect((await post(officer, { mail: notice, esito: 'arrived' })).status).toBe(403);
  });

  test('settled once is settled: a second word says so, and an answer that is none changes nothing', async () => {
    expect((await post(steering, { mail: notice, esito: 'forse' })).status).toBe(409);
    const done = await post(steering, { mail: notice, esito: 'send-again' });
    expect(done.headers.get('location')).toBe(`${PAGE}?fatto=send-again`);
    expect(textOf(await (await get(PAGE, steering)).text())).toContain('Nessuna mail da chiarire.');
    const again = await post(steering, { mail: notice, esito: 'arrived' });
    expect(again.status).toBe(409);
    expect(textOf(await again.text())).toContain('qualcuno se n’è già occupato');
  });
});

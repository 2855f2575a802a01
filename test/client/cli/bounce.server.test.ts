import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { unsettledMails } from '../../../src/register/mail-reports.js';
import { claimNotices, markNotices } from '../../../src/register/notice-claims.js';
import { noticesOf, planNotices } from '../../../src/register/notices.js';
import { aDesk } from '../pages/access/desk.js';
import { ciclo } from './terminal.js';

const desk = aDesk();
const folder = mkdtempSync(join(tmpdir(), 'ciclo-mancata-'));
const AT = '2016-05-03T08:00:00Z';
const TO = 'carla@chiusa.example';
let report = '';

/** What a mail server sends back of a mail of ours (RFC 3464). */
const reportOf = (messageId: string): string =>
  [
    ...['From: MAILER-DAEMON@posta.example', 'To: ciclo@prova.example', 'Subject: Undelivered Mail Returned to Sender'],
    ...['Message-ID: <avviso@posta.example>', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary="confine"', ''],
    ...['--confine', 'Content-Type: text/plain', '', 'Non consegnata.'],
    ...['--confine', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; posta.example', ''],
    ...[`Final-Recipient: rfc822; ${TO}`, 'Action: failed', 'Status: 5.1.1'],
    ...['Diagnostic-Code: smtp; 550 5.1.1 casella chiusa', ''],
    ...[
      '--confine',
      'Content-Type: message/rfc822',
      '',
      `Message-ID: ${messageId}`,
      'Subject: Da avviare',
      '',
      'Testo',
    ],
    ...['--confine--', ''],
  ].join('\r\n');
const fileWith = (text: string): string => {
  const path = join(folder, `${randomUUID()}.eml`);
  writeFileSync(path, text);
  return path;
};
const bounce = (...args: readonly string[]) => ciclo('bounce', '--space', desk.schema, ...args);

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', desk.url);
  const notice = {
    cycle: 'prova/2016',
    step: 'monitoraggio-1',
    kind: 'step-opening',
    on: '2016-05-02',
    person: 'carla',
    occasion: 'r1',
    to: { name: 'Carla', address: TO },
    message: { kind: 'step-opening' },
    simulated: true,
    dueAt: AT,
  } as const;
  const keys = await planNotices(desk.db, [notice], 'prova.example');
  const [planned] = await noticesOf(desk.db, { keys: [...keys] });
  const claim = randomUUID();
  await claimNotices(desk.db, { claim, filter: { keys: [...keys] }, now: AT, leaseSeconds: 60, limit: 1 });
  const carriedBy = planned?.messageId ?? '';
  await markNotices(desk.db, claim, [
    { key: keys[0] ?? '', outcome: 'sent', at: AT, response: '250 queued', carriedBy },
  ]);
  report = reportOf(carriedBy);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('ciclo bounce', () => {
  test('reads from the mail server what was not delivered: the mail waits for somebody’s word, as the page of mails says', async () => {
    const stdin = vi.spyOn(process, 'stdin', 'get');
    stdin.mockReturnValue(Readable.from([Buffer.from(report)]) as typeof process.stdin);
    const { code, out } = await bounce();
    expect([code, out]).toEqual([0, `${TO}: non consegnata (550 5.1.1 casella chiusa). È tra le mail da chiarire.\n`]);
    expect(await unsettledMails(desk.db, 'prova')).toMatchObject([
      { person: 'carla', toAddress: TO, trouble: 'reported' },
    ]);
  });

  test('of the same report again says that it was there, to programs too', async () => {
    const again = await bounce(fileWith(report));
    expect([again.code, again.out]).toEqual([0, `${TO}: l’avviso era già nel registro.\n`]);
    const json = await bounce(fileWith(report), '--json');
    expect(JSON.parse(json.out)).toMatchObject({ ok: true, mails: [{ recipient: TO, receipt: 'again' }] });
    expect(await unsettledMails(desk.db, 'prova')).toHaveLength(1);
  });

  test('of a mail of somebody else’s register says so, with status 1', async () => {
    const { code, out } = await bounce(fileWith(reportOf('<altra@altrove.example>')));
    expect([code, out]).toEqual([1, `${TO}: la mail non è di questo registro.\n`]);
  });

  test.each([
    ['what is no report', () => fileWith('Subject: ferie\r\n\r\nSono assente.'), 1, 'Non è un avviso'],
    ['a file that is not there', () => join(folder, 'manca.eml'), 2, 'manca.eml non si può leggere'],
    ['a file too large to be one', () => fileWith('x'.repeat(20_000_001)), 2, 'supera 20 MB'],
  ])('refuses %s', async (_what, path, expected, said) => {
    const { code, err } = await bounce(path());
    expect([code, err]).toEqual([expected, expect.stringContaining(said)]);
  });
});

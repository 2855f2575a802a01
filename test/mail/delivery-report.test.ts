import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeliveryReport } from '../../src/mail/delivery-report.js';

const OURS = `<${'a1'.repeat(20)}@camera.example>`;

interface Part {
  readonly type: string;
  readonly body: string;
  readonly headers?: readonly string[];
}

const mail = (headers: readonly string[], parts: readonly Part[]): Buffer =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@posta.example',
      'To: ciclo@camera.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <report-1@posta.example>',
      'MIME-Version: 1.0',
      ...headers,
      '',
      ...parts.flatMap((part) => ['--confine', `Content-Type: ${part.type}`, ...(part.headers ?? []), '', part.body]),
      '--confine--',
      '',
    ].join('\r\n'),
  );

const REPORT = ['Content-Type: multipart/report; report-type=delivery-status; boundary="confine"'];
const text: Part = { type: 'text/plain; charset=utf-8', body: 'This is the mail system at host posta.example.' };
const status = (...groups: readonly string[]): Part => ({
  type: 'message/delivery-status',
  body: ['Reporting-MTA: dns; posta.example\r\nArrival-Date: Mon, 30 Nov 2026 09:00:00 +0100', ...groups].join(
    '\r\n\r\n',
  ),
});
const failed = (recipient: string): string =>
  [
    `Final-Recipient: rfc822; ${recipient}`,
    `Original-Recipient: rfc822;${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Remote-MTA: dns; mx.ente.example',
    'Diagnostic-Code: smtp; 550 5.1.1 <anna@ente.example>: Recipient address',
    '    rejected: User unknown',
  ].join('\r\n');
const original: Part = {
  type: 'message/rfc822',
  body: `From: ciclo@camera.example\r\nTo: anna@ente.example\r\nSubject: Da avviare\r\nMessage-ID: ${OURS}\r\n\r\nTesto`,
};

describe('a report of failed delivery', () => {
  it('of RFC 3464 says which mail, for whom, and the server’s words', async () => {
    const read = await readDeliveryReport(mail(REPORT, [text, status(failed('anna@ente.example')), original]));
    expect(read).toMatchObject({
      ok: true,
      value: [
        {
          recipient: 'anna@ente.example',
          outcome: 'failed',
          status: '5.1.1',
          reason: '550 5.1.1 <anna@ente.example>: Recipient address rejected: User unknown',
        },
      ],
    });
    expect(read.ok && read.value[0]?.messageIds).toContain(OURS);
    expect(read.ok && read.value[0]?.messageIds).not.toContain('<report-1@posta.example>');
  });

  it.each<[string, Part]>([
    [
      'with the headers only',
      { type: 'text/rfc822-headers', body: `Subject: Da avviare\r\nMessage-ID:\r\n ${OURS}\r\n` },
    ],
    [
      'in base64',
      {
        type: 'text/rfc822-headers',
        headers: ['Content-Transfer-Encoding: base64'],
        body: Buffer.from(`Message-ID: ${OURS}\r\n`).toString('base64'),
      },
    ],
  ])('names the mail %s too', async (_, part) => {
    const read = await readDeliveryReport(mail(REPORT, [text, status(failed('anna@ente.example')), part]));
    expect(read.ok && read.value[0]?.messageIds).toContain(OURS);
  });

  it('about several recipients is one for each that failed or waits', async () => {
    const delayed = 'Final-Recipient: rfc822; <bruno@ente.example>\r\nAction: delayed\r\nStatus: 4.4.1';
    const relayed = 'Final-Recipient: rfc822; carla@ente.example\r\nAction: relayed\r\nStatus: 2.0.0';
    const read = await readDeliveryReport(
      mail(REPORT, [text, status(failed('anna@ente.example'), delayed, relayed), original]),
    );
    expect(read.ok && read.value.map((one) => [one.recipient, one.outcome, one.status])).toEqual([
      ['anna@ente.example', 'failed', '5.1.1'],
      ['bruno@ente.example', 'delayed', '4.4.1'],
    ]);
    expect(read.ok && new Set(read.value.map((one) => one.key)).size).toBe(2);
  });

  it.each([
    ['errore-consegna', 'failed'],
    ['preavviso-errore-consegna', 'delayed'],
    ['non-accettazione', 'failed'],
  ])('of certified mail (%s) is read from its daticert.xml', async (kind, outcome) => {
    const data = `<?xml version="1.0"?><postacert tipo="${kind}" errore="no-dest"><intestazione><mittente>ciclo@camera.example</mittente><destinatari tipo="certificato">anna@pec.example</destinatari></intestazione><dati><msgid>${OURS.replace('<', '&lt;').replace('>', '&gt;')}</msgid><consegna>anna@pec.example</consegna><errore-esteso>5.1.1 - indirizzo non valido</errore-esteso></dati></postacert>`;
    const read = await readDeliveryReport(
      mail(
        [`X-Ricevuta: ${kind}`, 'Content-Type: multipart/mixed; boundary="confine"'],
        [
          text,
          {
            type: 'application/xml; name="daticert.xml"',
            headers: ['Content-Disposition: inline; filename="daticert.xml"'],
            body: data,
          },
        ],
      ),
    );
    expect(read).toMatchObject({
      ok: true,
      value: [{ recipient: 'anna@pec.example', outcome, reason: '5.1.1 - indirizzo non valido' }],
    });
    expect(read.ok && read.value[0]?.messageIds).toContain(OURS);
  });
});

describe('what is no report of failed delivery', () => {
  it.each<[string, Buffer, string]>([
    ['a holiday reply', mail(['Content-Type: multipart/mixed; boundary="confine"'], [text]), 'not-a-report'],
    ['a mail cut short', Buffer.from('From: a'), 'not-a-report'],
    ['nothing', Buffer.alloc(0), 'not-a-report'],
    [
      'a report of good delivery',
      mail(REPORT, [
        text,
        status('Final-Recipient: rfc822; anna@ente.example\r\nAction: delivered\r\nStatus: 2.0.0'),
        original,
      ]),
      'nothing-failed',
    ],
    [
      'a certified receipt of delivery',
      mail(
        ['X-Ricevuta: avvenuta-consegna', 'Content-Type: multipart/mixed; boundary="confine"'],
        [
          text,
          {
            type: 'application/xml; name="daticert.xml"',
            headers: ['Content-Disposition: attachment; filename="daticert.xml"'],
            body: '<postacert/>',
          },
        ],
      ),
      'nothing-failed',
    ],
    [
      'a report that does not say of which mail',
      mail(REPORT, [text, status('Final-Recipient: rfc822; a\r\nAction: failed\r\nStatus: 5.0.0')]),
      'no-message-id',
    ],
  ])('%s is said to be none', async (_, raw, error) => {
    expect(await readDeliveryReport(raw)).toEqual({ ok: false, error });
  });

  it('never makes the reader fail, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (header, body) => {
        const raw = mail([...REPORT, `X-Any: ${header.replace(/[\r\n]/g, '')}`], [status(body), { ...original, body }]);
        const read = await readDeliveryReport(raw);
        if (read.ok)
          for (const { reason, recipient } of read.value) expect(`${reason}${recipient}`).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 40 },
    );
  });
});

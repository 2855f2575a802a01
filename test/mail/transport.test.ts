import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderMessage } from '../../src/mail/render.js';
import { isOnThisMachine, type MailTransport, type OutgoingMail, openTransport } from '../../src/mail/transport.js';
import { opening } from './messages.js';
import { type Fault, type ScriptedSmtp, type Stage, scriptedSmtp } from './scripted-smtp.js';

const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  ...renderMessage(opening),
  messageId: '<abc@ciclo.example>',
  from: { name: 'Ciclo, "Camera"', address: 'ciclo@camera.example' },
  to: { name: 'Anna Però', address: 'anna@prova.example' },
  date: Date.parse('2016-01-21T08:00:00Z'),
  ...change,
});

describe('handing a mail to the server', () => {
  let server: ScriptedSmtp;
  let transport: MailTransport;
  beforeEach(async () => {
    server = await scriptedSmtp();
    transport = openTransport({ url: server.url, connections: 2, timeoutMs: 300 });
  });
  afterEach(async () => {
    transport.close();
    await server.stop();
  });

  it('delivers subject, both bodies, the calendar entry and our Message-ID', async () => {
    const references = ['<filo-1@ciclo.example>', '<filo-2@ciclo.example>'];
    expect(await transport.send(mail({ references }))).toEqual({ outcome: 'accepted', response: '250 queued as 1' });
    const parsed = await simpleParser(server.bodies[0] ?? '');
    expect(parsed.subject).toBe('31/01/2016, da avviare: Approvazione del Piano');
    expect(parsed.messageId).toBe('<abc@ciclo.example>');
    expect(parsed.references).toEqual(references);
    expect(parsed.from?.value).toEqual([{ name: 'Ciclo, "Camera"', address: 'ciclo@camera.example' }]);
    expect(parsed.to).toMatchObject({ value: [{ name: 'Anna Però', address: 'anna@prova.example' }] });
    expect(parsed.date?.toISOString()).toBe('2016-01-21T08:00:00.000Z');
    expect(parsed.replyTo).toBeUndefined();
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.text?.trim()).toBe(renderMessage(opening).text.trim());
    expect(parsed.html).toBe(renderMessage(opening).html);
    expect(parsed.attachments.map((a) => [a.filename, a.contentType, a.content.toString().slice(0, 15)])).toEqual([
      ['scadenza.ics', 'text/calendar', 'BEGIN:VCALENDAR'],
    ]);
  });

  it('sends what is answered to whoever is to be asked', async () => {
    await transport.send(mail(renderMessage(opening, { name: 'Controllo di gestione', email: 'cdg@camera.example' })));
    const { replyTo } = await simpleParser(server.bodies[0] ?? '');
    expect(replyTo?.value).toEqual([{ name: 'Controllo di gestione', address: 'cdg@camera.example' }]);
  });

  const reply = (text: string): Fault => ({ reply: text });
  it.each<[string, Stage, Fault, object]>([
    ['an unknown recipient', 'rcpt', reply('550 5.1.1 no such user'), { outcome: 'refused' }],
    ['a policy after the text', 'body', reply('554 5.7.1 rejected'), { outcome: 'refused' }],
    ['a mail too large', 'mail', reply('552 5.3.4 too big'), { outcome: 'refused' }],
    ['greylisting', 'rcpt', reply('451 4.7.1 try later'), { outcome: 'later', scope: 'mail' }],
    ['a full mailbox', 'rcpt', reply('452 4.2.2 full'), { outcome: 'later', scope: 'mail' }],
    ['a pause after the text', 'body', reply('451 4.3.0 queue full'), { outcome: 'later', scope: 'mail' }],
    ['a sender the server does not want', 'mail', reply('553 5.7.1 not yours'), { outcome: 'later', scope: 'server' }],
    [
      'a server that asks for a password',
      'mail',
      reply('530 5.7.0 authentication required'),
      { outcome: 'later', scope: 'server' },
    ],
    ['a server going away', 'mail', reply('421 4.3.2 shutting down'), { outcome: 'later', scope: 'server' }],
    ['a server too busy to greet', 'greeting', reply('554 no service'), { outcome: 'later', scope: 'server' }],
    ['a server that says nothing at first', 'greeting', 'silence', { outcome: 'later', scope: 'server' }],
    ['a connection dropped before the text', 'rcpt', 'hang-up', { outcome: 'later', scope: 'server' }],
    ['silence before the text', 'data', 'silence', { outcome: 'later', scope: 'server' }],
    ['a connection dropped after the text', 'body', 'hang-up', { outcome: 'uncertain' }],
    ['silence after the text', 'body', 'silence', { outcome: 'uncertain' }],
  ])('meets %s', async (_, stage, fault, expected) => {
    server.faults = { [stage]: fault };
    expect(await transport.send(mail())).toMatchObject(expected);
    // And the next mail is none the worse for it.
    server.faults = {};
    expect(await transport.send(mail())).toMatchObject({ outcome: 'accepted' });
  });

  it('meets a server that is not there', async () => {
    await server.stop();
    expect(await transport.send(mail())).toMatchObject({ outcome: 'later', scope: 'server' });
  });

  it('goes on after the server closed the connections it had', async () => {
    await transport.send(mail());
    server.faults = { mail: 'hang-up' };
    const first = await transport.send(mail());
    server.faults = {};
    expect(first.outcome).toBe('later');
    expect(await transport.send(mail())).toMatchObject({ outcome: 'accepted' });
    expect(server.bodies).toHaveLength(2);
  });

  it.each<[string, Partial<OutgoingMail>]>([
    ['subject with a line break', { subject: 'Piano\r\nBcc: x@y.example' }],
    ['recipient with a line break', { to: { name: 'Anna', address: 'anna@prova.example\r\nRCPT TO:<x@y.example>' } }],
    ['name with a line break', { to: { name: 'Anna\nBcc: x', address: 'anna@prova.example' } }],
    ['list of recipients', { to: { name: 'Anna', address: 'anna@prova.example, x@y.example' } }],
    ['recipient that is not one', { to: { name: 'Anna', address: 'anna' } }],
    ['sender that is not one', { from: { name: 'Ciclo', address: 'ciclo@camera.example>' } }],
  ])('refuses a %s without speaking to the server', async (_, change) => {
    expect(await transport.send(mail(change))).toMatchObject({ outcome: 'refused' });
    expect(server.bodies).toEqual([]);
  });
});

describe('a mail server on another machine', () => {
  it.each([
    ['smtp://127.0.0.1:25', true],
    ['smtp://127.8.0.1', true],
    ['smtp://localhost:2525', true],
    ['smtp://[::1]:25', true],
    ['smtp://posta.ente.example:587', false],
    ['smtp://10.0.0.7:25', false],
    ['smtp://127.0.0.1.ente.example', false],
    ['smtp://localhost.ente.example', false],
    ['smtp://mailpit:1025', false],
  ])('%s: on this machine %s', (url, here) => {
    expect(isOnThisMachine(url)).toBe(here);
  });

  it('that does not speak TLS gets no mail, which waits; its address can say that clear text will do', async () => {
    const server = await scriptedSmtp();
    // The loopback by a name the rule does not know: as good as another machine.
    const elsewhere = server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]');
    const guarded = openTransport({ url: elsewhere, timeoutMs: 2_000 });
    const open = openTransport({ url: `${elsewhere}?requireTLS=false`, timeoutMs: 2_000 });
    try {
      expect(await guarded.send(mail())).toMatchObject({ outcome: 'later', scope: 'server' });
      expect(server.bodies).toEqual([]);
      expect(await open.send(mail())).toMatchObject({ outcome: 'accepted' });
    } finally {
      guarded.close();
      open.close();
      await server.stop();
    }
  });
});

it('a mail asks for no holiday replies, and lets reports of failed delivery come back', async () => {
  const server = await scriptedSmtp();
  const transport = openTransport({ url: server.url });
  try {
    await transport.send(mail());
    const asked = String((await simpleParser(server.bodies[0] ?? '')).headers.get('x-auto-response-suppress'));
    expect(asked.split(', ')).toEqual(['OOF', 'AutoReply', 'RN', 'NRN']);
  } finally {
    transport.close();
    await server.stop();
  }
});

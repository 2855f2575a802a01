import fs, { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openMailbox, readMailbox } from '../../src/platform/mailbox.js';
import { type SinkFaults, startSink } from '../../src/platform/sink.js';
import { aFolder } from './folder.js';

async function aSink(faults: SinkFaults = {}) {
  const dir = join(aFolder(), 'mailbox');
  const sink = await startSink({ dir, faults });
  onTestFinished(() => sink.stop());
  const transport = createTransport({ url: sink.url, socketTimeout: 300 });
  const send = (to: string, subject = 'Promemoria') =>
    transport.sendMail({
      from: 'Ciclo <ciclo@ccms.example>',
      to,
      subject,
      text: 'Gentile collega,',
      html: '<p>Gentile collega,</p>',
    });
  return { dir, send };
}

describe('a message', () => {
  test('is kept whole, with accents, recipients and attachments', async () => {
    const dir = aFolder();
    const sink = await startSink({ dir });
    onTestFinished(() => sink.stop());
    await createTransport({ url: sink.url }).sendMail({
      from: 'Ciclo <ciclo@ccms.example>',
      to: ['"Ufficio Qualità" <qualita@ccms.example>', 'oiv@ccms.example'],
      subject: 'Già scaduta: attività',
      date: new Date('2015-06-01T08:00:00Z'),
      messageId: '<ccms-2016-1@ciclo>',
      text: 'È in ritardo.',
      html: '<p>È in ritardo.</p>',
      attachments: [{ filename: 'scadenza.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
    });
    const [message] = await readMailbox(dir);
    expect(message).toMatchObject({
      at: '2015-06-01T08:00:00Z',
      from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
      to: [{ name: 'Ufficio Qualità', address: 'qualita@ccms.example' }, { address: 'oiv@ccms.example' }],
      subject: 'Già scaduta: attività',
      messageId: '<ccms-2016-1@ciclo>',
      text: 'È in ritardo.',
      html: '<p>È in ritardo.</p>',
      attachments: [{ name: 'scadenza.ics', mime: 'text/calendar', bytes: Buffer.from('BEGIN:VCALENDAR') }],
    });
  });

  test('is there the moment its sender is told so', async () => {
    const { dir, send } = await aSink();
    for (let n = 1; n <= 5; n++) {
      await send('a@ccms.example');
      expect(readdirSync(dir)).toHaveLength(n);
    }
  });
});

describe('the mailbox', () => {
  test('lists the latest first, page by page, and finds a recipient by part of the name', async () => {
    const { dir, send } = await aSink();
    for (let n = 1; n <= 5; n++)
      await send(n % 2 === 0 ? '"Anna Pari" <pari@ccms.example>' : 'dispari@ccms.example', `n. ${n}`);
    const mailbox = openMailbox(dir);
    const subjects = async (query: Parameters<typeof mailbox.list>[0]) =>
      (await mailbox.list(query)).messages.map((message) => message.subject);
    expect(await subjects({ offset: 0, limit: 2 })).toEqual(['n. 5', 'n. 4']);
    expect(await subjects({ offset: 4, limit: 2 })).toEqual(['n. 1']);
    expect(await subjects({ offset: 0, limit: 9, recipient: 'anna' })).toEqual(['n. 4', 'n. 2']);
    expect(await mailbox.list({ offset: 1, limit: 1, recipient: 'DISPARI@' })).toMatchObject({
      total: 3,
      messages: [{ subject: 'n. 3' }],
    });
  });

  test('is empty before the first message, and has no message outside its folder', async () => {
    const mailbox = openMailbox(join(aFolder(), 'not-yet'));
    expect(await mailbox.list({ offset: 0, limit: 10 })).toEqual({ total: 0, messages: [] });
    for (const id of ['../secret', 'x.eml', '/etc/passwd', '..%2fx.eml'])
      expect(await mailbox.read(id)).toBeUndefined();
  });
});

describe('the faults of real servers', () => {
  test('a refused recipient', async () => {
    const { dir, send } = await aSink({ fail: (recipient) => (recipient.startsWith('cessato') ? 550 : undefined) });
    await expect(send('cessato@ccms.example')).rejects.toMatchObject({ responseCode: 550 });
    await send('attivo@ccms.example');
    expect(readdirSync(dir)).toHaveLength(1);
  });

  test('greylisting: refused the first time, taken the second', async () => {
    const { send } = await aSink({ greylist: true });
    await expect(send('a@ccms.example')).rejects.toMatchObject({ responseCode: 451 });
    await send('a@ccms.example');
    await expect(send('b@ccms.example')).rejects.toMatchObject({ responseCode: 451 });
  });

  test('no confirmation: the sender sees a timeout, yet the message is there', async () => {
    const { dir, send } = await aSink({ timeoutAfterData: () => true });
    await expect(send('a@ccms.example')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(readdirSync(dir).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
  });

  test('a full disk: refused for now, and nothing of the message is left', async () => {
    const { dir, send } = await aSink();
    const refuse = (...args: unknown[]): void => {
      const answer = args.at(-1) as (error: Error) => void;
      setImmediate(() => answer(new Error('ENOSPC: no space left on device, write')));
    };
    vi.spyOn(fs, 'write').mockImplementation(refuse as typeof fs.write);
    vi.spyOn(fs, 'writev').mockImplementation(refuse as typeof fs.writev);
    onTestFinished(() => void vi.restoreAllMocks());
    await expect(send('a@ccms.example')).rejects.toMatchObject({ responseCode: 450 });
    expect(readdirSync(dir)).toEqual([]);
    vi.restoreAllMocks();
    await send('a@ccms.example');
    expect(readdirSync(dir)).toHaveLength(1);
  });
});

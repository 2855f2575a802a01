import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import type { MailTransport, OutgoingMail } from '../../src/mail/transport.js';
import { openRegister, type Register } from '../../src/register/database.js';
import { remind } from '../../src/worker/reminders.js';
import { aRegister } from '../register/register.js';
import { bodiesAtWork } from './bodies-at-work.js';

const invitations = createInvitations('the secret of these tests alone, of Ciclo', 'http://x.example');

const BODIES = 30;
const MONDAY = '2016-02-15T09:00:00Z';
const opened = aRegister();
const workers: Register[] = [];

beforeAll(async () => {
  for (let n = 0; n < 2; n++)
    workers.push(await openRegister({ url: opened.url, schema: opened.schema, unsaid: 'every-body' }));
  await bodiesAtWork(opened.db, BODIES);
});
afterAll(() => Promise.all(workers.map((register) => register.close())));

test('two workers that remind at the same minute take nothing from each other: each reminder leaves, once', async () => {
  const sent: OutgoingMail[] = [];
  const transport: MailTransport = {
    connections: 5,
    send: async (mail) => {
      sent.push(mail);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { outcome: 'accepted', response: '250 OK' };
    },
    close: () => undefined,
  };
  const post = {
    transport,
    from: { name: 'Ciclo', address: 'c@x.example' },
    domain: 'x.example',
    consoleUrl: 'http://x.example',
  };
  await Promise.all(workers.map((register) => remind({ register, post, invitations, now: () => MONDAY })));
  const notices = await opened.db.selectFrom('notices').select('state').execute();
  expect(notices.length).toBeGreaterThan(BODIES);
  expect(notices.filter(({ state }) => state !== 'sent')).toEqual([]);
  expect(new Set(sent.map((mail) => mail.messageId)).size).toBe(sent.length);
  expect(sent).toHaveLength(notices.length);
}, 120_000);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import type { MailTransport, OutgoingMail } from '../../src/mail/transport.js';
import type { LookedAt } from '../../src/office/each-due.js';
import { openRegister, type Register } from '../../src/register/database.js';
import { planNotices } from '../../src/register/notices.js';
import { remind } from '../../src/worker/reminders.js';
import { ALL } from '../mail/messages.js';
import { aRegister } from '../register/register.js';
import { bodiesAtWork } from './bodies-at-work.js';

const invitations = createInvitations('the secret of these tests alone, of Ciclo', 'http://x.example');

const BODIES = 30;
const MONDAY = '2016-02-15T09:00:00Z';
const opened = aRegister();
const workers: Register[] = [];
/** As a worker's rounds remember them: bodies that were looked at in this quarter of an hour are not looked at again. */
const looked: Readonly<Record<'later' | 'accepted', LookedAt>> = { later: new Map(), accepted: new Map() };

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

/** What is told of by no workflow, each planned once: whatever became of it then, a later round finds it. */
const TOLD_ONCE = [
  ...['draft-remarks', 'step-remark', 'receipt', 'substitution', 'appointment', 'delegation', 'cycle-summary'],
  ...['evaluation', 'not-computed', 'computation-failed', 'communication', 'phase', 'report-ready'],
] as const;

test.each(TOLD_ONCE.filter((kind) => ALL.some((message) => message.kind === kind)))(
  'a mail of the kind «%s» that the server did not take at first leaves later',
  async (kind) => {
    const message = ALL.find((one) => one.kind === kind);
    if (message === undefined) throw new Error(kind);
    const [key] = await planNotices(
      opened.db,
      [
        {
          ...{ cycle: 'ente-0/2016', step: 'bozze', kind, on: '2016-02-15', person: 'prova', occasion: 'prova' },
          to: { name: 'Prova', address: 'prova@ente-0.example' },
          message,
          simulated: false,
          dueAt: MONDAY,
        },
      ],
      'x.example',
    );
    const round = async (outcome: 'later' | 'accepted', at: typeof MONDAY | '2016-02-15T16:00:00Z') => {
      const transport: MailTransport = {
        connections: 1,
        send: async () =>
          outcome === 'accepted'
            ? { outcome, response: '250 OK' }
            : { outcome, error: '421 Server shutting down', scope: 'mail' },
        close: () => undefined,
      };
      const post = {
        transport,
        from: { name: 'Ciclo', address: 'c@x.example' },
        domain: 'x.example',
        consoleUrl: 'http://x.example',
      };
      const [register] = workers;
      if (register === undefined) throw new Error('no worker');
      await remind({ register, post, invitations, now: () => at }, undefined, looked[outcome]);
      const { state } = await opened.db
        .selectFrom('notices')
        .select('state')
        .where('key', '=', key ?? '')
        .executeTakeFirstOrThrow();
      return state;
    };
    expect([await round('later', MONDAY), await round('accepted', '2016-02-15T16:00:00Z')]).toEqual([
      'planned',
      'sent',
    ]);
  },
  60_000,
);

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  countUnsettledMails,
  mailsToSendAgain,
  recordMailReport,
  settleMail,
  unsettledMails,
} from '../../src/register/mail-reports.js';
import { claimNotices, markNotices } from '../../src/register/notice-claims.js';
import { noticesOf, planNotices } from '../../src/register/notices.js';
import { aCycle } from './fixtures.js';
import { aRegister } from './register.js';

const NOW = '2016-01-20T08:00:00Z';
const LATER = '2016-01-22T10:00:00Z';

describe('mails that did not reach their person', () => {
  const register = aRegister();
  let cycle = '';
  let key = '';
  let messageId = '';

  beforeAll(async () => {
    cycle = await aCycle(register.db);
  });
  beforeEach(async () => {
    const planned = await planNotices(register.db, [reminder()], 'prova.example');
    key = planned[0] ?? '';
    messageId = (await noticesOf(register.db, { keys: [key] }))[0]?.messageId ?? '';
  });

  const reminder = () =>
    ({
      cycle,
      step: `attivita-${randomUUID()}`,
      kind: 'step-reminder',
      on: '2016-01-20',
      person: 'anna',
      occasion: 'r1',
      to: { name: 'Anna Prova', address: 'anna@vecchio.example' },
      message: { kind: 'step-reminder' },
      simulated: true,
      dueAt: NOW,
    }) as const;
  const sent = async (notice = key, carriedBy = messageId): Promise<void> => {
    const claim = randomUUID();
    await claimNotices(register.db, { claim, filter: { keys: [notice] }, now: NOW, leaseSeconds: 60, limit: 1 });
    await markNotices(register.db, claim, [
      { key: notice, outcome: 'sent', at: NOW, response: '250 queued', carriedBy },
    ]);
  };
  const report = (change: object = {}) =>
    recordMailReport(
      register.db,
      {
        key: randomUUID().replaceAll('-', '').repeat(2),
        messageIds: ['<other@elsewhere.example>', messageId],
        recipient: 'anna@vecchio.example',
        outcome: 'failed',
        status: '5.1.1',
        reason: 'no such user',
        ...change,
      },
      LATER,
    );
  const mine = async () => (await unsettledMails(register.db, 'prova')).filter((mail) => mail.key === key);
  const settle = async (verdict: 'arrived' | 'send-again') => {
    const word = { entity: 'prova', notice: key, verdict, person: 'bruno', actingFor: 'anna', at: LATER } as const;
    const settled = await settleMail(register.db, word);
    return settled.ok ? undefined : settled.error;
  };

  it('a report of a mail in which several left is about each of them, read once', async () => {
    const [other = ''] = await planNotices(register.db, [{ ...reminder(), occasion: 'r2' }], 'prova.example');
    await sent();
    await sent(other, messageId);
    const once = { key: 'a'.repeat(64) };
    expect(await report(once)).toBe('recorded');
    expect(await report(once)).toBe('again');
    const both = (await unsettledMails(register.db, 'prova')).filter((mail) => [key, other].includes(mail.key));
    expect(both.map(({ trouble }) => trouble)).toEqual(['reported', 'reported']);
  });

  it('a mail taken by its server and reported as not delivered waits for somebody’s word', async () => {
    await sent();
    expect(await mine()).toEqual([]);
    expect(await report()).toBe('recorded');
    expect(await mine()).toMatchObject([
      {
        trouble: 'reported',
        reason: 'no such user',
        toAddress: 'anna@vecchio.example',
        addressNow: 'anna@prova.example',
      },
    ]);
    expect(await countUnsettledMails(register.db, 'prova')).toBeGreaterThan(0);
    expect(await countUnsettledMails(register.db, 'altro')).toBe(0);
  });

  it('a report read twice is one, one about another register’s mail is none', async () => {
    await sent();
    const same = { key: 'a'.repeat(64) };
    expect(await report(same)).toBe('recorded');
    expect(await report(same)).toBe('again');
    expect(await report({ messageIds: ['<nobody@elsewhere.example>'] })).toBe('unknown');
    expect(await report({ messageIds: [] })).toBe('unknown');
  });

  it('a delay that the server goes on with waits for nobody', async () => {
    await sent();
    await report({ outcome: 'delayed' });
    expect(await mine()).toEqual([]);
  });

  it('sent again, a copy goes to the address of today, and the record of the first stays', async () => {
    await sent();
    await report();
    expect(await settle('send-again')).toBeUndefined();
    expect(await mine()).toEqual([]);
    const [copy] = (await mailsToSendAgain(register.db)).filter((one) => one.startsWith(key));
    const [first, second] = await Promise.all(
      [key, copy ?? ''].map(async (one) => (await noticesOf(register.db, { keys: [one] }))[0]),
    );
    expect(first).toMatchObject({ state: 'sent', toAddress: 'anna@vecchio.example', sentAt: NOW });
    expect(second).toMatchObject({ state: 'planned', toAddress: 'anna@prova.example', dueAt: LATER });
    expect(second?.messageId).not.toBe(first?.messageId);
    expect(second?.messageId).toMatch(/^<[0-9a-f]{40}@prova\.example>$/);
  });

  it('a copy that is not delivered either waits for a word of its own', async () => {
    await sent();
    await report();
    await settle('send-again');
    await report();
    expect(await mine()).toMatchObject([{ trouble: 'reported' }]);
    expect(await settle('send-again')).toBeUndefined();
    expect((await mailsToSendAgain(register.db)).filter((one) => one.startsWith(key))).toHaveLength(2);
  });

  it('said to have arrived, it is settled, once', async () => {
    await sent();
    await report();
    expect(await settle('arrived')).toBeUndefined();
    expect(await settle('arrived')).toBe('settled');
    expect((await mailsToSendAgain(register.db)).filter((one) => one.startsWith(key))).toEqual([]);
  });

  it('of somebody no longer in service it cannot be sent again', async () => {
    await sent();
    await report();
    await register.owner.query(`update people set active = false where entity = 'prova' and id = 'anna'`);
    try {
      expect(await settle('send-again')).toBe('no-address');
      expect(await mine()).toMatchObject([{ addressNow: null }]);
    } finally {
      await register.owner.query(`update people set active = true where entity = 'prova' and id = 'anna'`);
    }
  });

  it('of another body cannot be settled', async () => {
    await sent();
    await report();
    const other = { entity: 'altro', notice: key, verdict: 'arrived', person: 'bruno', at: LATER } as const;
    expect(await settleMail(register.db, other)).toEqual({ ok: false, error: 'settled' });
    expect(await mine()).toHaveLength(1);
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { settleMail } from '../../src/register/mail-reports.js';
import {
  type ClaimedNotice,
  claimNotices,
  dueMailSince,
  markNotices,
  type NoticeOutcome,
  settleAbandoned,
} from '../../src/register/notice-claims.js';
import { withdrawNotices } from '../../src/register/notice-withdrawals.js';
import { countNotices, type NewNotice, noticesOf, planNotices } from '../../src/register/notices.js';
import { aCycle } from './fixtures.js';
import { aRegister } from './register.js';

const NOW = '2016-01-20T08:00:00Z';

describe('the ledger of notices', () => {
  const register = aRegister();
  let cycle = '';
  let step = '';
  beforeAll(async () => {
    cycle = await aCycle(register.db);
  });
  beforeEach(() => {
    step = `attivita-${randomUUID()}`;
  });
  const notice = (person: string, change: Partial<NewNotice> = {}): NewNotice => ({
    cycle,
    step,
    kind: 'step-reminder',
    on: '2016-01-20',
    person,
    occasion: 'r1',
    to: { name: person, address: `${person}@prova.example` },
    message: { kind: 'step-reminder' },
    simulated: true,
    dueAt: NOW,
    ...change,
  });
  const plan = (...people: string[]) =>
    planNotices(
      register.db,
      people.map((p) => notice(p)),
      'prova.example',
    );
  const claim = (change: Partial<Parameters<typeof claimNotices>[1]> = {}): Promise<readonly ClaimedNotice[]> =>
    claimNotices(register.db, {
      claim: randomUUID(),
      filter: { cycle, step },
      now: NOW,
      leaseSeconds: 60,
      limit: 10,
      ...change,
    });
  const mark = (by: string, ...outcomes: NoticeOutcome[]) => markNotices(register.db, by, outcomes);
  const stateOf = async (key: string | undefined) => (await noticesOf(register.db, { keys: [key ?? ''] }))[0];
  const settle = async (notice: string, verdict: 'arrived' | 'send-again', at: Instant) => {
    const settled = await settleMail(register.db, { entity: 'prova', notice, verdict, person: 'bruno', at });
    return settled.ok ? undefined : settled.error;
  };
  const expire = (key: string | undefined) =>
    register.owner.query(`update notices set claimed_until = now() - interval '1 second' where key = $1`, [key]);

  it('holds one row per natural key, with a Message-ID derived from register and key', async () => {
    const keys = await plan('anna', 'bruno', 'anna');
    expect(keys[0]).toBe(`prova/2016/${step}/step-reminder/2016-01-20/anna/r1`);
    expect(await plan('anna')).toEqual([keys[0]]);
    const rows = await noticesOf(register.db, { cycle, step });
    expect(rows.map((r) => r.person)).toEqual(['anna', 'bruno']);
    const hash = createHash('sha256').update(`${register.schema} ${keys[0]}`).digest('hex').slice(0, 40);
    expect(rows[0]?.messageId).toBe(`<${hash}@prova.example>`);
  });

  it('gives what is due, once, and leaves what is due later', async () => {
    await planNotices(
      register.db,
      [notice('anna'), notice('bruno', { dueAt: '2016-01-20T08:00:01Z' })],
      'prova.example',
    );
    expect((await claim()).map((n) => n.toName)).toEqual(['anna']);
    expect(await claim()).toEqual([]);
    expect((await claim({ now: '2016-01-20T08:00:01Z' })).map((n) => n.toName)).toEqual(['bruno']);
  });

  it('says since when the one that is due first waits, until it is taken', async () => {
    const first = '2015-12-01T08:00:00Z';
    await planNotices(
      register.db,
      [notice('anna', { dueAt: first }), notice('bruno', { dueAt: '2015-12-01T09:00:00Z' })],
      'prova.example',
    );
    expect(await dueMailSince(register.db, '2015-12-01T07:59:59Z')).toBeUndefined();
    expect(await dueMailSince(register.db, NOW)).toBe(first);
    await claim({ limit: 1 });
    expect(await dueMailSince(register.db, NOW)).toBe('2015-12-01T09:00:00Z');
    await claim();
  });

  it('never gives one notice to two senders, however many ask together', async () => {
    const people = Array.from({ length: 40 }, (_, i) => `persona-${i}`);
    await plan(...people);
    const taken = await Promise.all(Array.from({ length: 8 }, () => claim({ limit: 7 })));
    const keys = taken.flat().map((n) => n.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(40);
  });

  it('never gives again what is recorded as sent', async () => {
    const by = randomUUID();
    const [key = ''] = await plan('anna');
    await claim({ claim: by });
    await mark(by, { key, outcome: 'sent', at: NOW, response: '250 OK', carriedBy: '<its-own@prova.example>' });
    await mark(by, { key, outcome: 'failed', error: 'troppo tardi' });
    await plan('anna');
    expect(await claim({ now: '2017-01-20T08:00:00Z' })).toEqual([]);
    expect(await stateOf(key)).toMatchObject({ state: 'sent', sentAt: NOW, attempts: 1 });
    await expect(
      register.owner.query(`update notices set state = 'planned', sent_at = null where key = $1`, [key]),
    ).rejects.toThrow('recorded as sent');
    await expect(register.owner.query(`delete from notices where key = $1`, [key])).rejects.toThrow('recorded as sent');
  });

  it('gives again at the time said what the server did not take', async () => {
    const by = randomUUID();
    const [key = ''] = await plan('anna');
    await claim({ claim: by });
    await mark(by, { key, outcome: 'later', error: '451 greylisted', nextAttemptAt: '2016-01-20T08:05:00Z' });
    expect(await stateOf(key)).toMatchObject({ state: 'planned', lastError: '451 greylisted' });
    expect(await countNotices(register.db, { cycle, step })).toMatchObject({
      states: { planned: 1 },
      nextAttemptAt: '2016-01-20T08:05:00Z',
    });
    expect(await claim({ now: '2016-01-20T08:04:59Z' })).toEqual([]);
    expect(await claim({ now: '2016-01-20T08:05:00Z' })).toMatchObject([{ key, attempts: 2, firstAttemptAt: NOW }]);
  });

  it('does not count an attempt that never began', async () => {
    const by = randomUUID();
    const [key = ''] = await plan('anna');
    await claim({ claim: by });
    await mark(by, { key, outcome: 'released' });
    expect(await claim()).toMatchObject([{ key, attempts: 1 }]);
  });

  it('holds what failed for good', async () => {
    const by = randomUUID();
    const [key = ''] = await plan('anna');
    await claim({ claim: by });
    await mark(by, { key, outcome: 'failed', error: '550 unknown user' });
    expect(await claim({ now: '2017-01-01T00:00:00Z' })).toEqual([]);
    expect(await settle(key, 'send-again', '2016-01-21T08:00:00Z')).toBeUndefined();
    expect(await claim({ now: '2016-01-21T08:00:00Z' })).toMatchObject([{ key, attempts: 1 }]);
  });

  it('makes uncertain what a dead sender left, sends it once more an hour later, then leaves it to a person', async () => {
    const [key = ''] = await plan('anna');
    await claim();
    expect(await settleAbandoned(register.db, NOW)).toBe(0);
    await expire(key);
    expect(await claim()).toEqual([]);
    expect(await stateOf(key)).toMatchObject({ state: 'uncertain' });
    expect(await claim({ now: '2016-01-20T08:59:59Z' })).toEqual([]);
    const again = await claim({ now: '2016-01-20T09:00:00Z' });
    expect(again).toMatchObject([{ key, attempts: 2, doubts: 1 }]);
    await expire(key);
    expect(await claim({ now: '2016-02-20T09:00:00Z' })).toEqual([]);
    expect(await stateOf(key)).toMatchObject({ state: 'uncertain' });
    expect((await countNotices(register.db, { cycle, step })).nextAttemptAt).toBeUndefined();
    expect(await settle(key, 'arrived', '2016-02-21T09:00:00Z')).toBeUndefined();
    expect(await settle(key, 'send-again', '2016-02-21T09:00:00Z')).toBe('settled');
    expect(await stateOf(key)).toMatchObject({ state: 'sent', sentAt: '2016-02-21T09:00:00Z' });
  });

  it('keeps the same Message-ID through every attempt', async () => {
    const [key = ''] = await plan('anna');
    const [first] = await claim();
    await expire(key);
    await claim();
    const [second] = await claim({ now: '2016-01-20T09:00:00Z' });
    expect(second?.messageId).toBe(first?.messageId);
  });

  it('believes a sender that says the server took it, also after its claim expired', async () => {
    const by = randomUUID();
    const [key = ''] = await plan('anna');
    await claim({ claim: by });
    await expire(key);
    await settleAbandoned(register.db, NOW);
    await mark(by, { key, outcome: 'later', error: 'non più mio', nextAttemptAt: NOW });
    expect(await stateOf(key)).toMatchObject({ state: 'uncertain' });
    await mark(by, { key, outcome: 'sent', at: NOW, response: '250', carriedBy: '<its-own@prova.example>' });
    expect(await stateOf(key)).toMatchObject({ state: 'sent' });
  });

  it('takes back what has not left and no longer needs to', async () => {
    const by = randomUUID();
    const [anna = '', bruno = ''] = await plan('anna', 'bruno');
    await claim({ claim: by, filter: { keys: [anna] } });
    expect(await withdrawNotices(register.db, { cycle, step }, 'attività conclusa')).toBe(1);
    expect(await stateOf(bruno)).toMatchObject({ state: 'withdrawn', lastError: 'attività conclusa' });
    await mark(by, { key: anna, outcome: 'sent', at: NOW, response: '250', carriedBy: '<its-own@prova.example>' });
    expect(await countNotices(register.db, { cycle, step })).toEqual({
      states: { planned: 0, sending: 0, sent: 1, uncertain: 0, failed: 0, withdrawn: 1 },
      waiting: 0,
    });
    expect(await claim()).toEqual([]);
  });

  it('taken back while it was in doubt is not said to have stayed', async () => {
    const [key = ''] = await plan('anna');
    await claim();
    await expire(key);
    await settleAbandoned(register.db, NOW);
    await withdrawNotices(register.db, { cycle, step }, 'attività conclusa');
    expect(await stateOf(key)).toMatchObject({
      state: 'withdrawn',
      lastError: 'attività conclusa; un primo tentativo può averla già consegnata',
    });
  });

  it('refuses an address that carries a line break', async () => {
    const broken = notice('anna', { to: { name: 'Anna', address: 'anna@prova.example\r\nBcc: x@y.example' } });
    await expect(planNotices(register.db, [broken], 'prova.example')).rejects.toThrow('check constraint');
  });

  it('refuses an instant that is not one', async () => {
    const wrong = '2016-01-20 08:00' as Instant; // what the compiler would refuse is what is tried
    await expect(planNotices(register.db, [notice('anna', { dueAt: wrong })], 'prova.example')).rejects.toThrow(
      'instant',
    );
  });
});

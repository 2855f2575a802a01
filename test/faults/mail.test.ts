import { beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { msOfInstant } from '../../src/domain/clock.js';
import type { NoticeRecord } from '../../src/register/notices.js';
import { addressIn, aPostOffice } from './post-office.js';

const DAY_MS = 86_400_000;
const AFTER = 8;
const DURING = 60;
/** Those of the wave whom the worker has not had the answer for when it dies. */
const IN_THE_AIR = 50;

const office = aPostOffice({
  before: 6,
  during: DURING,
  after: AFTER,
  outage: 40,
  greylisted: 12,
  bad: 12,
  silent: 12,
});

async function eventually<T>(what: string, seconds: number, met: () => Promise<T | undefined | false>): Promise<T> {
  for (const until = Date.now() + seconds * 1_000; Date.now() < until; ) {
    const found = await met();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it never came: ${what}`);
}

const inState = (ledger: readonly NoticeRecord[], state: string): readonly NoticeRecord[] =>
  ledger.filter((notice) => notice.state === state);

const settled = (wave: string, count: number, seconds = 30): Promise<readonly NoticeRecord[]> =>
  eventually(`the wave «${wave}» is settled`, seconds, async () => {
    const ledger = await office.ledger(wave);
    return ledger.length === count && ledger.every((n) => n.state === 'sent' || n.state === 'failed') && ledger;
  });

/** The ledger says sent exactly of what the sink has, under the same Message-ID. */
function agree(wave: string, ledger: readonly NoticeRecord[]): void {
  const arrived = office.arrived(wave);
  const sent = inState(ledger, 'sent');
  expect([...arrived.keys()].sort()).toEqual(sent.map((n) => n.toAddress).sort());
  for (const { toAddress, messageId } of sent) expect(new Set(arrived.get(toAddress))).toEqual(new Set([messageId]));
}

const copies = (wave: string): readonly number[] => [...office.arrived(wave).values()].map((ids) => ids.length);

describe('the post of a cycle, whatever happens to the mail server and to the worker', () => {
  const atDeath = new Map<string, readonly NoticeRecord[]>();

  // One worker dies with three waves in hand: of one the server has everything and has not said so, one is half-way, of
  // the third nothing has been handed over. What follows happens while Temporal notices.
  beforeAll(async () => {
    await office.hire({ connections: 80 });
    const lastOfDuring = new Set(
      Array.from({ length: DURING - IN_THE_AIR }, (_, i) => addressIn('during', IN_THE_AIR + 1 + i)),
    );
    office.faults.timeoutAfterData = ([to = '']) => to.startsWith('after-') || lastOfDuring.has(to);
    await office.open('after');
    await eventually('the server has the whole wave', 60, async () => office.arrived('after').size === AFTER);
    await office.open('during');
    await eventually('half of the other wave is recorded', 60, async () => {
      const recorded = inState(await office.ledger('during'), 'sent').length;
      return recorded > 0 && office.arrived('during').size === DURING;
    });
    const died = new Promise<void>((resolve) => {
      office.faults.fail = (to) => {
        if (!to.startsWith('before-')) return undefined;
        office.kill();
        resolve();
        return 451;
      };
    });
    await office.open('before');
    await died;
    delete office.faults.fail;
    delete office.faults.timeoutAfterData;
    for (const wave of ['before', 'during', 'after']) atDeath.set(wave, await office.ledger(wave));
    await office.hire({ timeoutMs: 1_500 });
  }, 120_000);

  test('a server that is down for three calendar days delays a wave, and nobody is forgotten', async () => {
    await office.sinkDown();
    await office.open('outage');
    const begun = await eventually('the wave is planned', 30, async () => (await office.ledger('outage'))[0]?.dueAt);
    const back = msOfInstant(begun) + 3 * DAY_MS;
    // The instants of this clock are written as the register writes them.
    await eventually('three days go by', 40, async () => msOfInstant(office.now() as Instant) >= back);
    const waiting = await office.ledger('outage');
    expect(inState(waiting, 'sent')).toEqual([]);
    expect(waiting).toHaveLength(40);
    expect(Math.max(...waiting.map((n) => n.attempts))).toBeGreaterThan(2);
    await office.sinkUp();
    const ledger = await settled('outage', 40);
    agree('outage', ledger);
    expect(copies('outage').every((n) => n === 1)).toBe(true);
    expect(ledger.every((n) => n.sentAt !== null && msOfInstant(n.sentAt) >= back)).toBe(true);
  });

  test('greylisting, one bad address, and silence after the text: each wave finds its end', async () => {
    const strangers = new Set<string>();
    office.faults.fail = (to) => {
      if (to === addressIn('bad', 5)) return 550;
      if (!to.startsWith('greylisted-') || strangers.has(to)) return undefined;
      strangers.add(to);
      return 451;
    };
    const unanswered = new Set([addressIn('silent', 3), addressIn('silent', 9)]);
    office.faults.timeoutAfterData = ([to = '']) => unanswered.delete(to);
    await Promise.all([office.open('greylisted'), office.open('bad'), office.open('silent')]);

    const greylisted = await settled('greylisted', 12);
    agree('greylisted', greylisted);
    expect(greylisted.every((n) => n.attempts === 2)).toBe(true);
    expect(copies('greylisted').every((n) => n === 1)).toBe(true);

    const bad = await settled('bad', 12);
    agree('bad', bad);
    expect(inState(bad, 'failed').map((n) => n.toAddress)).toEqual([addressIn('bad', 5)]);
    expect(copies('bad').every((n) => n === 1)).toBe(true);

    // Nobody knew whether the two had it: they got it once more, under the same Message-ID, by which programs know a copy.
    const silent = await settled('silent', 12);
    agree('silent', silent);
    expect(inState(silent, 'sent')).toHaveLength(12);
    const twice = [...office.arrived('silent')].filter(([, ids]) => ids.length === 2).map(([to]) => to);
    expect(twice.sort()).toEqual([addressIn('silent', 3), addressIn('silent', 9)]);
    expect(copies('silent').every((n) => n <= 2)).toBe(true);
  });

  test('a worker killed before, during and after the send: what was recorded as sent is not sent again, the rest is', async () => {
    const count: Readonly<Record<string, number>> = { before: 6, during: DURING, after: AFTER };
    for (const [wave, before] of atDeath) {
      const ledger = await settled(wave, count[wave] ?? 0, 110);
      expect(inState(ledger, 'failed')).toEqual([]);
      agree(wave, ledger);
      const arrived = office.arrived(wave);
      for (const { toAddress } of inState(before, 'sent')) expect(arrived.get(toAddress)).toHaveLength(1);
      expect(copies(wave).every((n) => n <= 2)).toBe(true);
    }
    expect(inState(atDeath.get('before') ?? [], 'sent')).toEqual([]);
    expect(copies('before').every((n) => n === 1)).toBe(true);
    expect(inState(atDeath.get('during') ?? [], 'sent').length).toBeGreaterThanOrEqual(20);
    expect(inState(atDeath.get('during') ?? [], 'sending').length).toBeGreaterThanOrEqual(DURING - IN_THE_AIR);
    // The server had said nothing of these: they go once more, and every program knows them for copies.
    expect(inState(atDeath.get('after') ?? [], 'sent')).toEqual([]);
    expect(copies('after').every((n) => n === 2)).toBe(true);
  }, 120_000);
});

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, civilDate } from '../../src/domain/calendar/civil-date.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import { type Delivery, deliverDue } from '../../src/mail/deliver.js';
import { openTransport } from '../../src/mail/transport.js';
import { type RunningSink, type SinkFaults, startSink } from '../../src/platform/sink.js';
import { type NewNotice, noticesOf, planNotices } from '../../src/register/notices.js';
import { counted } from '../register/counted.js';
import { aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { decision, opening } from './messages.js';

const NOW: Instant = '2016-01-21T08:00:00Z';
const HOUR_LATER: Instant = '2016-01-21T09:00:01Z';

describe('a wave of mails', () => {
  const register = aRegister();
  let cycle = '';
  let step = '';
  let dir = '';
  let faults: SinkFaults = {};
  let sink: RunningSink;
  beforeAll(async () => {
    cycle = await aCycle(register.db);
  });
  beforeEach(async () => {
    step = `attivita-${randomUUID()}`;
    faults = {};
    dir = mkdtempSync(join(tmpdir(), 'ciclo-sink-'));
    sink = await startSink({ dir, faults });
  });
  afterEach(async () => {
    await sink.stop();
    rmSync(dir, { recursive: true });
    // What one test leaves in the air is not for the next.
    await register.owner.query(
      `update notices set state = 'withdrawn', claim = null, claimed_until = null, next_attempt_at = null where state <> 'sent'`,
    );
  });

  const plan = (people: readonly string[], change: Partial<NewNotice> = {}) =>
    planNotices(
      register.db,
      people.map((person) => ({
        cycle,
        step,
        kind: 'step-opening',
        on: '2016-01-21',
        person,
        occasion: 'r1',
        to: { name: person, address: `${person}@prova.example` },
        message: { ...opening, recipient: person },
        simulated: true,
        dueAt: NOW,
        ...change,
      })),
      'camera.example',
    );
  const people = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => `persona-${i}`);
  const deliver = async (now: Instant = NOW, change: Partial<Delivery> = {}) => {
    const transport = openTransport({ url: sink.url, connections: 3, timeoutMs: 400 });
    try {
      return await deliverDue({
        db: register.db,
        transport,
        from: { name: 'Ciclo', address: 'ciclo@camera.example' },
        wave: { cycle, step },
        now: () => now,
        ...change,
      });
    } finally {
      transport.close();
    }
  };
  /** Message-IDs in the sink by recipient. */
  const arrived = (): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, string[]>();
    for (const name of readdirSync(dir).filter((n) => n.endsWith('.eml'))) {
      const message = readFileSync(join(dir, name), 'utf8');
      const to = /^Delivered-To: (.*)$/m.exec(message)?.[1]?.trim() ?? '';
      found.set(to, [...(found.get(to) ?? []), /^Message-ID: (.*)$/im.exec(message)?.[1]?.trim() ?? '']);
    }
    return found;
  };
  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await noticesOf(register.db, { cycle, step })).map((n) => [n.person, n.state]));

  it('that is one batch is claimed once, whatever it holds', async () => {
    const asked = counted(register.db);
    const claims = async (n: number): Promise<number> => {
      const keys = await plan(people(n), { occasion: `ondata-${n}` });
      const { found, queries } = await asked.during(() => deliver(NOW, { db: asked.db, wave: { keys } }));
      expect(found).toMatchObject({ sent: n, waiting: 0 });
      return queries;
    };
    const one = await claims(1);
    expect(await claims(15)).toBe(one);
    // Two batches, each claimed and written down; after the full one it is looked once more.
    expect(await claims(25)).toBe(one + 7);
  });

  describe('prompts to one person about several steps', () => {
    const STEPS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const ROUNDS = 25;
    const planSeven = async (change: Partial<NewNotice> = {}) => {
      const day = randomUUID();
      const keys: string[] = [];
      for (const one of STEPS)
        keys.push(...(await plan(['persona-0'], { step: `${step}-${one}`, occasion: day, ...change })));
      return keys;
    };
    const sent = () => [...arrived().values()].flat();

    it('are one mail, and each is on record as sent', async () => {
      const keys = await planSeven();
      expect(await deliver(NOW, { wave: { keys } })).toMatchObject({ sent: 7, waiting: 0 });
      expect(sent()).toHaveLength(1);
    });

    it('are one mail although each step asks for its own, however often all ask at the same moment', async () => {
      for (let round = 1; round <= ROUNDS; round++) {
        const keys = await planSeven({ on: addDays(civilDate(2016, 1, 21), round) });
        await Promise.all(keys.map((key) => deliver(NOW, { wave: { keys: [key] } })));
        expect(sent()).toHaveLength(round);
        const rows = await noticesOf(register.db, { keys });
        expect(rows.map((row) => row.state)).toEqual(STEPS.map(() => 'sent'));
      }
    });

    it('of another day, another person or another kind go by themselves', async () => {
      const [first = ''] = await planSeven();
      const other = await plan(['persona-1'], { step: `${step}-a` });
      const later = await plan(['persona-0'], { step: `${step}-z`, on: '2016-01-22' });
      const board = await plan(['persona-0'], { step: `${step}-y`, kind: 'decision-request', message: decision });
      await deliver(NOW, { wave: { keys: [first] } });
      expect(sent()).toHaveLength(1);
      expect((await noticesOf(register.db, { keys: [...other, ...later, ...board] })).map((row) => row.state)).toEqual([
        'planned',
        'planned',
        'planned',
      ]);
    });

    it('that may have left already go alone the second time', async () => {
      faults.timeoutAfterData = () => true;
      const keys = await planSeven();
      expect(await deliver(NOW, { wave: { keys } })).toMatchObject({ sent: 0, uncertain: 7 });
      faults.timeoutAfterData = () => false;
      expect(await deliver(HOUR_LATER, { wave: { keys } })).toMatchObject({ sent: 7 });
    });
  });

  it('reaches everybody once, and a second call sends nothing', async () => {
    await plan(people(55));
    const beats: number[] = [];
    expect(await deliver(NOW, { heartbeat: (sent) => beats.push(sent) })).toEqual({
      sent: 55,
      failed: 0,
      uncertain: 0,
      waiting: 0,
    });
    expect(await deliver()).toEqual({ sent: 0, failed: 0, uncertain: 0, waiting: 0 });
    const found = arrived();
    expect(found.size).toBe(55);
    expect([...found.values()].every((ids) => ids.length === 1)).toBe(true);
    const ledger = await noticesOf(register.db, { cycle, step });
    for (const notice of ledger) expect(found.get(notice.toAddress)).toEqual([notice.messageId]);
    expect(ledger.every((n) => n.state === 'sent' && n.sentAt === NOW && n.attempts === 1)).toBe(true);
  });

  it('of several prompts to one person is one mail, and each knows which', async () => {
    await plan(['anna']);
    const first = step;
    step = `attivita-${randomUUID()}`;
    await plan(['anna']);
    expect(await deliver()).toMatchObject({ sent: 2, waiting: 0 });
    const carrier = arrived().get('anna@prova.example');
    expect(carrier).toHaveLength(1);
    const { rows } = await register.owner.query<{ own: string; mail: string }>(
      'select message_id as own, coalesce(carried_by, message_id) as mail from notices where step = any($1)',
      [[first, step]],
    );
    expect(rows.map(({ mail }) => mail)).toEqual([carrier?.[0], carrier?.[0]]);
    expect(new Set(rows.map(({ own }) => own)).size).toBe(2);
  });

  it('sent by two senders together still reaches everybody once', async () => {
    await plan(people(60));
    const reports = await Promise.all([deliver(), deliver(), deliver()]);
    expect(reports.reduce((sum, r) => sum + r.sent, 0)).toBe(60);
    expect([...arrived().values()].every((ids) => ids.length === 1)).toBe(true);
  });

  it('goes round one bad address', async () => {
    faults.fail = (recipient) => (recipient.startsWith('persona-3@') ? 550 : undefined);
    await plan(people(6));
    expect(await deliver()).toEqual({ sent: 5, failed: 1, uncertain: 0, waiting: 0 });
    expect(await states()).toMatchObject({ 'persona-3': 'failed', 'persona-4': 'sent' });
  });

  it('comes back to who greylists it', async () => {
    faults.greylist = true;
    await plan(people(4));
    expect(await deliver()).toEqual({
      sent: 0,
      failed: 0,
      uncertain: 0,
      waiting: 4,
      nextAttemptAt: '2016-01-21T08:01:00Z',
    });
    expect(await deliver('2016-01-21T08:00:59Z')).toMatchObject({ sent: 0, waiting: 4 });
    expect(await deliver('2016-01-21T08:01:00Z')).toEqual({ sent: 4, failed: 0, uncertain: 0, waiting: 0 });
  });

  it('waits out a server that is down for three days, and forgets nobody', async () => {
    await sink.stop();
    await plan(people(50));
    let now: Instant = NOW;
    let attempts = 0;
    while (now < '2016-01-24T08:00:00Z') {
      const report = await deliver(now);
      expect(report).toMatchObject({ sent: 0, failed: 0, uncertain: 0, waiting: 50 });
      attempts += 1;
      now = attempts < 4 ? (report.nextAttemptAt ?? now) : '2016-01-24T08:00:00Z';
    }
    sink = await startSink({ dir, faults });
    const later: Instant = '2016-01-24T10:00:00Z';
    expect(await deliver(later)).toEqual({ sent: 50, failed: 0, uncertain: 0, waiting: 0 });
    expect(arrived().size).toBe(50);
  });

  it('that got no answer after the text goes once more an hour later, with the same Message-ID', async () => {
    let silent = true;
    faults.timeoutAfterData = () => silent;
    await plan(['anna']);
    expect(await deliver()).toEqual({
      sent: 0,
      failed: 0,
      uncertain: 1,
      waiting: 1,
      nextAttemptAt: '2016-01-21T09:00:00Z',
    });
    expect(await deliver()).toMatchObject({ sent: 0, uncertain: 0 });
    silent = false;
    expect(await deliver(HOUR_LATER)).toEqual({ sent: 1, failed: 0, uncertain: 0, waiting: 0 });
    const [notice] = await noticesOf(register.db, { cycle, step });
    expect(arrived().get('anna@prova.example')).toEqual([notice?.messageId, notice?.messageId]);
  });

  it('that twice got no answer is left to a person', async () => {
    faults.timeoutAfterData = () => true;
    await plan(['anna']);
    await deliver();
    expect(await deliver(HOUR_LATER)).toEqual({ sent: 0, failed: 0, uncertain: 1, waiting: 0 });
    expect(await deliver('2016-03-01T08:00:00Z')).toEqual({ sent: 0, failed: 0, uncertain: 0, waiting: 0 });
    expect(await states()).toEqual({ anna: 'uncertain' });
    expect(arrived().get('anna@prova.example')).toHaveLength(2);
  });

  it('is not held back by one message that cannot be written', async () => {
    await plan(['anna'], { message: { kind: 'step-opening' } });
    await plan(['bruno'], { message: { ...opening, link: 'javascript:alert(1)' } });
    await plan(['carla']);
    expect(await deliver()).toEqual({ sent: 1, failed: 2, uncertain: 0, waiting: 0 });
    expect(await states()).toEqual({ anna: 'failed', bruno: 'failed', carla: 'sent' });
  });

  it('stopped half-way leaves the rest planned, to be sent at once by the next call', async () => {
    await plan(people(100));
    const stop = new AbortController();
    faults.timeoutAfterData = () => {
      stop.abort();
      return false;
    };
    const report = await deliver(NOW, { signal: stop.signal });
    expect(report.sent).toBeGreaterThan(0);
    expect(report).toMatchObject({ failed: 0, uncertain: 0, waiting: 100 - report.sent });
    expect(await deliver()).toMatchObject({ sent: 100 - report.sent, waiting: 0 });
    expect([...arrived().values()].every((ids) => ids.length === 1)).toBe(true);
  });

  it.each([1, 70, 150])(
    'survives its sender being killed at mail %d: nobody forgotten, nobody recorded as sent twice',
    async (fatal) => {
      await plan(people(200));
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'test/mail/deliver-child.ts', register.url, register.schema, sink.url, NOW],
        {
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
      let taken = 0;
      faults.timeoutAfterData = () => {
        taken += 1;
        if (taken === fatal) child.kill('SIGKILL');
        return false;
      };
      await new Promise((gone) => child.once('exit', gone));
      const before = await states();
      const uncertain = Object.values(before).filter((state) => state === 'sending').length;
      expect(uncertain).toBeGreaterThan(0);
      expect(uncertain).toBeLessThanOrEqual(40);
      // The dead sender's claims run out.
      await register.owner.query(`update notices set claimed_until = now() where state = 'sending'`);
      await deliver();
      await deliver(HOUR_LATER);
      expect(new Set(Object.values(await states()))).toEqual(new Set(['sent']));
      const found = arrived();
      expect(found.size).toBe(200);
      for (const [person, state] of Object.entries(before)) {
        const ids = found.get(`${person}@prova.example`) ?? [];
        expect(ids.length).toBeLessThanOrEqual(state === 'sending' ? 2 : 1);
        expect(new Set(ids).size).toBe(1);
      }
    },
  );
});

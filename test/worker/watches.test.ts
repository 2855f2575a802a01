import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import { recording } from '../../src/activities/record.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import type { StepChange } from '../../src/domain/step-change.js';
import type { MailTransport } from '../../src/mail/transport.js';
import { alone } from '../../src/register/alone.js';
import { type ClockGuard, createClockGuard } from '../../src/register/clock-guard.js';
import type { Register } from '../../src/register/database.js';
import { openRegister } from '../../src/register/database.js';
import { setStepState, stepOf } from '../../src/register/steps.js';
import { watchDelays } from '../../src/worker/delay-watch.js';
import { remind } from '../../src/worker/reminders.js';
import { emptyLedger } from '../register/empty-ledger.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { bodiesAtWork } from './bodies-at-work.js';

const invitations = createInvitations('the secret of these tests alone, of Ciclo', 'http://x.example');

const LATE: Instant = '2016-02-15T09:00:00Z';
const silent = pino({ level: 'silent' });
const opened = aRegister();
let register: Register;

beforeAll(async () => {
  register = { db: opened.db, schema: opened.schema, close: async () => undefined };
  await bodiesAtWork(opened.db, 3);
});

/** Bodies of which something is there: notices of delay, mails. */
const bodiesIn = async (table: 'documents' | 'notices'): Promise<readonly string[]> => {
  const rows = await opened.db.selectFrom(table).select('cycle').distinct().orderBy('cycle').execute();
  return rows.map(({ cycle }) => cycle.split('/')[0] ?? '');
};

const doubting = (doubt: string | undefined): ClockGuard => ({ doubt: async () => doubt });

describe('the watches of a worker, with one body that something is wrong with', () => {
  beforeAll(async () => {
    await opened.owner.query(`update steps set planned = planned - 'owners' where cycle = 'ente-0/2016'`);
    await opened.owner.query(`update entities set data = data - 'notices' where id = 'ente-0'`);
  });
  beforeEach(async () => {
    await emptyLedger(opened.owner);
  });

  test('while the clock is in doubt nothing of the law is written, and nobody is reminded', async () => {
    const guard = doubting('l’orologio è saltato in avanti di 400 giorni');
    await watchDelays({ register, log: silent, now: () => LATE, guard });
    expect(await bodiesIn('documents')).toEqual([]);
    await remind({ register, post: postTo([]), invitations, log: silent, now: () => LATE, guard });
    expect(await bodiesIn('notices')).toEqual([]);
  });

  test('the notices of delay of the others are written, and the log names the step that was not', async () => {
    const said: { cycle?: string; step?: string }[] = [];
    const log = pino({}, { write: (line: string) => void said.push(JSON.parse(line) as (typeof said)[number]) });
    await watchDelays({ register, log, now: () => LATE, guard: doubting(undefined) });
    expect(await bodiesIn('documents')).toEqual(['ente-1', 'ente-2']);
    expect(new Set(said.map((line) => line.cycle))).toEqual(new Set(['ente-0/2016']));
    expect(said.every((line) => line.step !== undefined)).toBe(true);
  });

  test('the reminders of the others leave, and the log names the body whose did not', async () => {
    const said: { cycle?: string }[] = [];
    const log = pino({}, { write: (line: string) => void said.push(JSON.parse(line) as (typeof said)[number]) });
    const to: string[] = [];
    await remind({ register, post: postTo(to), invitations, log, now: () => LATE });
    expect(new Set(to.map((address) => address.split('@')[1]))).toEqual(new Set(['ente-1.example', 'ente-2.example']));
    expect(new Set(said.map((line) => line.cycle))).toEqual(new Set(['ente-0/2016']));
  });
});

test('what one worker sweeps another leaves alone, until it is done', async () => {
  const other = await openRegister({ url: opened.url, schema: opened.schema, connections: 2, unsaid: 'every-body' });
  const swept: string[] = [];
  const first = alone(register.db, 'pavimento', async () => {
    expect(await alone(other.db, 'pavimento', async () => void swept.push('altro'))).toBe(false);
    expect(await alone(other.db, 'scale', async () => void swept.push('scale'))).toBe(true);
    throw new Error('scopa rotta');
  });
  await expect(first).rejects.toThrow('scopa rotta');
  expect(await alone(other.db, 'pavimento', async () => void swept.push('poi'))).toBe(true);
  expect(swept).toEqual(['scale', 'poi']);
  await other.close();
});

describe('the clock of a worker', () => {
  const HOUR = 3_600_000;
  let wall: number;
  let steady: number;
  const guard = () => createClockGuard({ db: register.db, log: silent, wall: () => wall, steady: () => steady });
  beforeEach(() => {
    wall = Date.now();
    steady = 5_000;
  });

  test.each([
    ['behind the database’s', -2 * HOUR, /indietro di 120|indietro di 2 ore/],
    ['400 days ahead of it', 400 * 24 * HOUR, /avanti di 400 giorni/],
  ])('%s is not believed, and put right it is at once', async (_what, by, said) => {
    const watching = guard();
    expect(await watching.doubt()).toBeUndefined();
    wall += by;
    expect(await watching.doubt()).toMatch(said);
    wall -= by;
    expect(await watching.doubt()).toBeUndefined();
  });

  test('that jumps together with the database’s, on one machine, is noticed by how long the machine has been running', async () => {
    const watching = guard();
    expect(await watching.doubt()).toBeUndefined();
    // As if both had gone ahead by three hours that never passed.
    steady -= 3 * HOUR;
    expect(await watching.doubt()).toMatch(/saltato in avanti di 3 ore/);
  });

  /** A guard on one machine with the database: both clocks read the same, and time is made to pass. */
  const onOneMachine = () => {
    const watching = createClockGuard({
      db: register.db,
      log: silent,
      wall: () => wall,
      steady: () => steady,
      database: async () => wall,
    });
    const pass = (ms: number, ofMachine = ms): void => {
      wall += ms;
      steady += ofMachine;
    };
    return { watching, pass };
  };

  test('that jumped with the database’s is believed when both agree again an hour later, as after a machine’s sleep', async () => {
    const { watching, pass } = onOneMachine();
    await watching.doubt();
    pass(8 * HOUR, 1_000);
    expect(await watching.doubt()).toMatch(/saltato in avanti di 8 ore/);
    pass(HOUR / 2);
    expect(await watching.doubt()).toMatch(/saltato in avanti di 8 ore/);
    pass(HOUR / 2);
    expect(await watching.doubt()).toBeUndefined();
    pass(10_000);
    expect(await watching.doubt()).toBeUndefined();
  });

  test('that jumps again meanwhile waits an hour anew', async () => {
    const { watching, pass } = onOneMachine();
    await watching.doubt();
    pass(8 * HOUR, 1_000);
    await watching.doubt();
    pass(3 * HOUR, HOUR);
    expect(await watching.doubt()).toMatch(/saltato/);
    pass(HOUR);
    expect(await watching.doubt()).toBeUndefined();
  });

  test('that drifts by little between one look and the next is believed, however long it goes on', async () => {
    const { watching, pass } = onOneMachine();
    for (let day = 0; day < 400; day++) {
      expect(await watching.doubt()).toBeUndefined();
      pass(24 * HOUR, 24 * HOUR + 5_000);
    }
  });

  test('in doubt is told again every minute, by the database’s clock', async () => {
    const told: (readonly [boolean, Instant])[] = [];
    const watching = createClockGuard({
      db: register.db,
      log: silent,
      wall: () => wall + 24 * HOUR,
      steady: () => steady,
      database: async () => Date.parse('2016-05-02T08:00:00Z'),
      changed: async (doubt, at) => void told.push([doubt !== undefined, at]),
    });
    for (let look = 0; look < 13; look++) {
      await watching.doubt();
      steady += 10_000;
    }
    expect(told).toEqual(told.map(() => [true, '2016-05-02T08:00:00Z']));
    expect(told).toHaveLength(3);
  });

  test('is told when a doubt begins and when it ends, once each, and how it is at the start', async () => {
    const told: (string | undefined)[] = [];
    const changed = async (doubt: string | undefined) => void told.push(doubt);
    const clocks = { wall: () => wall, steady: () => steady };
    const watching = createClockGuard({ db: register.db, log: silent, ...clocks, changed });
    const hold = async () => await watching.doubt();
    await hold();
    wall += 3 * HOUR;
    await hold();
    await hold();
    wall -= 3 * HOUR;
    await hold();
    await hold();
    expect(told).toEqual([undefined, expect.stringContaining('avanti di 3 ore'), undefined]);
  });

  test('does not let a step be marked late at an instant that has not come', async () => {
    const planned = (await stepOf(register.db, 'ente-1/2016', 'analisi-contesto'))?.planned;
    if (planned === undefined) throw new Error('no step');
    // A term of law: the notice is written from what the register planned.
    await opened.owner.query(
      `update steps set planned = jsonb_set(planned, '{norm,force}', '"law"') where cycle = 'ente-1/2016' and id = 'analisi-contesto'`,
    );
    const activities = recording({
      register,
      bodies: bodiesOnFile(),
      guard: guard(),
    } as unknown as Parameters<typeof recording>[0]);
    const late = (at: Instant, force: 'law' | 'body' = 'law'): Promise<void> => {
      const change: StepChange = {
        at,
        run: 1,
        status: 'late',
        dueOn: planned.dueOn,
        dueAt: planned.dueAt,
        action: 'late',
      };
      return activities.recordStep(
        { space: opened.schema, entity: 'ente-1', exercise: 2016 },
        { ...planned, norm: { ...planned.norm, force } },
        change,
      );
    };
    const tomorrow = new Date(Date.now() + 24 * HOUR).toISOString().slice(0, 19);
    await expect(late(`${tomorrow}Z` as Instant)).rejects.toThrow('server dei processi');
    expect((await stepOf(register.db, 'ente-1/2016', 'analisi-contesto'))?.status).toBe('waiting');
    // Of what is no law's nothing is held: nobody is told of a term that has passed.
    await late(`${tomorrow}Z` as Instant, 'body');
    await setStepState(register.db, 'ente-1/2016', 'analisi-contesto', { status: 'waiting' });
    await late('2016-01-01T09:00:00Z');
    expect((await stepOf(register.db, 'ente-1/2016', 'analisi-contesto'))?.status).toBe('late');
  });
});

function postTo(to: string[]) {
  const transport: MailTransport = {
    connections: 1,
    send: async (mail) => {
      to.push(mail.to.address);
      return { outcome: 'accepted', response: '250 OK' };
    },
    close: () => undefined,
  };
  return {
    transport,
    from: { name: 'Ciclo', address: 'c@x.example' },
    domain: 'x.example',
    consoleUrl: 'http://x.example',
  };
}

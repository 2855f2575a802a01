import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { steadyWall } from '../../src/register/steady-wall.js';
import { aRegister } from './register.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 30, 8);

const opened = aRegister();

/** Three clocks, and the time that passes for all of them. */
async function clocks(at: { readonly wallOff?: number } = {}) {
  const shown = { wall: START + (at.wallOff ?? 0), database: START, steady: 5_000 };
  const asked = { times: 0, fails: false };
  const said: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) });
  const now = await steadyWall({
    db: opened.db,
    log,
    wall: () => shown.wall,
    steady: () => shown.steady,
    database: async () => {
      asked.times += 1;
      if (asked.fails) throw new Error('gone');
      return shown.database;
    },
  });
  const pass = (ms: number): void => {
    shown.wall += ms;
    shown.database += ms;
    shown.steady += ms;
  };
  return { shown, asked, said, now, pass, looked: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('what time it is for a process', () => {
  test('is what its machine shows, to the millisecond, and the database is asked once', async () => {
    const { now, pass, shown, asked } = await clocks();
    for (const ms of [1, 999, 86_400_000]) {
      pass(ms);
      expect(now()).toBe(shown.wall);
    }
    expect(asked.times).toBe(1);
  });

  test.each([
    ['ahead', HOUR],
    ['behind', -HOUR],
  ])(
    'goes on as time passes while its clock is set an hour %s, and is what it shows again once it is right',
    async (_, by) => {
      const { now, pass, shown, looked, said } = await clocks();
      shown.wall += by;
      pass(4_000);
      expect(now()).toBe(START + 4_000);
      await looked();
      pass(4_000);
      expect(now()).toBe(START + 8_000);
      expect(said.join()).toContain('not the database');
      shown.wall -= by;
      pass(1_000);
      expect(now()).toBe(shown.wall);
    },
  );

  test('is the machine’s again when the database says the same: it has slept where sleeping is not counted', async () => {
    const { now, shown, looked } = await clocks();
    shown.wall += 8 * HOUR;
    shown.database += 8 * HOUR;
    expect(now()).toBe(START);
    await looked();
    expect(now()).toBe(START + 8 * HOUR);
  });

  test('is the database’s where a process starts with a wrong clock', async () => {
    const { now, pass } = await clocks({ wallOff: 2 * HOUR });
    pass(500);
    expect(now()).toBe(START + 500);
  });

  test('follows small corrections, however many: a clock that is kept right is never in doubt', async () => {
    const { now, pass, shown, asked } = await clocks();
    for (let times = 0; times < 100; times++) {
      pass(HOUR);
      shown.wall += 30_000;
      shown.database += 30_000;
      expect(now()).toBe(shown.wall);
    }
    expect(asked.times).toBe(1);
  });

  test('goes on also while the database cannot be asked, which is said', async () => {
    const { now, pass, shown, asked, said, looked } = await clocks();
    asked.fails = true;
    shown.wall += HOUR;
    pass(2_000);
    expect(now()).toBe(START + 2_000);
    await looked();
    expect(said.join()).toContain('could not be asked');
  });

  test('of the database itself is read in milliseconds', async () => {
    const now = await steadyWall({ db: opened.db, log: pino({ level: 'silent' }) });
    expect(Math.abs(now() - Date.now())).toBeLessThan(60_000);
  });
});

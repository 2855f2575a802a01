import { describe, expect, test } from 'vitest';

import { romeInstant, timeOfDay } from '../../src/domain/calendar/zone.js';
import { forEachDue, forEachDueReading, type LookedAt, READ_TOGETHER } from '../../src/office/each-due.js';

const at = (hours: number, minutes: number) => romeInstant('2016-02-01', timeOfDay(hours, minutes));
const DAY = { on: '2016-02-01', at: at(8, 0) } as const;
const CYCLES = [{ id: 'ccms/2016' }, { id: 'ccrm/2016' }];

describe('what is planned again and again', () => {
  test('is looked at once in a quarter of an hour, each thing by itself', async () => {
    const looked: LookedAt = new Map();
    const seen: string[] = [];
    const look = (what: string, now: ReturnType<typeof at>) =>
      forEachDue(
        what,
        CYCLES,
        { now, looked },
        () => DAY,
        async ({ id }) => {
          seen.push(`${what} ${id}`);
        },
      );
    expect(await look('riepilogo', at(8, 1))).toEqual([]);
    expect(await look('riepilogo', at(8, 14))).toEqual(['ccms/2016', 'ccrm/2016']);
    expect(await look('solleciti', at(8, 14))).toEqual([]);
    expect(await look('riepilogo', at(8, 15))).toEqual([]);
    expect(seen).toEqual(
      ['riepilogo', 'solleciti', 'riepilogo'].flatMap((what) => CYCLES.map(({ id }) => `${what} ${id}`)),
    );
  });

  test('is looked at once for a day whose hours have passed, however often it is asked', async () => {
    const looked: LookedAt = new Map();
    const seen: string[] = [];
    const look = (on: '2016-02-01' | '2016-02-02', now: ReturnType<typeof at>) =>
      forEachDue(
        'riepilogo',
        CYCLES.slice(0, 1),
        { now, looked },
        () => ({ ...DAY, on, over: true }),
        async (_, day) => void seen.push(day.on),
      );
    await look('2016-02-01', at(19, 0));
    expect(await look('2016-02-01', at(22, 0))).toEqual(['ccms/2016']);
    await look('2016-02-02', at(23, 0));
    expect(seen).toEqual(['2016-02-01', '2016-02-02']);
  });

  test('that failed is tried again in the next round, and keeps the others from nothing', async () => {
    const looked: LookedAt = new Map();
    const [seen, failures]: [string[], string[]] = [[], []];
    const round = { now: at(8, 1), looked, failed: (cycle: string) => failures.push(cycle) };
    let broken = true;
    const look = () =>
      forEachDue(
        'riepilogo',
        CYCLES,
        round,
        () => DAY,
        async ({ id }) => {
          if (broken && id === 'ccms/2016') throw new Error('no answer');
          seen.push(id);
        },
      );
    expect(await look()).toEqual([]);
    broken = false;
    expect(await look()).toEqual(['ccrm/2016']);
    expect(failures).toEqual(['ccms/2016']);
    expect(seen).toEqual(['ccrm/2016', 'ccms/2016']);
  });

  test('is read for many at once; where that fails, for each of them by itself', async () => {
    const many = Array.from({ length: 2 * READ_TOGETHER }, (_, n) => ({ id: `ente-${n}/2016` }));
    const broken = many[3]?.id ?? '';
    const [read, planned, failures]: [number[], string[], string[]] = [[], [], []];
    const round = { now: at(8, 1), failed: (cycle: string) => failures.push(cycle) };
    await forEachDueReading(
      'valutazioni',
      many,
      round,
      () => DAY,
      async (cycles) => {
        read.push(cycles.length);
        if (cycles.some(({ id }) => id === broken)) throw new Error('no answer');
        return async ({ id }) => void planned.push(id);
      },
    );
    const apart = Array.from({ length: READ_TOGETHER }, () => 1);
    expect(read).toEqual([READ_TOGETHER, ...apart, READ_TOGETHER]);
    expect(failures).toEqual([broken]);
    expect(planned).toEqual(many.map(({ id }) => id).filter((id) => id !== broken));
  });

  test('at an hour that is not its own is not looked at', async () => {
    const looked: LookedAt = new Map();
    await forEachDue(
      'riepilogo',
      CYCLES,
      { now: at(5, 0), looked },
      () => undefined,
      async () => {
        throw new Error('looked at');
      },
    );
    expect(looked.size).toBe(0);
  });
});

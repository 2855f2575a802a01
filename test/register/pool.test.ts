import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { seeingPool } from '../../src/register/pool.js';
import { seeing } from '../../src/register/sight.js';

const TELLS = /set_config/;

/** Connections that note what is asked of them, each in one pair of hands at a time, the last given back taken first. */
function connections() {
  const asked: string[] = [];
  const free: pg.PoolClient[] = [];
  let opened = 0;
  const open = (): pg.PoolClient => {
    const name = ++opened;
    const client = {
      query: async (text: string, values: readonly unknown[] = []) => {
        asked.push(`${name} ${TELLS.test(text) ? `sees ${values.join()}` : text}`);
        return { rows: [] };
      },
      release: () => void free.push(client),
    } as unknown as pg.PoolClient;
    return client;
  };
  const pool = seeingPool({ connect: async () => free.pop() ?? open(), end: async () => undefined }, 'nothing');
  const ask = async (text: string): Promise<void> => {
    const client = await pool.connect();
    await client.query(text, []);
    client.release();
  };
  return { asked, free, ask, turn: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('a pool whose connections see one body at a time', () => {
  test('tells one of them whose rows it sees once for what is asked one after the other, however many bodies ask', async () => {
    const { asked, ask } = connections();
    const work = async (): Promise<void> => {
      await ask('a');
      await ask('b');
      await ask('c');
    };
    await Promise.all([seeing('anna', work), seeing('bruno', work)]);
    expect(asked.filter((one) => one.startsWith('1'))).toEqual(['1 sees anna', '1 a', '1 b', '1 c']);
    expect(asked.filter((one) => one.startsWith('2'))).toEqual(['2 sees bruno', '2 a', '2 b', '2 c']);
  });

  test('gives back what nobody takes within a turn, and who sees another body is told so', async () => {
    const { asked, free, ask, turn } = connections();
    await seeing('anna', () => ask('a'));
    expect(free).toHaveLength(0);
    await turn();
    expect(free).toHaveLength(1);
    await seeing('bruno', () => ask('b'));
    await turn();
    expect(free).toHaveLength(1);
    expect(asked).toEqual(['1 sees anna', '1 a', '1 sees bruno', '1 b']);
  });

  test('never hands one that is at hand to who sees another body', async () => {
    const { asked, ask } = connections();
    await seeing('anna', () => ask('a'));
    await seeing('bruno', () => ask('b'));
    expect(asked).toEqual(['1 sees anna', '1 a', '2 sees bruno', '2 b']);
  });
});

import type { PostgresPool } from 'kysely';
import type pg from 'pg';
import { sightNow, type UnsaidSight } from './sight.js';

/** Who watches a pool of connections. */
export interface PoolWatch {
  /** Told once: how to ask how many connections are open, idle, and asked for in vain so far. */
  pool(state: () => { readonly open: number; readonly idle: number; readonly waiting: number }): void;
  /** Told each time somebody was given a connection, after so many seconds. */
  waited(seconds: number): void;
}

/** Where connections come from. */
type Connections = Pick<pg.Pool, 'end'> & { connect(): Promise<pg.PoolClient> };

/** The pool, each connection of which sees what who takes it sees: told to the database only when it is not so already. */
export function seeingPool(pool: Connections, unsaid: UnsaidSight): PostgresPool {
  const told = new WeakMap<pg.PoolClient, string>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const sight = sightNow(unsaid);
      if (told.get(client) === sight) return client;
      try {
        await client.query(`select set_config('ciclo.sees', $1, false)`, [sight]);
      } catch (cause) {
        client.release(true);
        throw cause;
      }
      told.set(client, sight);
      return client;
    },
    end: () => pool.end(),
  };
}

/** The pool, with somebody who watches how many ask and how long they wait. */
export function watchedPool(pool: pg.Pool, watch: PoolWatch): Connections {
  watch.pool(() => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));
  return {
    connect: async () => {
      const asked = performance.now();
      try {
        return await pool.connect();
      } finally {
        watch.waited((performance.now() - asked) / 1_000);
      }
    },
    end: () => pool.end(),
  };
}

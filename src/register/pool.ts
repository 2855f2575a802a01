import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { isCut } from './cut.js';
import { inTime, RegisterSilent } from './patience.js';
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

/**
 * The pool, each connection of which sees what who takes it sees: told to the database only when it is not so already. Neither a
 * connection nor an answer is waited for longer than there is patience for.
 */
export function seeingPool(pool: Connections, unsaid: UnsaidSight): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const told = new WeakMap<pg.PoolClient, string>();
  return {
    connect: async () => {
      const client = await inTime(pool.connect(), (late) => late.release()).catch((cause: unknown) => {
        throw new RegisterSilent(cause instanceof Error ? cause.message : String(cause), { cause });
      });
      // Who takes it knows it again by this.
      const patient = known.get(client) ?? patientClient(client);
      known.set(client, patient);
      const sight = sightNow(unsaid);
      if (told.get(client) === sight) return patient;
      try {
        await patient.query(`select set_config('ciclo.sees', $1, false)`, [sight]);
      } catch (cause) {
        if (!(cause instanceof RegisterSilent)) client.release(true);
        throw cause;
      }
      told.set(client, sight);
      return patient;
    },
    end: () => pool.end(),
  };
}

/**
 * A connection that is thrown away when an answer does not come in time: what it did not say would be the next one's. One that was
 * cut while nobody had it in hand is known to be by the first query alone: to who asked, that is a register that gave no answer.
 */
function patientClient(client: pg.PoolClient): PostgresPoolClient {
  const asked: PostgresPoolClient = client;
  let silent: RegisterSilent | undefined;
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(text: string | PostgresCursor<R>, values: readonly unknown[] = []) {
    return typeof text === 'string' ? answered<R>(text, values) : asked.query<R>(text);
  }
  async function answered<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // A transaction that is rolled back is told why, and does not wait once more.
    if (silent !== undefined) throw silent;
    try {
      return await inTime(asked.query<R>(text, values), () => undefined);
    } catch (cause) {
      if (isCut(cause)) silent = new RegisterSilent(cause.message, { cause });
      else if (cause instanceof RegisterSilent) silent = cause;
      else throw cause;
      client.release(true);
      throw silent;
    }
  }
  return {
    query,
    release: () => {
      if (silent === undefined) client.release();
    },
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

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
 *
 * What one piece of work asks, query after query, goes over one connection: given back, it stays at hand for who sees the same until
 * the event loop's turn is over. With many bodies at once every other query would tell a connection whose rows it sees anew.
 */
export function seeingPool(pool: Connections, unsaid: UnsaidSight): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const told = new WeakMap<pg.PoolClient, string>();
  const atHand = new Map<string, PostgresPoolClient[]>();
  const giveBack = (client: pg.PoolClient, patient: PostgresPoolClient): void => {
    const sight = told.get(client);
    if (sight === undefined) {
      client.release();
      return;
    }
    const kept = atHand.get(sight) ?? [];
    atHand.set(sight, kept);
    kept.push(patient);
    setImmediate(() => {
      const at = kept.indexOf(patient);
      // Who took it meanwhile gives it back again.
      if (at < 0) return;
      kept.splice(at, 1);
      if (kept.length === 0) atHand.delete(sight);
      client.release();
    });
  };
  return {
    connect: async () => {
      const sight = sightNow(unsaid);
      const kept = atHand.get(sight)?.pop();
      if (kept !== undefined) return kept;
      const client = await inTime(pool.connect(), (late) => late.release()).catch((cause: unknown) => {
        throw new RegisterSilent(cause instanceof Error ? cause.message : String(cause), { cause });
      });
      // Who takes it knows it again by this.
      const patient = known.get(client) ?? patientClient(client, giveBack);
      known.set(client, patient);
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
function patientClient(
  client: pg.PoolClient,
  giveBack: (client: pg.PoolClient, patient: PostgresPoolClient) => void,
): PostgresPoolClient {
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
  const patient: PostgresPoolClient = {
    query,
    release: () => {
      if (silent === undefined) giveBack(client, patient);
    },
  };
  return patient;
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

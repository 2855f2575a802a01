import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Instant } from '../domain/calendar/types.js';
import { registerWords } from '../words/register.js';
import { APPLICATION_ROLE, quotedSchema } from './names.js';
import { type PoolWatch, seeingPool, watchedPool } from './pool.js';
import type { UnsaidSight } from './sight.js';
import type { Tables } from './tables.js';

export type Db = Kysely<Tables>;

/** An open register: one PostgreSQL schema seen through a pool that acts as the application's role. */
export interface Register {
  readonly db: Db;
  readonly schema: string;
  close(): Promise<void>;
}

export interface RegisterPlace {
  readonly url: string;
  /** `ciclo` in production, `prova_N` for a rehearsal. */
  readonly schema: string;
}

interface RegisterOptions {
  readonly connections?: number;
  /** Whose rows are seen outside of `seeing`; absent: nobody's. */
  readonly unsaid?: UnsaidSight;
  /** Watches the pool: how many connections stand how, and what a caller waits for one. */
  readonly watch?: PoolWatch;
  /** Hears of every query sent, to watch what a page or a workflow asks. */
  onQuery?(query: CompiledQuery): void;
}

/**
 * Opens a register already migrated (see `migrate`).
 * Every connection acts as `ciclo_app`, sees only its schema and there the rows of the body that is said (`seeing`), and speaks
 * UTC and ISO dates.
 * @throws when the server is out of reach or the schema has never been migrated
 */
export async function openRegister(place: RegisterPlace & RegisterOptions): Promise<Register> {
  const schema = quotedSchema(place.schema);
  const pool = new pg.Pool({
    connectionString: place.url,
    max: place.connections ?? 10,
    types: { getTypeParser: typeParser },
    application_name: `ciclo ${place.schema}`,
    keepAlive: true,
    // A server that accepts and says nothing must not take up all of them for ever.
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // A connection that breaks while idle is replaced by the pool; a query on a broken one fails by itself. One that breaks in
  // somebody's hands between two queries tells nobody but itself: unheard, that would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: seeingPool(place.watch === undefined ? pool : watchedPool(pool, place.watch), place.unsaid ?? 'nothing'),
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(sessionSettings(schema)));
      },
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: place.onQuery === undefined ? undefined : (event) => place.onQuery?.(event.query),
  });
  try {
    await db.selectFrom('cycles').select('id').limit(1).execute();
  } catch (cause) {
    await db.destroy();
    throw new Error(registerWords.notOpened(place.schema, cause instanceof Error ? cause.message : String(cause)), {
      cause,
    });
  }
  return { db, schema: place.schema, close: () => db.destroy() };
}

/**
 * Runs `work` in one transaction: the caller's, when there is one already. A transaction holds a connection, and other work
 * waits for it: it awaits queries and nothing else. Documents, files and whatever is elsewhere come before it or after.
 */
export function inTransaction<T>(db: Db, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return isTransaction(db) ? work(db) : db.transaction().execute(work);
}

/** Runs queries that all see the register as it is at one moment, and change nothing: what a document is written from. */
export function atOneMoment<T>(db: Db, read: (tx: Db) => Promise<T>): Promise<T> {
  if (isTransaction(db)) return read(db);
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

const isTransaction = (db: Db): db is Transaction<Tables> => db.isTransaction;

/** The schema that is asked: `ciclo`, or the one of a rehearsal. */
export async function spaceOf(db: Db): Promise<string> {
  const { rows } = await sql<{ space: string }>`select current_schema() as space`.execute(db);
  return rows[0]?.space ?? '';
}

/** Nothing of ours takes this long: what does has gone wrong, and must give back its connection and its locks. */
const TIMEOUTS = `set statement_timeout to '60s'; set lock_timeout to '30s'; set idle_in_transaction_session_timeout to '60s'`;

/** Milliseconds for a connection to be there, or to be free. */
const CONNECT_WITHIN_MS = 60_000;

/** A machine that vanishes is noticed within a minute or so, and the locks its connections held go with them. */
const KEEPALIVES = `set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3`;

const sessionSettings = (schema: string): string =>
  `set search_path to ${schema}; set time zone 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'iso_8601'; ${TIMEOUTS}; ${KEEPALIVES}; set role ${APPLICATION_ROLE}`;

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;

/** How values leave the database: dates and instants as ISO text, exact decimals as text, counts as numbers. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  switch (oid) {
    case OID.int8:
      return safeInteger;
    case OID.date:
    case OID.numeric:
      return (text) => text;
    case OID.timestamptz:
      return instantOfTimestamp;
    default:
      return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer out of range: ${text}`);
  return value;
}

/** `2016-01-31 22:59:59.123+00` → `2016-01-31T22:59:59Z`, cut to the second so that text order stays time order. */
function instantOfTimestamp(text: string): Instant {
  if (!text.endsWith('+00')) throw new RangeError(`timestamp not in UTC: ${text}`);
  return `${text.slice(0, 10)}T${text.slice(11, 19)}Z` as Instant;
}

import { uptime } from 'node:os';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Instant } from '../domain/calendar/types.js';
import { msOfInstant } from '../domain/clock.js';
import { clockWords as words } from '../words/process.js';
import type { Db } from './database.js';

/** Watches whether anybody knows what time it is. */
export interface ClockGuard {
  /**
   * Why the clock is not to be believed now, in Italian; undefined while it is.
   * @param at an instant that is said to have come
   */
  doubt(at?: Instant): Promise<string | undefined>;
}

/** Milliseconds by which clocks may differ before one of them is wrong: more than a bad network or a pause account for. */
const TOLERANCE_MS = 600_000;

/** Nobody has looked yet. */
const NOTHING = '';

export interface ClockGuardDeps {
  readonly db: Db;
  readonly log: Pick<Logger, 'error' | 'info'>;
  /** The clock on the wall, in milliseconds. */
  readonly wall?: () => number;
  /** Milliseconds since the machine started, its sleep among them: a clock nobody sets. */
  readonly steady?: () => number;
  /** Hears of a doubt that begins, or that there is none any more; first of how it is at the start. */
  readonly changed?: (doubt: string | undefined) => Promise<void>;
}

/**
 * Compares this machine's clock with the database's, and the database's with how long this machine has been running: on one
 * machine both would jump together. While they disagree, what is of the law is held: a line of an append-only log cannot be
 * taken back. Clocks put right are believed again at once; those that were wrong at the start, when the process starts anew.
 */
export function createClockGuard({
  db,
  log,
  wall = Date.now,
  steady = () => uptime() * 1_000,
  changed,
}: ClockGuardDeps): ClockGuard {
  let start: { readonly database: number; readonly steady: number } | undefined;
  let told: string | undefined = NOTHING;

  const look = async (at: Instant | undefined): Promise<string | undefined> => {
    const here = wall();
    const { rows } = await sql<{
      ms: string;
    }>`select floor(extract(epoch from clock_timestamp()) * 1000)::bigint::text as ms`.execute(db);
    const database = Number(rows[0]?.ms);
    start ??= { database, steady: steady() };
    if (Math.abs(here - database) > TOLERANCE_MS) return words.apart(minutes(here - database));
    const jumped = database - start.database - (steady() - start.steady);
    if (Math.abs(jumped) > TOLERANCE_MS) return words.jumped(minutes(jumped));
    if (at !== undefined && msOfInstant(at) - database > TOLERANCE_MS)
      return words.ahead(minutes(msOfInstant(at) - database));
    return undefined;
  };
  return {
    doubt: async (at) => {
      const doubt = await look(at);
      const before = told;
      told = doubt;
      if (before === NOTHING || (before === undefined) !== (doubt === undefined)) await tell(doubt, before);
      return doubt;
    },
  };

  async function tell(doubt: string | undefined, before: string | undefined): Promise<void> {
    if (doubt !== undefined) log.error({ doubt }, 'the clock is in doubt: what is of the law waits');
    else if (before !== NOTHING) log.info({ doubt: before }, 'the clock is believed again');
    // Whether it can be told or not, it is held.
    await changed?.(doubt).catch((cause: unknown) => log.error({ cause }, 'a doubt about the clock could not be told'));
  }
}

const minutes = (ms: number): number => Math.round(ms / 60_000);

import { uptime } from 'node:os';
import type { Logger } from 'pino';
import type { Instant } from '../domain/calendar/types.js';
import { instantOfMs, msOfInstant } from '../domain/clock.js';
import { clockWords as words } from '../words/process.js';
import { databaseMs } from './clock.js';
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

/** Between the two looks at which clocks must agree for a jump to be believed: whoever set them wrong may set them right. */
const CONFIRMED_AFTER_MS = 3_600_000;

/** What the database's clock and one that nobody sets said at one look. */
interface Reading {
  readonly database: number;
  readonly steady: number;
}

/** Milliseconds by which the database's clock went ahead of the time that passed. */
const jumpBetween = (before: Reading, now: Reading): number =>
  now.database - before.database - (now.steady - before.steady);

/** How often a doubt that lasts is told again. */
const TOLD_EVERY_MS = 60_000;

/** Nobody has looked yet. */
const NOTHING = '';

interface ClockGuardDeps {
  readonly db: Db;
  readonly log: Pick<Logger, 'error' | 'info'>;
  /** The clock on the wall, in milliseconds. */
  readonly wall?: () => number;
  /** Milliseconds since the machine started, its sleep among them: a clock nobody sets. */
  readonly steady?: () => number;
  /** The database's clock, in milliseconds. */
  readonly database?: () => Promise<number>;
  /**
   * Hears of a doubt that begins, every minute or so that it lasts, and that there is none any more; first of how it is at
   * the start.
   * @param at by the database's clock
   */
  readonly changed?: (doubt: string | undefined, at: Instant) => Promise<void>;
}

/**
 * Compares this machine's clock with the database's, and the database's with how long this machine has been running: on one
 * machine both would jump together, but for the drift of a slow clock between one look and the next. While they disagree, what is
 * of the law is held: a line of an append-only log cannot be taken back. Clocks put right are believed again at once. A jump
 * of which both clocks give the same account at two looks an hour apart, as after a machine's sleep, is time that has passed.
 */
export function createClockGuard({
  db,
  log,
  wall = Date.now,
  steady = () => uptime() * 1_000,
  database = () => databaseMs(db),
  changed,
}: ClockGuardDeps): ClockGuard {
  let believed: Reading | undefined;
  let jumped: Reading | undefined;
  let toldAt = 0;
  let told: string | undefined = NOTHING;

  const look = async (
    at: Instant | undefined,
  ): Promise<{ readonly doubt: string | undefined; readonly now: Reading }> => {
    const here = wall();
    const now: Reading = { database: await database(), steady: steady() };
    return {
      doubt: doubtOf(here, now) ?? (at === undefined ? undefined : notCome(msOfInstant(at) - now.database)),
      now,
    };
  };

  const doubtOf = (here: number, now: Reading): string | undefined => {
    if (Math.abs(here - now.database) > TOLERANCE_MS) {
      jumped = undefined;
      return words.apart(minutes(here - now.database));
    }
    const jump = jumpBetween(believed ?? now, now);
    if (Math.abs(jump) > TOLERANCE_MS && !confirms(now)) {
      // Another jump meanwhile: it is that one that must be confirmed.
      if (jumped === undefined || Math.abs(jumpBetween(jumped, now)) > TOLERANCE_MS) jumped = now;
      return words.jumped(minutes(jump));
    }
    jumped = undefined;
    believed = now;
    return undefined;
  };
  /** Whether this look gives the same time as the one that found the jump, long enough after it. */
  const confirms = (now: Reading): boolean =>
    jumped !== undefined &&
    now.steady - jumped.steady >= CONFIRMED_AFTER_MS &&
    Math.abs(jumpBetween(jumped, now)) <= TOLERANCE_MS;
  return {
    doubt: async (at) => {
      const { doubt, now } = await look(at);
      const before = told;
      const news = before === NOTHING || (before === undefined) !== (doubt === undefined);
      told = doubt;
      if (news) say(doubt, before);
      if (news || (doubt !== undefined && now.steady - toldAt >= TOLD_EVERY_MS)) {
        toldAt = now.steady;
        // Whether it can be told or not, it is held.
        await changed?.(doubt, instantOfMs(now.database)).catch((cause: unknown) =>
          log.error({ cause }, 'a doubt about the clock could not be told'),
        );
      }
      return doubt;
    },
  };

  function say(doubt: string | undefined, before: string | undefined): void {
    if (doubt !== undefined) log.error({ doubt }, 'the clock is in doubt: what is of the law waits');
    else if (before !== NOTHING) log.info({ doubt: before }, 'the clock is believed again');
  }
}

const notCome = (ahead: number): string | undefined => (ahead > TOLERANCE_MS ? words.ahead(minutes(ahead)) : undefined);

const minutes = (ms: number): number => Math.round(ms / 60_000);

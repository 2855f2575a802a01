import { uptime } from 'node:os';
import type { Logger } from 'pino';
import { databaseMs } from './clock.js';
import type { Db } from './database.js';

/** Milliseconds by which a clock may leave the time that passed before somebody has set it: more than it is ever corrected by. */
const TOLERANCE_MS = 60_000;

/** Between two looks at the database's clock while this machine's is in doubt. */
const LOOK_AGAIN_MS = 1_000;

interface SteadyWallDeps {
  readonly db: Db;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** This machine's clock, in milliseconds. */
  readonly wall?: () => number;
  /** Milliseconds since the machine started, its sleep among them: a clock nobody sets. */
  readonly steady?: () => number;
  /** The database's clock, in milliseconds. */
  readonly database?: () => Promise<number>;
}

/**
 * This machine's clock for as long as it is right, as a function that answers in milliseconds. When it jumps, the time goes on
 * as it passes, until the database's clock says the same as the machine's: what people do meanwhile is not dated by a clock that
 * somebody has set wrong. At the start the database's clock, which all processes share, says which time it is.
 */
export async function steadyWall({
  db,
  log,
  wall = Date.now,
  steady = () => uptime() * 1_000,
  database = () => databaseMs(db),
}: SteadyWallDeps): Promise<() => number> {
  const shared = await database();
  /** What the clock shows beyond the time the machine has been running. */
  let ahead = (near(wall(), shared) ? wall() : shared) - steady();
  let looking = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const look = async (): Promise<void> => {
    looking = true;
    lookedAt = steady();
    try {
      const there = await database();
      // Two of three: a machine whose clock was put right, or that has slept where sleeping is not counted.
      if (near(wall(), there)) ahead = wall() - steady();
      else
        log.warn({ minutes: Math.round((wall() - there) / 60_000) }, 'the clock of this machine is not the database’s');
    } catch (cause) {
      log.error({ cause }, 'the database could not be asked what time it is');
    } finally {
      looking = false;
    }
  };

  return () => {
    const [here, passed] = [wall(), steady()];
    if (near(here, passed + ahead)) {
      ahead = here - passed;
      return here;
    }
    if (!looking && passed - lookedAt >= LOOK_AGAIN_MS) void look();
    return passed + ahead;
  };
}

const near = (one: number, other: number): boolean => Math.abs(one - other) <= TOLERANCE_MS;

import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import { type Clock, calendarInstant, REAL_TIME } from '../domain/clock.js';
import type { Db } from './database.js';

/** The clock a register lives by, and the last calendar instant it was seen to show. */
interface SavedClock {
  readonly clock: Clock;
  readonly lastSeen?: Instant;
}

/** Records the clock, replacing the one before. Called at start and then now and then with what the clock shows. */
export async function saveClock(db: Db, clock: Clock, lastSeen?: Instant): Promise<void> {
  const row = {
    // Whole milliseconds: a clock derived by division need not be.
    originMs: Math.round(clock.origin),
    startMs: Math.round(clock.start),
    speed: clock.speed,
    lastSeen: lastSeen ?? null,
  };
  await db
    .insertInto('clock')
    .values(row)
    .onConflict((c) => c.column('singleton').doUpdateSet({ ...row, updatedAt: sql`now()` }))
    .execute();
}

/** The clock last recorded, or undefined in a register that never had one. */
export async function loadClock(db: Db): Promise<SavedClock | undefined> {
  const row = await db.selectFrom('clock').select(['originMs', 'startMs', 'speed', 'lastSeen']).executeTakeFirst();
  if (row === undefined) return undefined;
  const clock = { origin: row.originMs, start: row.startMs, speed: row.speed };
  return row.lastSeen === null ? { clock } : { clock, lastSeen: row.lastSeen };
}

/** What the database's clock shows, in milliseconds. */
export async function databaseMs(db: Db): Promise<number> {
  const { rows } = await sql<{
    ms: string;
  }>`select floor(extract(epoch from clock_timestamp()) * 1000)::bigint::text as ms`.execute(db);
  return Number(rows[0]?.ms);
}

/** The calendar's present in a register, by the database's clock: that of who asks may be wrong. */
export async function presentIn(db: Db): Promise<Instant> {
  const saved = await loadClock(db);
  return calendarInstant(saved?.clock ?? REAL_TIME, await databaseMs(db));
}

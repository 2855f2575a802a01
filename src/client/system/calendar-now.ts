import type { Instant } from '../../domain/calendar/types.js';
import { REAL_TIME } from '../../domain/clock.js';
import { loadClock, presentIn } from '../../register/clock.js';
import type { Db } from '../../register/database.js';

/** A register's calendar, for who only reads it. A rehearsal's stands still while nothing runs: it is what it was last seen to show. */
export async function calendarNow(db: Db): Promise<Instant> {
  const saved = await loadClock(db);
  const rehearsed = saved !== undefined && saved.clock.speed !== REAL_TIME.speed;
  return rehearsed && saved.lastSeen !== undefined ? saved.lastSeen : await presentIn(db);
}

import { yearOf } from '../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate, romeInstant, timeOfDay } from '../domain/calendar/zone.js';
import type { LaunchFacts } from '../domain/trouble-facts.js';
import type { Register } from '../register/database.js';
import { bodiesToLaunch } from '../register/trouble-facts.js';
import { launchFailure, type TemporalLook } from './temporal-look.js';

/** The last 1 June at 8 in Italy that has come: then every body's Schedule starts the cycle of the year after. */
export function lastLaunch(now: Instant): Instant {
  const of = (year: number): Instant => romeInstant(`${year}-06-01` as CivilDate, timeOfDay(8));
  const year = yearOf(romeDate(now));
  return of(year) <= now ? of(year) : of(year - 1);
}

/** Which of the bodies that a Schedule starts, and that were there by then, have no cycle of the year after. */
export async function lookAtLaunches(
  deps: TemporalLook & { readonly register: Register },
  scheduled: readonly string[],
  now: Instant,
): Promise<LaunchFacts> {
  const dueAt = lastLaunch(now);
  if (scheduled.length === 0) return { about: 'launches', dueAt, now, bodies: [] };
  const bodies = await bodiesToLaunch(deps.register.db, yearOf(romeDate(dueAt)) + 1, dueAt);
  const due = bodies.filter(({ entity }) => scheduled.includes(entity));
  return {
    about: 'launches',
    dueAt,
    now,
    bodies: await Promise.all(
      due.map(async (body) => {
        const failure = body.begun ? undefined : await launchFailure(deps, body.entity);
        return { ...body, failure };
      }),
    ),
  };
}

import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { daysBetween } from '../../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import { romeDate, romeInstant, timeOfDay } from '../../domain/calendar/zone.js';
import { type Clock, calendarInstant, msOfInstant, resumeClock } from '../../domain/clock.js';
import { saveClock } from '../../register/clock.js';
import * as ids from '../../workflows/ids.js';
import { clockSignal } from '../../workflows/messages.js';
import type { Space } from '../system/system.js';

const WHOLE_CYCLE_SECONDS = 240;
const CYCLE_DAYS = 760;
/** The whole cycle in about four minutes, on a machine that opens what is due in time at that pace. */
export const USUAL_SPEED = Math.round((CYCLE_DAYS * 86_400) / WHOLE_CYCLE_SECONDS);
const HASTE = 3;
const SAVE_CLOCK_MS = 100;
const TELL_CLOCK_MS = 50;
/** Once slow the calendar stays so for this long: every change is told to every workflow, which begins all its waits anew. */
const STAYS_SLOW_MS = 1_000;
const DAY_MS = 86_400_000;

/** How fast the calendar runs, and until when three times as fast. */
interface Pace {
  readonly from: CivilDate | undefined;
  readonly speed: number;
}

/** Calendar milliseconds somebody may be at one thing before the calendar waits for them. */
const PATIENCE_WITH_PEOPLE_MS = DAY_MS;
/** And what is to happen by itself may be late: by the time it is seen and slowed down for, it is so by more. */
const PATIENCE_WITH_SYSTEM_MS = DAY_MS / 4;
/** How much slower the calendar then runs: a day lasts some seconds. */
const EASE = 40;

/** Since when the one that is longest at something is at it; undefined where nobody, or nothing, is. */
export interface Behind {
  readonly people: Instant | undefined;
  /** A step that could open, a mail that could leave. */
  readonly system: Instant | undefined;
  /** How late each step opened so far, in calendar milliseconds, in the order they did. */
  readonly late: readonly number[];
}

/** What opens is to be no later than this: by the time one is seen to be late it is too late to slow down for it. */
const OPENS_WITHIN_MS = DAY_MS / 3;
/** A calendar begins at this part of the speed asked for, until it is seen how fast the machine opens what is due. */
const FIRST_SHARE = 1 / 3;

/**
 * The most the calendar may run at once some steps have opened: less where one was late, a little more where all were in time.
 * @param late of those that opened since it was last asked, in calendar milliseconds
 */
export function allowedAfter(allowed: number, late: readonly number[], asked: number): number {
  if (late.length === 0) return Math.min(allowed, asked);
  const worst = Math.max(...late);
  if (worst > OPENS_WITHIN_MS) return Math.max(eased(asked), allowed * Math.max(1 / 2, OPENS_WITHIN_MS / worst));
  return worst > OPENS_WITHIN_MS / 4 ? allowed : Math.min(asked, allowed * 1.1);
}

/**
 * Calendar seconds per second on a day: three times as fast before `from`, and slow while people have been at one thing for longer than a
 * day, as on a machine where pages and documents take their time, or what happens by itself is late by some hours.
 */
export function speedAt({ from, speed }: Pace, now: Instant, { people, system }: Omit<Behind, 'late'>): number {
  const usual = from !== undefined && daysBetween(romeDate(now), from) > 0 ? speed * HASTE : speed;
  const longer = (since: Instant | undefined, patience: number): boolean =>
    since !== undefined && msOfInstant(now) - msOfInstant(since) > patience;
  return longer(people, PATIENCE_WITH_PEOPLE_MS) || longer(system, PATIENCE_WITH_SYSTEM_MS) ? eased(usual) : usual;
}

const NOBODY = { people: undefined, system: undefined };

/** The clock of a rehearsal that begins on the day its cycle opens. */
export function firstClock(opensAt: Instant, pace: Pace): Clock {
  return slowClock(
    { origin: Date.now(), start: msOfInstant(romeInstant(romeDate(opensAt), timeOfDay(6))), speed: 1 },
    pace,
  );
}

/** The same clock, slow from its start: until there is a cast to live by it, no day is to be lost. */
export const slowClock = (clock: Clock, { speed }: Pace): Clock => ({ ...clock, speed: eased(speed) });

const eased = (speed: number): number => Math.max(1, speed / EASE);

/** The calendar is looked at several times a second; unlooked at it goes on for so long, about a day. */
const UNSEEN_MS = 1_500;

/**
 * The clock as if it had stood still while nobody looked at it, as on a machine that is overloaded or was put to sleep: the calendar
 * would be days, or months, ahead of everybody.
 * @param seen when it was looked at last, by the wall
 * @returns undefined where it was looked at all along
 */
export function afterStandstill(clock: Clock, seen: number, wall: number): Clock | undefined {
  return wall - seen > UNSEEN_MS ? resumeClock(clock, wall, calendarInstant(clock, seen + UNSEEN_MS)) : undefined;
}

/**
 * Saves what the calendar shows, so that an interruption costs no calendar time; slows down at `from`, and while people or the system
 * are behind.
 * @param behind who and what is
 */
export function keepClock(space: Space, pace: Pace, behind: () => Promise<Behind>): () => Promise<void> {
  let stopped = false;
  let changed = false;
  let slowUntil = 0;
  let seen = Date.now();
  let allowed = pace.speed * FIRST_SHARE;
  let opened: number | undefined;
  const standStill = (): void => {
    const wall = Date.now();
    const held = afterStandstill(space.clock(), seen, wall);
    seen = wall;
    if (held === undefined) return;
    space.setClock(held);
    changed = true;
  };
  const keeping = (async () => {
    while (!stopped) {
      standStill();
      const standing = await behind();
      const asked = speedAt(pace, space.now(), NOBODY);
      // What had opened before it was interrupted says nothing of this machine now.
      allowed = allowedAfter(allowed, standing.late.slice(opened ?? standing.late.length), asked);
      opened = standing.late.length;
      const speed = Math.min(allowed, speedAt(pace, space.now(), standing));
      const wall = Date.now();
      if (speed < space.clock().speed) slowUntil = wall + STAYS_SLOW_MS;
      if (speed !== space.clock().speed && (speed < space.clock().speed || wall >= slowUntil)) {
        space.setClock({ ...resumeClock(space.clock(), wall, calendarInstant(space.clock(), wall)), speed });
        changed = true;
      }
      await saveClock(space.register.db, space.clock(), space.now());
      await new Promise((resolve) => setTimeout(resolve, SAVE_CLOCK_MS));
    }
  })();
  // Telling takes as long as the server is busy: looking at who is behind does not wait for it.
  const telling = (async () => {
    while (!stopped) {
      if (changed) {
        changed = false;
        await tellClock(space, space.clock());
      }
      await new Promise((resolve) => setTimeout(resolve, TELL_CLOCK_MS));
    }
  })();
  return async () => {
    stopped = true;
    await Promise.all([keeping, telling]);
  };
}

/** Tells every running workflow of the space that the clock has changed; they do not look at the wall by themselves. */
export async function tellClock({ temporal, name }: Space, clock: Clock): Promise<void> {
  await Promise.all(
    (await runningWorkflows(temporal, name)).map(async (workflowId) => {
      try {
        await temporal.workflow.getHandle(workflowId).signal(clockSignal, clock);
      } catch (cause) {
        // It ended after it was listed: no clock matters to it any more.
        if (!(cause instanceof WorkflowNotFoundError)) throw cause;
      }
    }),
  );
}

/** Ids of the workflows of a space that run and take a clock. */
export async function runningWorkflows(temporal: Client, space: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const w of temporal.workflow.list({
    query: `ExecutionStatus = 'Running' AND TaskQueue = '${ids.taskQueue(space)}'`,
  })) {
    if (w.type !== 'launchCycle') found.push(w.workflowId);
  }
  return found;
}

import { type ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { CivilDate, Instant } from '../domain/calendar/types.js';

/** A due date as a calendar shows it: never with a link that lets somebody in, because calendars are shared. */
interface AllDay {
  /** The same for the same deadline, wherever it comes from: a mail, an address of a calendar, a printed calendar. */
  readonly id: string;
  readonly on: CivilDate;
  /** When what is said here was so. */
  readonly asOf: Instant;
  readonly summary: string;
  readonly description: string;
  /** A page that asks who opens it to sign in. */
  readonly url?: string;
  /** Who invites: what is mailed has one (RFC 5546, 3.2.1). */
  readonly organizer?: { readonly name: string; readonly email: string };
  readonly cancelled?: boolean;
}

/**
 * Adds a due date as an all-day event (RFC 5545). Of two that say different things of one deadline the later known wins, whichever way
 * each came: SEQUENCE counts the minutes until `asOf`.
 */
export function addAllDay(calendar: ICalCalendar, { id, on, asOf, cancelled, ...event }: AllDay): void {
  calendar.createEvent({
    ...event,
    id,
    // An all-day event carries the date alone; noon UTC is the same day in every place a server may stand.
    start: new Date(`${on}T12:00:00Z`),
    allDay: true,
    stamp: new Date(asOf),
    sequence: Math.floor(Date.parse(asOf) / 60_000),
    transparency: ICalEventTransparency.TRANSPARENT,
    status: cancelled === true ? ICalEventStatus.CANCELLED : undefined,
  });
}

import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { mailWords } from '../words/mail.js';

export interface DueDate {
  readonly entity: string;
  readonly exercise: number;
  readonly step: string;
  readonly title: string;
  readonly on: CivilDate;
  readonly link: string;
  readonly at: Instant;
}

/**
 * A due date as an all-day event (RFC 5545). The UID is the one the printed calendar gives the same deadline, so a
 * later mail, or the whole calendar, replaces the event instead of adding another.
 */
export function dueIcs(due: DueDate): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Ciclo', product: 'posta', language: 'IT' },
  });
  calendar.createEvent({
    id: `${due.entity}.${due.exercise}.${due.step}.scadenza@ciclo`,
    // An all-day event carries the date alone; noon UTC is the same day wherever this runs.
    start: new Date(`${due.on}T12:00:00Z`),
    allDay: true,
    stamp: new Date(due.at),
    // A deadline moved by a later mail wins over the one before.
    sequence: Math.floor(Date.parse(due.at) / 60_000),
    summary: mailWords.calendarTitle(due.title),
    description: due.link,
    url: due.link,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  return `${calendar.toString()}\r\n`;
}

import ical, { ICalCalendarMethod } from 'ical-generator';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { mailWords } from '../words/mail.js';
import { addAllDay } from './all-day.js';

export interface DueDate {
  readonly entity: string;
  readonly exercise: number;
  readonly step: string;
  readonly title: string;
  readonly on: CivilDate;
  /** When the mail was written. */
  readonly at: Instant;
}

/** The file for the recipient's calendar. @param from whose mail it comes with */
export function dueIcs(dues: readonly DueDate[], from: { readonly name: string; readonly address: string }): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Ciclo', product: 'posta', language: 'IT' },
  });
  for (const due of dues)
    addAllDay(calendar, {
      id: `${due.entity}.${due.exercise}.${due.step}.scadenza@ciclo`,
      on: due.on,
      asOf: due.at,
      summary: mailWords.calendarTitle(due.title),
      description: mailWords.calendarText,
      organizer: { name: from.name, email: from.address },
    });
  return `${calendar.toString()}\r\n`;
}

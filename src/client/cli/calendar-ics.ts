import ical from 'ical-generator';
import { formatItalian } from '../../domain/calendar/civil-date.js';
import type { CivilDate, DatedCalendar, DatedStep } from '../../domain/calendar/types.js';
import type { Entity } from '../../domain/entity.js';
import { addAllDay } from '../../mail/all-day.js';
import { calendarWords } from '../../words/calendar.js';
import { titleOf } from './calendar-table.js';

const words = calendarWords.ics;

/**
 * A dated calendar as iCalendar (RFC 5545): for each step an all-day event on its opening and one on its deadline.
 * UIDs say entity, exercise, step and moment, so that importing a newer calendar replaces the older one. The same
 * calendar always gives the same text: it says what was so at the cycle's opening, whenever it is written.
 */
export function calendarIcs(calendar: DatedCalendar, entity: Entity): string {
  const ics = ical({
    name: words.name(entity.name, calendar.exercise),
    prodId: { company: 'Ciclo', product: 'calendario', language: 'IT' },
  });
  for (const step of calendar.steps) {
    const description = describe(step, entity);
    const event = (moment: 'apertura' | 'scadenza', date: CivilDate, summary: string): void => {
      addAllDay(ics, {
        id: `${calendar.entity}.${calendar.exercise}.${step.id}.${moment}@ciclo`,
        on: date,
        asOf: calendar.opensAt,
        summary,
        description,
      });
    };
    event('apertura', step.opensOn, words.opens(step.title));
    event('scadenza', step.dueOn, words.due(step.title));
  }
  return `${ics.toString()}\r\n`;
}

function describe(step: DatedStep, entity: Entity): string {
  return [
    words.dueOn(formatItalian(step.dueOn)),
    words.window(step.window),
    words.owners(step.owners.map((o) => titleOf(entity, o))),
    ...(step.board === undefined ? [] : [words.board(titleOf(entity, step.board))]),
    words.norm(step.norm.citation),
  ].join('\n');
}

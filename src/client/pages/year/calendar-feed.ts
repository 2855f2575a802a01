import ical, { type ICalCalendar } from 'ical-generator';
import { FOLLOWED_PATH, followedPath } from '../../../access/followed-path.js';
import { OFFICE_PREFIX } from '../../../domain/entity.js';
import { addAllDay } from '../../../mail/all-day.js';
import type { FollowedRecord } from '../../../register/follow-up.js';
import type { FeedStep } from '../../../register/reading/feed.js';
import { feedWords as words } from '../../../words/feed.js';
import { italianDay } from '../../../words/format.js';

/** What a calendar feed is made from. */
interface CalendarContent {
  readonly name: string;
  readonly entity: string;
  readonly steps: readonly FeedStep[];
  readonly followed: readonly FollowedRecord[];
  /** Titles of roles and offices by id. */
  readonly titleOf: (role: string) => string;
  /** What links begin with, without a slash at the end. */
  readonly consoleUrl: string;
}

/**
 * Due dates as iCalendar (RFC 5545), an all-day event each. UIDs are those of the mails and of the printed calendar, so
 * the same deadline is one event wherever it comes from. The same content gives the same text: every stamp is when the
 * thing last changed, not when it is asked for.
 */
export function calendarFeed(content: CalendarContent): string {
  const ics = ical({
    name: content.name,
    prodId: { company: 'Ciclo', product: 'calendario', language: 'IT' },
    ttl: 3600,
  });
  for (const step of content.steps) addStep(ics, step, content);
  for (const item of content.followed) addFollowed(ics, item, content);
  return `${ics.toString()}\r\n`;
}

function addStep(ics: ICalCalendar, step: FeedStep, { entity, titleOf, consoleUrl }: CalendarContent): void {
  const { planned } = step;
  addAllDay(ics, {
    id: `${entity}.${step.exercise}.${step.id}.scadenza@ciclo`,
    on: step.dueOn,
    asOf: step.updatedAt,
    summary: words.step(planned.title, step.status),
    description: [
      words.due(italianDay(step.dueOn)),
      words.window(planned.window),
      words.owners(planned.owners.map(titleOf)),
      ...(planned.board === undefined ? [] : [words.board(titleOf(planned.board))]),
      words.norm(planned.norm.citation, planned.norm.force),
    ].join('\n'),
    url: `${consoleUrl}/cicli/${encodeURIComponent(entity)}/${step.exercise}/attivita/${encodeURIComponent(step.id)}`,
    cancelled: step.status === 'cancelled',
  });
}

function addFollowed(ics: ICalCalendar, item: FollowedRecord, { entity, titleOf, consoleUrl }: CalendarContent): void {
  if (item.dueOn === null) return;
  addAllDay(ics, {
    id: `${entity}${FOLLOWED_PATH[item.kind].replace('/', '.')}.${item.id.replace('/', '.')}@ciclo`,
    on: item.dueOn,
    asOf: item.last?.at ?? `${item.statedOn ?? '2000-01-01'}T00:00:00Z`,
    summary: words.followed(item.kind, item.text),
    description: [
      words.due(italianDay(item.dueOn)),
      item.text,
      ...(item.owner === null ? [] : [words.owners([titleOf(item.owner)])]),
      ...(item.norm === null ? [] : [words.norm(item.norm, 'law')]),
    ].join('\n'),
    url: `${consoleUrl}${followedPath(entity, item.kind, item.id)}`,
  });
}

/** Whether somebody with these roles and offices has a part in a step. Officers have one in every checkpoint. */
export function concerns(step: FeedStep, roles: ReadonlySet<string>): boolean {
  const { owners, participants, board, recorder, kind } = step.planned;
  const named = [...owners, ...participants, ...[board, recorder].filter((role) => role !== undefined)];
  if (named.some((role) => roles.has(role))) return true;
  return kind === 'checkpoint' && [...roles].some((role) => role.startsWith(OFFICE_PREFIX));
}

import ical, { type ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { FOLLOWED_PATH, followedPath } from '../../../access/followed-path.js';
import type { CivilDate, Instant } from '../../../domain/calendar/types.js';
import { OFFICE_PREFIX } from '../../../domain/entity.js';
import type { FollowedRecord } from '../../../register/follow-up.js';
import type { FeedStep } from '../../../register/reading/feed.js';
import { feedWords as words } from '../../../words/feed.js';
import { italianDay } from '../../../words/format.js';

/** What a calendar feed is made from. */
export interface CalendarContent {
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
  add(ics, {
    id: `${entity}.${step.exercise}.${step.id}.scadenza@ciclo`,
    on: step.dueOn,
    changedAt: step.updatedAt,
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
  add(ics, {
    id: `${entity}${FOLLOWED_PATH[item.kind].replace('/', '.')}.${item.id.replace('/', '.')}@ciclo`,
    on: item.dueOn,
    changedAt: item.last?.at ?? `${item.statedOn ?? '2000-01-01'}T00:00:00Z`,
    summary: words.followed(item.kind, item.text),
    description: [
      words.due(italianDay(item.dueOn)),
      item.text,
      ...(item.owner === null ? [] : [words.owners([titleOf(item.owner)])]),
      ...(item.norm === null ? [] : [words.norm(item.norm, 'law')]),
    ].join('\n'),
    url: `${consoleUrl}${followedPath(entity, item.kind, item.id)}`,
    cancelled: false,
  });
}

interface Due {
  readonly id: string;
  readonly on: CivilDate;
  readonly changedAt: Instant;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly cancelled: boolean;
}

function add(ics: ICalCalendar, due: Due): void {
  const changed = Date.parse(due.changedAt);
  ics.createEvent({
    id: due.id,
    // All-day events carry the date alone; noon UTC is the same day in every place a server may stand.
    start: new Date(`${due.on}T12:00:00Z`),
    allDay: true,
    stamp: new Date(changed),
    // As the mails count it: what changed later wins.
    sequence: Math.floor(changed / 60_000),
    summary: due.summary,
    description: due.description,
    url: due.url,
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(due.cancelled ? { status: ICalEventStatus.CANCELLED } : {}),
  });
}

/** Whether somebody with these roles and offices has a part in a step. Officers have one in every checkpoint. */
export function concerns(step: FeedStep, roles: ReadonlySet<string>): boolean {
  const { owners, participants, board, recorder, kind } = step.planned;
  const named = [...owners, ...participants, ...[board, recorder].filter((role) => role !== undefined)];
  if (named.some((role) => roles.has(role))) return true;
  return kind === 'checkpoint' && [...roles].some((role) => role.startsWith(OFFICE_PREFIX));
}

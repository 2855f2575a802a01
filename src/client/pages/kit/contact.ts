import type { Context } from 'hono';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { type Contact, contactOf } from '../../../domain/contact.js';
import type { BodyContacts } from '../../../domain/entity.js';
import type { ConsoleDeps } from './deps.js';

/** Whom to ask about the body a page is about, and where that body says what the law has it say of its sites. */
export interface ShownContact extends Pick<BodyContacts, 'accessibility' | 'privacy'> {
  readonly who?: Contact | undefined;
}

/**
 * Of the body the reader is known to, or of the only one there is. Who has not signed in is told what the body's file says for
 * everybody, and nobody's name.
 */
export function shownContact(deps: ConsoleDeps, c: Context, today: CivilDate): ShownContact | undefined {
  const { bodies, rehearsal } = deps;
  const known =
    c.get('standing')?.person.entity ?? c.get('duty')?.ref.entity ?? (rehearsal ? c.req.param('entity') : undefined);
  const people = c.get('viewer')?.people ?? [];
  const own = known ?? (people.length === 1 ? people[0]?.entity : undefined);
  const [only] = bodies.entities.length === 1 ? bodies.entities : [];
  const id = own ?? only?.id;
  if (id === undefined || !bodies.entities.some((one) => one.id === id)) return undefined;
  const entity = bodies.entity(id);
  const { accessibility, privacy } = entity.contacts ?? {};
  const isKnown = own !== undefined || rehearsal || entity.contacts?.email !== undefined;
  return { accessibility, privacy, who: isKnown ? contactOf(entity, today) : undefined };
}

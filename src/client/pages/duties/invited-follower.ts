import type { Context, MiddlewareHandler } from 'hono';
import { FOLLOWED_STEP } from '../../../access/followed-path.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { type FollowedRecord, followedOf } from '../../../register/follow-up.js';
import { capacitiesOf, type Person, personById } from '../../../register/people.js';
import { seeing } from '../../../register/sight.js';
import { through } from '../../../register/via.js';
import type { Site } from '../kit/site.js';
import type { NoDuty } from './duty.js';

/** Who came by the weekly list of what a body follows, and what they answer for today. */
interface InvitedFollower {
  readonly cycle: string;
  readonly entity: string;
  readonly person: Person;
  /** Everything they answer for, in their own right or for somebody absent. */
  readonly items: readonly FollowedRecord[];
}

declare module 'hono' {
  interface ContextVariableMap {
    follower: InvitedFollower;
  }
}

/** Opens what the person of a weekly list answers for. A GET that comes here changes nothing. */
export function invitedFollower(
  { deps }: Site,
  refuse: (c: Context, why: NoDuty) => Promise<Response>,
): MiddlewareHandler {
  const { db } = deps.register;
  return async (c, next) => {
    const now = deps.clock();
    const read = await deps.invitations.read(db, c.req.param('token') ?? '', now);
    if (!read.ok) return refuse(c, read.error);
    const { cycle, step, entity, person: id } = read.value;
    if (step !== FOLLOWED_STEP) return refuse(c, 'unknown');
    const [person, capacities, followed] = await Promise.all([
      personById(db, entity, id),
      capacitiesOf(db, entity, id, romeDate(now)),
      followedOf(db, entity),
    ]);
    if (person === undefined) return refuse(c, 'unknown');
    const roles = new Set(capacities.map(({ role }) => role));
    const items = followed.filter(({ owner }) => owner !== null && roles.has(owner));
    if (items.length === 0) return refuse(c, 'not-theirs');
    c.set('follower', { cycle, entity, person, items });
    await through({ channel: 'mail-link' }, () => seeing(entity, next));
    return undefined;
  };
}

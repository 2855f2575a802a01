import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { DelegationTold } from '../mail/mandate-messages.js';
import type { Db } from '../register/database.js';
import {
  DELEGATION_NOTICE,
  delegationOccasion,
  type UntoldDelegation,
  untoldDelegations,
} from '../register/delegations.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import { actingPerson } from '../register/people.js';
import { personNames } from '../register/reading/people.js';
import { eachApart, throwAll } from './each-apart.js';
import type { TasksPost } from './open-tasks.js';

/**
 * Asks a colleague for the value of what was delegated to them, with the form; when it is over, tells the other one of the two. Who
 * stands in for whom it is for is told. What was told is in the ledger: who asks again tells nothing twice.
 */
export async function planDelegationNotices(db: Db, post: TasksPost, now: Instant): Promise<void> {
  throwAll(
    await eachApart(
      await untoldDelegations(db),
      ({ cycle, delegator }) => `${cycle}/${delegator}`,
      async (one) => {
        const notice = await noticeOf(db, post, one, now);
        await planNotices(db, notice === undefined ? [] : [notice], post.domain);
      },
    ),
  );
}

/** Nobody is told where whom it is for has left: what is delegated is then asked of who delegated it. */
async function noticeOf(
  db: Db,
  { consoleUrl, invitations }: TasksPost,
  one: UntoldDelegation,
  now: Instant,
): Promise<NewNotice | undefined> {
  const { id, cycle, checkpoint: step, entity, delegator, delegate, endedBy, dueOn } = one;
  const on = romeDate(now);
  const what = endedBy === null ? 'given' : endedBy === delegate ? 'given-back' : 'taken-back';
  const [to, names] = await Promise.all([
    actingPerson(db, entity, what === 'given-back' ? delegator : delegate, on),
    personNames(db, entity),
  ]);
  if (to === undefined) return undefined;
  const actingFor = what === 'given' ? delegator : to.actingFor;
  const invited = what === 'taken-back' ? [] : [{ cycle, step, entity, person: to.id, actingFor }];
  const [link = `${consoleUrl}/mie`] = await invitations.links(db, invited, dueOn, now);
  const by = endedBy ?? one.person;
  const message: DelegationTold = {
    kind: DELEGATION_NOTICE,
    entity: { id: entity, name: one.entityName },
    exercise: one.exercise,
    recipient: to.name,
    simulated: one.simulated,
    at: now,
    what,
    by: names.get(by) ?? by,
    indicator: { code: one.indicator, name: one.name },
    title: one.title,
    until: one.until,
    dueOn,
    link,
  };
  return {
    ...{ cycle, step, kind: message.kind, on, person: to.id, actingFor },
    occasion: delegationOccasion(id, endedBy !== null),
    to: { name: to.name, address: to.email },
    message,
    simulated: one.simulated,
    dueAt: now,
  };
}

import { yearOf } from '../domain/calendar/civil-date.js';
import type { Instant } from '../domain/calendar/types.js';
import { workingDays } from '../domain/calendar/working-days.js';
import { romeDate } from '../domain/calendar/zone.js';
import { reminderDay } from '../domain/follow-up.js';
import { TOLD_ELSEWHERE } from '../domain/trouble.js';
import type { TroubleNotice } from '../mail/message.js';
import { bodyCycle, runningBodies } from '../register/cycles.js';
import { type Db, inTransaction } from '../register/database.js';
import { entityOf } from '../register/entities.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import type { Holder } from '../register/people.js';
import { entitiesWithTroubles, markTold, toldWithin, untoldTroubles } from '../register/trouble-telling.js';
import { openTroubles, type TroubleRecord } from '../register/troubles.js';
import { type Desk, messageOf, toTell } from './trouble-message.js';

/** Where in the ledger these notices stand: they are about no step of the cycle. */
export const TROUBLE_STEP = 'da-sistemare';

/** What begins within this time of a mail waits for the next one. */
const AT_MOST_EVERY_MINUTES = 60;

/**
 * Puts in the ledger a mail to each person who is to mend what has begun and nobody has been told of: all of a body's in
 * one, and not more often than once an hour. What concerns the whole installation goes to who administers any body, and
 * it as well not more often than once an hour. Each trouble is told once; what its workflow has already written about is not told again.
 */
export async function planTroubleNotices(db: Db, desk: Desk, now: Instant): Promise<void> {
  await inTransaction(db, async (tx) => {
    const untold = await untoldTroubles(tx, TOLD_ELSEWHERE);
    if (untold.length === 0) return;
    const rests = await toldWithin(tx, null, now, AT_MOST_EVERY_MINUTES);
    const common = rests ? [] : untold.filter(({ entity }) => entity === null);
    const own = new Set(untold.flatMap(({ entity }) => (entity === null ? [] : [entity])));
    const bodies = common.length === 0 ? own : new Set([...own, ...(await runningBodies(tx))]);
    const told = new Set<number>();
    for (const body of [...bodies].sort()) {
      const waits = await toldWithin(tx, body, now, AT_MOST_EVERY_MINUTES);
      const troubles = [...common, ...(waits ? [] : untold.filter(({ entity }) => entity === body))];
      if (troubles.length === 0) continue;
      if (!(await planFor(tx, desk, body, troubles, now, 'begun'))) continue;
      for (const { id } of troubles) told.add(id);
    }
    await markTold(tx, [...told], now);
  });
}

/**
 * On the first working day of a week, at the hour of the body's reminders: what is still there, one mail to each person who
 * steers the cycle, and to who administers the body of what they are to mend. Idempotent: the key has the day and the person.
 */
export async function planTroubleDigests(db: Db, desk: Desk, now: Instant): Promise<void> {
  for (const body of await entitiesWithTroubles(db)) {
    const entity = await entityOf(db, body);
    if (entity === undefined) continue;
    if (reminderDay(now, entity.notices, workingDays(entity.patronSaint)) === undefined) continue;
    await planFor(db, desk, body, await openTroubles(db, { entity: body }), now, 'weekly');
  }
}

/** A mail that no ledger can hold, with the troubles it tells. */
interface LooseMail {
  readonly to: Holder;
  readonly message: TroubleNotice;
  readonly troubles: readonly number[];
}

/**
 * What has begun in bodies that have no cycle yet, so that there is no ledger to write it in: that the first one did not
 * begin would otherwise be told to nobody.
 */
export async function looseTroubleMails(db: Db, desk: Desk, now: Instant): Promise<readonly LooseMail[]> {
  const mails: LooseMail[] = [];
  const untold = await untoldTroubles(db, TOLD_ELSEWHERE);
  for (const entity of new Set(untold.flatMap((trouble) => trouble.entity ?? []))) {
    if ((await bodyCycle(db, entity)) !== undefined) continue;
    const name = (await entityOf(db, entity))?.name;
    if (name === undefined) continue;
    const place = { exercise: yearOf(romeDate(now)) + 1, simulated: false, entityName: name };
    const told = await toTell(
      db,
      entity,
      untold.filter((trouble) => trouble.entity === entity),
      now,
      'begun',
    );
    for (const [to, theirs] of told)
      mails.push({
        to,
        message: messageOf(desk, entity, place, to, theirs, now, 'begun'),
        troubles: theirs.map(({ id }) => id),
      });
  }
  return mails;
}

/** @returns whether there is somebody to tell, and a ledger to write it in */
async function planFor(
  db: Db,
  desk: Desk,
  entity: string,
  troubles: readonly TroubleRecord[],
  now: Instant,
  moment: TroubleNotice['moment'],
): Promise<boolean> {
  const cycle = await bodyCycle(db, entity);
  if (cycle === undefined) return false;
  const notices: readonly NewNotice[] = [...(await toTell(db, entity, troubles, now, moment))].map(([to, theirs]) => ({
    cycle: cycle.id,
    step: TROUBLE_STEP,
    kind: 'troubles',
    on: romeDate(now),
    person: to.id,
    occasion: moment === 'weekly' ? 'settimana' : String(Math.max(...theirs.map(({ id }) => id))),
    to: { name: to.name, address: to.email },
    message: messageOf(desk, entity, cycle, to, theirs, now, moment),
    simulated: cycle.simulated,
    dueAt: now,
  }));
  await planNotices(db, notices, desk.domain);
  return notices.length > 0;
}

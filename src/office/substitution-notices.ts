import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { SubstitutionBegun, TaskTaken } from '../mail/mandate-messages.js';
import { bodyCycle } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import { type Person, personById, titlesOf } from '../register/people.js';
import { ownTasks } from '../register/reading/own-tasks.js';
import {
  SUBSTITUTION_NOTICE,
  type SubstitutionToTell,
  substitutionOccasion,
  substitutionsToTell,
} from '../register/reading/substitutions-to-tell.js';
import { eachApart, throwAll } from './each-apart.js';
import { type TasksPost, withLinks } from './open-tasks.js';

/** Where in the ledger these notices stand: they are about no step of the cycle. */
export const SUBSTITUTION_STEP = 'sostituzioni';

/**
 * Tells of each substitution on the day it begins, or is recorded when it has begun: who stands in is asked what is open, each with
 * its form, and who is absent learns who is asked in their place. What was told is in the ledger: who asks again tells nothing twice.
 */
export async function planSubstitutionNotices(db: Db, post: TasksPost, now: Instant): Promise<void> {
  const begun = await substitutionsToTell(db, romeDate(now));
  throwAll(
    await eachApart(
      begun,
      ({ entity, absent }) => `${entity}/${absent}`,
      async (one) => planNotices(db, await noticesOf(db, post, one, now), post.domain),
    ),
  );
}

async function noticesOf(
  db: Db,
  post: TasksPost,
  { id, entity, fromDate, toDate, ...one }: SubstitutionToTell,
  now: Instant,
): Promise<readonly NewNotice[]> {
  const [cycle, absent, substitute, titles] = await Promise.all([
    bodyCycle(db, entity),
    personById(db, entity, one.absent),
    personById(db, entity, one.substitute),
    titlesOf(db, entity),
  ]);
  // A body without a cycle asks nobody anything yet: it is told when there is one.
  if (cycle === undefined || absent === undefined || substitute === undefined) return [];
  const on = romeDate(now);
  const taken = await takenOver(db, post, substitute, absent, now);
  return [
    { person: substitute, to: 'substitute' as const, tasks: taken, link: `${post.consoleUrl}/mie` },
    { person: absent, to: 'absent' as const, tasks: [], link: `${post.consoleUrl}/mie` },
  ].map(({ person, ...told }): NewNotice => {
    const message: SubstitutionBegun = {
      kind: SUBSTITUTION_NOTICE,
      entity: { id: entity, name: cycle.entityName },
      exercise: cycle.exercise,
      recipient: person.name,
      simulated: cycle.simulated,
      at: now,
      absent: absent.name,
      substitute: substitute.name,
      from: fromDate,
      until: toDate,
      scope: (one.scope ?? []).map((role) => titles.get(role) ?? role),
      ...told,
    };
    return {
      ...{ cycle: cycle.id, step: SUBSTITUTION_STEP, kind: message.kind, on, person: person.id },
      occasion: substitutionOccasion(id),
      to: { name: person.name, address: person.email },
      message,
      simulated: cycle.simulated,
      dueAt: now,
    };
  });
}

/** What waits today for who is absent, with the form of each for who stands in. */
async function takenOver(
  db: Db,
  post: TasksPost,
  substitute: Person,
  absent: Person,
  now: Instant,
): Promise<readonly TaskTaken[]> {
  const tasks = (await ownTasks(db, substitute, romeDate(now))).filter(
    (task) =>
      task.trouble === undefined && task.as.some((one) => one.actingFor === absent.name && one.delegated !== true),
  );
  return await withLinks(db, post, tasks, { person: substitute.id, actingFor: absent.id }, now);
}

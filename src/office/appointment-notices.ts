import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { Appointed } from '../mail/mandate-messages.js';
import { bodyCycle } from '../register/cycles.js';
import { type Db, inTransaction } from '../register/database.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import { personById, titlesOf } from '../register/people.js';
import {
  APPOINTMENT_NOTICE,
  type MandateToTell,
  mandatesToTell,
  markTold,
} from '../register/reading/mandates-to-tell.js';
import { ownTasks } from '../register/reading/own-tasks.js';
import { eachApart, throwAll } from './each-apart.js';
import { type TasksPost, withLinks } from './open-tasks.js';

/** Where in the ledger these notices stand: they are about no step of the cycle. */
export const APPOINTMENT_STEP = 'incarichi';

/**
 * Tells somebody what a page has given them, on its first day or when it is recorded if that is later: what is open is asked of them,
 * each with its form. What begins for one person on one day is one mail.
 */
export async function planAppointmentNotices(db: Db, post: TasksPost, now: Instant): Promise<void> {
  const tell = async (mandates: readonly [MandateToTell, ...MandateToTell[]]): Promise<void> => {
    const notice = await noticeOf(db, post, mandates, now);
    // A body without a cycle asks nobody anything yet: they are told when there is one.
    if (notice === undefined) return;
    await inTransaction(db, async (tx) => {
      await planNotices(tx, [notice], post.domain);
      for (const mandate of mandates) await markTold(tx, mandate);
    });
  };
  const toTell = byPerson(await mandatesToTell(db, romeDate(now)));
  throwAll(await eachApart(toTell, ([{ entity, person }]) => `${entity}/${person}`, tell));
}

function byPerson(all: readonly MandateToTell[]): readonly (readonly [MandateToTell, ...MandateToTell[]])[] {
  const grouped = new Map<string, [MandateToTell, ...MandateToTell[]]>();
  for (const one of all) {
    const key = `${one.entity}/${one.person}`;
    const own = grouped.get(key);
    if (own === undefined) grouped.set(key, [one]);
    else own.push(one);
  }
  return [...grouped.values()];
}

async function noticeOf(
  db: Db,
  post: TasksPost,
  mandates: readonly [MandateToTell, ...MandateToTell[]],
  now: Instant,
): Promise<NewNotice | undefined> {
  const [{ entity, person: id }] = mandates;
  const [cycle, person, titles] = await Promise.all([
    bodyCycle(db, entity),
    personById(db, entity, id),
    titlesOf(db, entity),
  ]);
  if (cycle === undefined || person === undefined) return undefined;
  const on = romeDate(now);
  const given = new Set(mandates.map(({ role }) => titles.get(role) ?? role));
  const open = (await ownTasks(db, person, on)).filter(
    (task) =>
      task.trouble === undefined && task.as.some(({ title, actingFor }) => actingFor === undefined && given.has(title)),
  );
  const message: Appointed = {
    kind: APPOINTMENT_NOTICE,
    entity: { id: entity, name: cycle.entityName },
    exercise: cycle.exercise,
    recipient: person.name,
    simulated: cycle.simulated,
    at: now,
    mandates: mandates.map(({ role, from, to }) => ({ title: titles.get(role) ?? role, from, until: to ?? undefined })),
    tasks: await withLinks(db, post, open, { person: id }, now),
    link: `${post.consoleUrl}/mie`,
  };
  return {
    ...{ cycle: cycle.id, step: APPOINTMENT_STEP, kind: message.kind, on, person: id },
    occasion: mandates.map(({ role, from }) => `${role}@${from}`).join(' '),
    to: { name: person.name, address: person.email },
    message,
    simulated: cycle.simulated,
    dueAt: now,
  };
}

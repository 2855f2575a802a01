import { FOLLOWED_STEP, followedPath, INVITED_LIST, invitedItem } from '../access/followed-path.js';
import type { Invitations } from '../access/invitations.js';
import { daysBetween } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { type WorkingDays, workingDays, workingDaysBetween } from '../domain/calendar/working-days.js';
import { romeDate } from '../domain/calendar/zone.js';
import { type FollowedKind, isDone, isReminded, type ReminderDay, reminderDay } from '../domain/follow-up.js';
import type { FollowedAsked, FollowUpReminder } from '../mail/message.js';
import type { Db } from '../register/database.js';
import { type FollowedRecord, followedOf } from '../register/follow-up.js';
import type { Invited } from '../register/invitations.js';
import { withdrawNotices } from '../register/notice-withdrawals.js';
import { type NewNotice, noticeKey, planNotices } from '../register/notices.js';
import { actingPerson, type Holder, holdersOf, titlesOf } from '../register/people.js';
import { isAnyPlanned, leftOfDay } from '../register/reading/notices.js';
import { type RunningCycle, runningCycles } from '../register/reading/running-cycles.js';
import { followUpWords } from '../words/follow-up.js';
import { followUpMailWords } from '../words/follow-up-mail.js';
import { forEachDue, type Round } from './each-due.js';

/** What a list of the week leaves with. */
interface FollowUpPost {
  readonly domain: string;
  readonly consoleUrl: string;
  readonly invitations: Pick<Invitations, 'links'>;
}

/** What they are in the ledger. */
const FOLLOW_UP_KIND = 'follow-up-reminder';

/** Somebody who is written to, with what they answer for and what their people have left. */
interface Reminded {
  readonly to: Holder;
  readonly own: FollowedRecord[];
  readonly others: FollowedRecord[];
}

/**
 * Puts in the ledger this week's lists of obligations and improvement actions, when it is the first working day past the policy's
 * hour: one mail to each person who answers for something near or late, and to the managers of who is late for longer
 * than the policy bears. Idempotent: the key has the day and the person. Reminders of an earlier day that never left are
 * withdrawn.
 * @param round one that was looked at in this quarter of an hour answers for those of today that have not left
 * @returns the keys of today's, by the cycle they stand under
 */
export async function planFollowUpNotices(
  db: Db,
  post: FollowUpPost,
  round: Round,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const planned = new Map<string, readonly string[]>();
  const again = await forEachDue(
    FOLLOW_UP_KIND,
    await runningCycles(db),
    round,
    (cycle) => reminderDay(round.now, cycle.notices, workingDays(cycle.patronSaint), round.hours),
    async (cycle, day) => {
      const keys = await planFor(db, post, cycle, day, workingDays(cycle.patronSaint));
      if (keys.length > 0) planned.set(cycle.id, keys);
    },
  );
  for (const { cycle, key } of await leftOfDay(db, FOLLOW_UP_KIND, romeDate(round.now), again))
    planned.set(cycle, [...(planned.get(cycle) ?? []), key]);
  return planned;
}

async function planFor(
  db: Db,
  post: FollowUpPost,
  cycle: RunningCycle,
  reminders: ReminderDay,
  days: WorkingDays,
): Promise<readonly string[]> {
  const notices = await noticesFor(db, post, cycle, reminders, days);
  if (!isSome(notices)) return [];
  if (!(await isAnyPlanned(db, notices.map(noticeKey)))) {
    // Of earlier days only: another worker may have planned today's meanwhile.
    const [{ on }] = notices;
    await withdrawNotices(db, { cycle: cycle.id, step: FOLLOWED_STEP }, followUpMailWords.stale, on);
  }
  return await planNotices(db, notices, post.domain);
}

const isSome = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

async function noticesFor(
  db: Db,
  { consoleUrl, invitations }: FollowUpPost,
  cycle: RunningCycle,
  reminders: ReminderDay,
  days: WorkingDays,
): Promise<readonly NewNotice[]> {
  const items = (await followedOf(db, cycle.entity)).filter(
    (item) => item.dueOn !== null && !isDone(item) && isReminded(item.dueOn, reminders, cycle.notices, days),
  );
  if (items.length === 0) return [];
  const titles = await titlesOf(db, cycle.entity);
  const bears = cycle.notices.escalateToManager;
  const isForManager = ({ dueOn }: FollowedRecord): boolean =>
    dueOn !== null && bears !== undefined && workingDaysBetween(dueOn, reminders.on, days) >= bears;
  const reminded = await remindedBy(db, cycle.entity, items, reminders, isForManager);
  const links = await invitations.links(db, invitedOf(cycle, reminded), reminders.on, reminders.at);
  const asked = (item: FollowedRecord, link: string): readonly FollowedAsked[] =>
    item.dueOn === null
      ? []
      : [
          {
            kind: item.kind,
            text: item.text,
            state: stateOf(item),
            dueOn: item.dueOn,
            lateDays: Math.max(0, daysBetween(item.dueOn, reminders.on)),
            owner: titles.get(item.owner ?? '') ?? item.owner ?? '',
            norm: item.norm ?? undefined,
            link,
          },
        ];
  return reminded.map(({ to, own, others }, index): NewNotice => {
    const invited = links[index] ?? consoleUrl;
    const message: FollowUpReminder = {
      kind: FOLLOW_UP_KIND,
      entity: { id: cycle.entity, name: cycle.name },
      exercise: cycle.exercise,
      recipient: to.name,
      simulated: cycle.simulated,
      at: reminders.at,
      // Who only answers for those who answer looks at the pages of everybody.
      link: own.length > 0 ? `${invited}${INVITED_LIST}` : `${consoleUrl}${listOf(cycle.entity, others, reminders.on)}`,
      own: own.flatMap((item) => asked(item, `${invited}${invitedItem(item.kind, item.id)}`)),
      others: others.flatMap((item) => asked(item, `${consoleUrl}${followedPath(cycle.entity, item.kind, item.id)}`)),
    };
    return {
      cycle: cycle.id,
      step: FOLLOWED_STEP,
      kind: message.kind,
      on: reminders.on,
      person: to.id,
      occasion: 'settimana',
      to: { name: to.name, address: to.email },
      message,
      simulated: cycle.simulated,
      dueAt: reminders.at,
    };
  });
}

/** Each with a link of their own, whatever they stand in for: what is asked of one person is in one place. */
const invitedOf = ({ id, entity }: RunningCycle, reminded: readonly Reminded[]): readonly Invited[] =>
  reminded.map(({ to }) => ({ cycle: id, step: FOLLOWED_STEP, entity, person: to.id }));

/** What was published for the term before is to be brought up to date for this one. */
const stateOf = ({ state }: FollowedRecord): string => {
  if (state === undefined) return followUpWords.unknown;
  return state === 'fulfilled' ? followUpMailWords.again : followUpWords.state[state];
};

/** Each person once, with everything: what they answer for today, substitutes in the place of the absent. */
async function remindedBy(
  db: Db,
  entity: string,
  items: readonly FollowedRecord[],
  { on }: ReminderDay,
  isForManager: (item: FollowedRecord) => boolean,
): Promise<readonly Reminded[]> {
  const people = new Map<string, Reminded>();
  const of = (to: Holder): Reminded => {
    const there = people.get(to.id) ?? { to, own: [], others: [] };
    people.set(to.id, there);
    return there;
  };
  const owners = new Map<string, readonly Holder[]>();
  for (const role of new Set(items.flatMap((item) => item.owner ?? []))) {
    owners.set(role, await holdersOf(db, entity, role, on));
  }
  for (const item of items) {
    const holders = owners.get(item.owner ?? '') ?? [];
    for (const holder of holders) of(holder).own.push(item);
    if (!isForManager(item)) continue;
    for (const manager of new Set(holders.flatMap((holder) => holder.manager ?? []))) {
      const acting = await actingPerson(db, entity, manager, on);
      if (acting === undefined || holders.some((holder) => holder.id === acting.id)) continue;
      of(acting).others.push(item);
    }
  }
  return [...people.values()];
}

/** What the law asks goes before what the body has set itself. */
const BY_WEIGHT: readonly FollowedKind[] = ['obligation', 'corrective', 'improvement'];

/** The list where all or most of it is to be found: late before near, obligations before actions. */
function listOf(entity: string, items: readonly FollowedRecord[], on: CivilDate): string {
  const isLate = (item: FollowedRecord): boolean => item.dueOn !== null && item.dueOn < on;
  const late = items.filter(isLate);
  const shown = late.length > 0 ? late : items;
  const kind = BY_WEIGHT.find((one) => shown.some((item) => item.kind === one)) ?? 'obligation';
  return `${followedPath(entity, kind)}?mostra=${late.length > 0 ? 'ritardo' : 'scadenza'}`;
}

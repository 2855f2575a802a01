import { type DelayNoticeData, delayNotice, type Wait } from '../documents/ritardo.js';
import { SYSTEM } from '../domain/acting.js';
import { maxDate } from '../domain/calendar/civil-date.js';
import { daysPast, doneOn, legalTermOf } from '../domain/calendar/legal-term.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleKey } from '../domain/cycle-id.js';
import { factsOfCycle } from '../register/cycles.js';
import { atOneMoment, type Db, inTransaction } from '../register/database.js';
import { decisionsOf } from '../register/decisions.js';
import { overtakenNotices } from '../register/delay-notices.js';
import { delayKind, delayReasonsOf, overdueByLaw, unprintedReasons } from '../register/delays.js';
import { documentOf, saveDocument } from '../register/documents.js';
import { entityOf } from '../register/entities.js';
import { hearingOf } from '../register/hearings.js';
import { appendLog, isLogged } from '../register/log.js';
import { holdersOf, personById, titlesOf } from '../register/people.js';
import { type StepRecord, stepOf, stepsOf } from '../register/steps.js';
import { delayWords as words } from '../words/delay.js';
import { italianDay } from '../words/format.js';
import { deposited } from './deposit.js';

/**
 * Writes the notice of delay of a step past its legal term, with the reasons given so far and who waits for whom, and keeps
 * it with the documents of the cycle. Idempotent by `occasion`: asked again it is the same notice. After the transaction that
 * makes it due, never inside: what is lost between the two the watch writes.
 * @param occasion tells this version from the others of the step: the day it went late, the key of a reason
 */
export async function writeDelayNotice(
  db: Db,
  about: { readonly cycle: string; readonly step: string },
  at: Instant,
  occasion: string,
): Promise<void> {
  const { cycle } = about;
  const key = `${cycle}/${about.step}/delay/${occasion}`;
  await deposited(async () => {
    const data = await atOneMoment(db, async (tx) => {
      const step = await stepOf(tx, cycle, about.step);
      if (step === undefined) throw new Error(`step ${about.step} of ${cycle} is not in the register`);
      return (await isLogged(tx, key)) ? undefined : await delayData(tx, step, at);
    });
    if (data === undefined) return;
    const document = await delayNotice(data);
    await inTransaction(db, async (tx) => {
      if (await isLogged(tx, key)) return;
      await saveDocument(tx, {
        cycle,
        kind: delayKind(about.step),
        version: data.version ?? 1,
        title: document.title,
        mime: document.mime,
        bytes: document.bytes,
        forms: document.forms,
        simulated: data.simulated,
        frozenAt: at,
      });
      await appendLog(tx, {
        key,
        at,
        actor: SYSTEM,
        action: 'delay-notice-written',
        subject: document.title,
        cycle,
        step: about.step,
        detail: { hash: document.hash, dueOn: data.due, daysLate: data.daysLate, waits: data.waits },
      });
    });
  });
}

/** A notice of delay that could not be written, and why. */
interface UnwrittenNotice {
  readonly cycle: string;
  readonly step: string;
  readonly cause: unknown;
}

/**
 * Writes the notices of delay that are due and not there, also of steps that could not even open, and those that lack a
 * reason on record: whoever gave it was interrupted. One that an act has overtaken is followed by another that says its date.
 * @returns those that could not be written: what is wrong with one body keeps no other waiting
 */
export async function writeMissingDelayNotices(db: Db, now: Instant): Promise<readonly UnwrittenNotice[]> {
  const unwritten: UnwrittenNotice[] = [];
  const trying = async (cycle: string, step: string, at: Instant, occasion: string): Promise<void> => {
    await writeDelayNotice(db, { cycle, step }, at, occasion).catch((cause: unknown) => {
      unwritten.push({ cycle, step, cause });
    });
  };
  for (const { cycle, id } of await overdueByLaw(db, now)) {
    await trying(cycle, id, now, `${romeDate(now)}`);
  }
  for (const { cycle, step, key, at } of await unprintedReasons(db)) await trying(cycle, step, at, key);
  for (const { cycle, step, key, at } of await overtakenNotices(db)) await trying(cycle, step, at, `act-${key}`);
  return unwritten;
}

async function delayData(db: Db, step: StepRecord, at: Instant): Promise<DelayNoticeData> {
  const { entity: entityId, exercise } = cycleKey(step.cycle);
  const on = romeDate(at);
  const [entity, titles, reasons, last, cycle] = await Promise.all([
    entityOf(db, entityId),
    titlesOf(db, entityId),
    delayReasonsOf(db, step.cycle, step.id),
    documentOf(db, step.cycle, delayKind(step.id)),
    factsOfCycle(db, step.cycle),
  ]);
  if (entity === undefined) throw new Error(`entity ${entityId} is not in the register`);
  const said = await Promise.all(
    reasons.map(async ({ person, reason, at: when }) => {
      const who = (await personById(db, entityId, person))?.name ?? person;
      return words.reasonOf(reason, who, italianDay(romeDate(when)));
    }),
  );
  const term = legalTermOf(step.planned);
  if (term === undefined) throw new Error(`step ${step.id} of ${step.cycle} has no term of law to be late for`);
  const completedOn = step.status === 'done' && step.completedAt !== null ? romeDate(step.completedAt) : undefined;
  const approved = (await decisionsOf(db, step.cycle, step.id)).findLast(({ outcome }) => outcome === 'approved');
  const done = doneOn({ completedOn, actedOn: approved?.actDate ?? undefined });
  const title = (role: string): string => titles.get(role) ?? role;
  return {
    entity: entity.name,
    exercise,
    on,
    simulated: cycle.simulated,
    version: (last?.version ?? 0) + 1,
    step: step.planned.title,
    due: term,
    norm: step.planned.norm.citation,
    daysLate: daysPast(term, done ?? on),
    doneOn: done,
    reasons: said,
    waits: await waitsOf(db, step, on, title),
    to: PERFORMANCE.includes(step.planned.document ?? '') ? [words.department] : [],
    signers: [title(entity.head)],
  };
}

/** Documents whose delay is told to the Dipartimento della funzione pubblica (D.Lgs. 150/2009, art. 10, c. 5). */
const PERFORMANCE = ['piano', 'relazione'];

/** Who waited for whom: for the steps before it, for who has it in hand, and who waits behind it. */
async function waitsOf(
  db: Db,
  step: StepRecord,
  on: CivilDate,
  title: (role: string) => string,
): Promise<readonly Wait[]> {
  const { entity } = cycleKey(step.cycle);
  const all = await stepsOf(db, step.cycle);
  const titled = (roles: readonly string[]): string => roles.map(title).join(', ');
  const named = async (roles: readonly string[]): Promise<string> => {
    const holders = await Promise.all(roles.map((role) => holdersOf(db, entity, role, on)));
    const names = [...new Set(holders.flat().map((h) => h.name))];
    return names.length === 0 ? titled(roles) : `${titled(roles)} (${names.join(', ')})`;
  };
  const own = titled(step.planned.owners);
  const before = await Promise.all(
    all
      .filter((other) => step.planned.after.includes(other.id))
      .filter(({ completedAt, dueOn }) => completedAt === null || romeDate(completedAt) > dueOn)
      .map(async (other) => ({
        waiting: own,
        waitedFor: await named(awaited(other)),
        what: other.planned.title,
        since: other.dueOn,
        until: other.completedAt === null ? undefined : romeDate(other.completedAt),
      })),
  );
  const inHand = step.openedAt === null ? [] : await handsOf(db, step, named, titled);
  const behind = await Promise.all(
    all
      .filter((other) => other.planned.after.includes(step.id) && other.openedAt === null)
      .map(async (other) => ({
        waiting: titled(other.planned.owners),
        waitedFor: await named(awaited(step)),
        what: step.planned.title,
        since: maxDate(step.dueOn, other.planned.opensOn),
      })),
  );
  return [...before, ...inHand, ...behind.filter((wait) => wait.since <= on)];
}

/**
 * Who had an open step in hand, one after the other: the owners of a task; the board for what was put before it, and its
 * preparers from each rejection until they put the next before it.
 */
async function handsOf(
  db: Db,
  step: StepRecord,
  named: (roles: readonly string[]) => Promise<string>,
  titled: (roles: readonly string[]) => string,
): Promise<readonly Wait[]> {
  const { planned } = step;
  const what = planned.title;
  const ended = step.completedAt === null ? undefined : romeDate(step.completedAt);
  const opened = romeDate(step.openedAt ?? planned.opensAt);
  if (planned.board === undefined || planned.recorder === undefined) {
    return [{ waiting: words.cycle, waitedFor: await named(planned.owners), what, since: opened, until: ended }];
  }
  const board = `${titled([planned.board])}, ${await named([planned.recorder])}`;
  const toBoard = { waiting: titled(planned.owners), waitedFor: board, what };
  const toPreparers = { waiting: titled([planned.board]), waitedFor: await named(planned.owners), what };
  const { documents, decisions } = await hearingOf(db, step);
  if (documents.length === 0) return [{ ...toBoard, since: opened, until: ended }];
  return documents.flatMap(({ round, frozenOn }, at): readonly Wait[] => {
    const next = documents[at + 1]?.frozenOn ?? ended;
    const rejection = decisions.findLast((one) => one.round === round && one.outcome === 'rejected');
    if (rejection === undefined) return [{ ...toBoard, since: frozenOn, until: next }];
    const rejectedOn = romeDate(rejection.at);
    return [
      { ...toBoard, since: frozenOn, until: rejectedOn },
      { ...toPreparers, since: rejectedOn, until: next },
    ];
  });
}

const awaited = ({ planned }: StepRecord): readonly string[] =>
  planned.board === undefined ? planned.owners : [planned.board];

import { addDays } from '../domain/calendar/civil-date.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { type PhaseMoment, phaseMoments, RECIPIENTS_AT_ONCE } from '../domain/voices/communication.js';
import type { CommunicationMail, PhaseNotice } from '../mail/message.js';
import { COMMUNICATION_STEP, communicationOccasion } from '../register/communications.js';
import { cycleOf } from '../register/cycles.js';
import { type Db, inTransaction } from '../register/database.js';
import { documentsOf } from '../register/documents.js';
import { earlierSteps } from '../register/earlier-steps.js';
import { entityOf } from '../register/entities.js';
import { holdersOn } from '../register/holders.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import type { Holder } from '../register/people.js';
import { stepsOf } from '../register/steps.js';
import {
  communicationsToWrite,
  cyclesThatTell,
  REPORT_NOTICE,
  recipientsWritten,
  toldPhases,
} from '../register/telling.js';
import { communicationMailWords } from '../words/communication-mail.js';
import { eachApart, throwAll } from './each-apart.js';

/** What mails are written with. */
interface Desk {
  readonly domain: string;
  readonly consoleUrl: string;
}

/** The kinds of message that no workflow waits for and that tell something. */
export const COMMUNICATION_NOTICES = ['communication', 'phase', REPORT_NOTICE] as const;

/**
 * Puts in the ledger the next mails of the communications that are on record. Each goes once: to whom it was to be written is forgotten
 * in the transaction that puts it there.
 */
export async function planCommunicationNotices(db: Db, desk: Desk, now: Instant): Promise<void> {
  const communications = await communicationsToWrite(db, RECIPIENTS_AT_ONCE);
  const write = async (told: (typeof communications)[number]): Promise<void> => {
    const cycle = await cycleOf(db, told.cycle);
    const entity = cycle && (await entityOf(db, cycle.entity));
    if (cycle === undefined || entity === undefined) return;
    const document = (await documentsOf(db, told.cycle)).find(({ hash }) => hash === told.documentHash);
    const inside = document === undefined ? `/cicli/${told.cycle}` : `/documenti/${document.hash}`;
    const notices = told.recipients.map(({ address, name, person }): NewNotice => {
      const message: CommunicationMail = {
        kind: 'communication',
        entity: { id: entity.id, name: entity.name },
        exercise: cycle.exercise,
        recipient: name,
        simulated: told.simulated,
        at: now,
        about: told.about,
        text: told.mailText === '' ? undefined : told.mailText,
        document: document && { title: document.title, hash: document.hash },
        link: told.page === '' ? `${desk.consoleUrl}${inside}` : told.page,
      };
      return {
        cycle: told.cycle,
        step: COMMUNICATION_STEP,
        kind: message.kind,
        on: romeDate(now),
        person: person ?? address,
        occasion: communicationOccasion(told.id),
        to: { name, address },
        message,
        simulated: told.simulated,
        dueAt: now,
      };
    });
    await inTransaction(db, async (tx) => {
      await planNotices(tx, notices, desk.domain);
      await recipientsWritten(
        tx,
        told.id,
        told.recipients.map(({ address }) => address),
      );
    });
  };
  throwAll(await eachApart(communications, ({ cycle, id }) => `${cycle}/${communicationOccasion(id)}`, write));
}

/** How long after its end a cycle's last phase is still told of: a worker may have been away. */
const STILL_TOLD_DAYS = 30;

const occasionOf = ({ phase, moment }: Pick<PhaseMoment, 'phase' | 'moment'>): string => `${phase.id}-${moment}`;

/**
 * Tells the participants of each phase of a running cycle that it has opened, and that its result is there: one mail to each person,
 * whatever roles they hold, and once for good, whatever is reopened since. Not of cycles that were planned before there was such
 * a mail.
 */
export async function planPhaseNotices(db: Db, desk: Desk, now: Instant): Promise<void> {
  const cycles = await cyclesThatTell(db, addDays(romeDate(now), -STILL_TOLD_DAYS));
  const tell = async ({ id, entity: body }: (typeof cycles)[number]): Promise<void> => {
    const [cycle, entity, records] = [await cycleOf(db, id), await entityOf(db, body), await stepsOf(db, id)];
    if (cycle === undefined || entity === undefined) return;
    const already = await toldPhases(db, id);
    const earlier = new Set((await earlierSteps(db, id)).map(({ step }) => step));
    const steps = records.map((one) => ({ ...one, before: earlier.has(one.id) }));
    const moments = phaseMoments(cycle.calendar, steps).filter((one) => !already.has(occasionOf(one)));
    if (moments.length === 0) return;
    const holders = await holdersOn(db, body, romeDate(now));
    const documents = await documentsOf(db, id);
    const notices = moments.flatMap((one) => {
      const { phase, moment, told, steps: own } = one;
      const people = new Map(told.flatMap((role) => holders.of(role)).map((one) => [one.id, one]));
      const ids = new Set(own.map((step) => step.document));
      const message = (to: Holder): PhaseNotice => ({
        kind: 'phase',
        entity: { id: body, name: entity.name },
        exercise: cycle.exercise,
        recipient: to.name,
        simulated: cycle.simulated,
        at: now,
        moment,
        phase: communicationMailWords.phase.title(phase.number, phase.title),
        steps: own.map(({ title, dueOn }) => ({ title, dueOn })),
        documents: moment === 'opened' ? [] : documents.filter(({ kind }) => ids.has(kind)).map(({ title }) => title),
        link: `${desk.consoleUrl}/cicli/${id}`,
      });
      // The day of the key is that of the calendar as it was planned: it never becomes another.
      const on = own.map(({ opensOn }) => opensOn).sort()[0] ?? romeDate(now);
      return [...people.values()].map(
        (to): NewNotice => ({
          cycle: id,
          step: COMMUNICATION_STEP,
          kind: 'phase',
          on,
          person: to.id,
          occasion: occasionOf(one),
          to: { name: to.name, address: to.email },
          message: message(to),
          simulated: cycle.simulated,
          dueAt: now,
        }),
      );
    });
    await planNotices(db, notices, desk.domain);
  };
  throwAll(await eachApart(cycles, ({ id }) => id, tell));
}

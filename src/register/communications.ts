import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { Means } from '../domain/voices/communication.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** Who was told what of a cycle. */
export interface CommunicationRecord {
  readonly id: number;
  /** Title of the document, or the matter. */
  readonly about: string;
  readonly documentHash: string | null;
  readonly told: string;
  readonly means: Means;
  readonly onDay: CivilDate;
  readonly note: string;
  /** Mails asked of the ledger, and how they stand. */
  readonly mails: number;
  readonly sent: number;
  readonly notSent: number;
  readonly actor: string;
  readonly at: Instant;
}

/** Where in the ledger the mails of communications stand: they prompt nobody at a step. */
export const COMMUNICATION_STEP = 'comunicazione';

/** What the mails of a communication are in the ledger, all of them with the same occasion. */
export const communicationOccasion = (id: number): string => `c${id}`;

/** What was told of a cycle, in the order of its days. Two queries. */
export async function communicationsOf(db: Db, cycle: string): Promise<readonly CommunicationRecord[]> {
  const [rows, mails] = await Promise.all([
    db
      .selectFrom('communications')
      .select(['id', 'about', 'documentHash', 'told', 'means', 'onDay', 'note', 'mails', 'actor', 'at'])
      .where('cycle', '=', cycle)
      .orderBy('onDay')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('notices')
      .select(['occasion', 'state'])
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('cycle', '=', cycle)
      .where('step', '=', COMMUNICATION_STEP)
      .where('kind', '=', 'communication')
      .groupBy(['occasion', 'state'])
      .execute(),
  ]);
  return rows.map((row) => {
    const own = mails.filter(({ occasion }) => occasion === communicationOccasion(row.id));
    const count = (keeps: (state: string) => boolean): number =>
      own.filter(({ state }) => keeps(state)).reduce((sum, { n }) => sum + n, 0);
    return {
      ...row,
      sent: count((state) => state === 'sent'),
      notSent: count((state) => state === 'failed' || state === 'withdrawn'),
    };
  });
}

/** To whom a mail of a communication goes. */
export interface Recipient {
  readonly address: string;
  readonly name: string;
  /** Somebody of the body; absent for everybody else. */
  readonly person: string | undefined;
}

/** What was told, as it goes on record. */
interface NewCommunication extends Doing {
  readonly cycle: string;
  readonly about: string;
  readonly documentHash: string | undefined;
  readonly told: string;
  readonly means: Means;
  readonly onDay: CivilDate;
  readonly note: string;
  readonly mailText: string;
  readonly page: string;
  /** Those a mail goes to; the worker writes it. */
  readonly recipients: readonly Recipient[];
}

/** Puts on record that somebody was told something, and to whom mails are to be written. @returns its number */
export async function addCommunication(
  db: Db,
  { actingFor, key: _, recipients, documentHash, ...told }: NewCommunication,
): Promise<number> {
  const { id } = await db
    .insertInto('communications')
    .values({
      ...told,
      documentHash: documentHash ?? null,
      mails: recipients.length,
      actingFor: actingFor ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (recipients.length > 0)
    await db
      .insertInto('communicationRecipients')
      .values(recipients.map(({ person, ...one }) => ({ ...one, person: person ?? null, communication: id })))
      .execute();
  return id;
}

import { sql } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { COMMUNICATION_STEP, type Recipient } from './communications.js';
import type { Db } from './database.js';

/** A communication whose mails are to be written. */
interface CommunicationToWrite {
  readonly id: number;
  readonly cycle: string;
  readonly about: string;
  readonly documentHash: string | null;
  readonly mailText: string;
  readonly page: string;
  readonly simulated: boolean;
  readonly recipients: readonly Recipient[];
}

/** Those whose mails are not in the ledger yet, with the first of their recipients. Two queries, one when there are none. */
export async function communicationsToWrite(db: Db, most: number): Promise<readonly CommunicationToWrite[]> {
  const waiting = await db
    .selectFrom('communicationRecipients')
    .select(['communication', 'address', 'name', 'person'])
    .orderBy('communication')
    .orderBy('address')
    .limit(most)
    .execute();
  const ids = [...new Set(waiting.map(({ communication }) => communication))];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('communications')
    .select(['id', 'cycle', 'about', 'documentHash', 'mailText', 'page', 'simulated'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    recipients: waiting
      .filter(({ communication }) => communication === row.id)
      .map(({ address, name, person }) => ({ address, name, person: person ?? undefined })),
  }));
}

/** Forgets to whom mails were to be written: they are in the ledger. In the transaction that puts them there. */
export async function recipientsWritten(db: Db, communication: number, addresses: readonly string[]): Promise<void> {
  await db
    .deleteFrom('communicationRecipients')
    .where('communication', '=', communication)
    .where('address', 'in', addresses)
    .execute();
}

/** Phases of a cycle whose participants have been told, and of what: `analisi-propedeutiche-opened`. */
export async function toldPhases(db: Db, cycle: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('notices')
    .select('occasion')
    .distinct()
    .where('cycle', '=', cycle)
    .where('step', '=', COMMUNICATION_STEP)
    .where('kind', '=', 'phase')
    .execute();
  return new Set(rows.map(({ occasion }) => occasion));
}

/** What participants of a phase were told, and how their mails stand. */
export interface PhaseTold {
  /** `analisi-propedeutiche-opened` */
  readonly occasion: string;
  readonly at: Instant;
  /** Persons, by id. */
  readonly people: readonly string[];
  readonly mails: number;
  readonly sent: number;
  readonly notSent: number;
}

/** What participants of phases were told of a cycle, the first first. One query. */
export async function phasesTold(db: Db, cycle: string): Promise<readonly PhaseTold[]> {
  return await db
    .selectFrom('notices')
    .select((e) => [
      'occasion',
      e.fn.min('dueAt').as('at'),
      sql<readonly string[]>`array_agg(person order by person)`.as('people'),
      e.fn.countAll<number>().as('mails'),
      e.fn.countAll<number>().filterWhere('state', '=', 'sent').as('sent'),
      e.fn.countAll<number>().filterWhere('state', 'in', ['failed', 'withdrawn']).as('notSent'),
    ])
    .where('cycle', '=', cycle)
    .where('step', '=', COMMUNICATION_STEP)
    .where('kind', '=', 'phase')
    .groupBy('occasion')
    .orderBy('at')
    .orderBy('occasion')
    .execute();
}

/** A report of a checkpoint that the OIV was not told of. */
interface ReportToTell {
  readonly cycle: string;
  readonly entity: string;
  readonly exercise: number;
  readonly simulated: boolean;
  /** Its step. */
  readonly checkpoint: string;
  readonly title: string;
  readonly version: number;
}

/** Kind of the notices that tell the OIV of a report, and which version of it one tells of. */
export const REPORT_NOTICE = 'report-ready';
export const reportOccasion = (version: number): string => `v${version}`;

/** Reports deposited since an instant that nobody was told of, the first first. One query; none, as a rule. */
export async function reportsToTell(db: Db, since: Instant): Promise<readonly ReportToTell[]> {
  return await db
    .selectFrom('documents')
    .innerJoin('cycles', 'cycles.id', 'documents.cycle')
    .innerJoin('steps', (on) =>
      on.onRef('steps.cycle', '=', 'documents.cycle').onRef('steps.id', '=', 'documents.kind'),
    )
    .leftJoin('notices', (on) =>
      on
        .onRef('notices.cycle', '=', 'documents.cycle')
        .onRef('notices.step', '=', 'documents.kind')
        .on('notices.kind', '=', REPORT_NOTICE)
        .on('notices.occasion', '=', sql<string>`'v' || documents.version`),
    )
    .select([
      ...(['documents.cycle', 'documents.simulated', 'documents.title', 'documents.version'] as const),
      ...(['cycles.entity', 'cycles.exercise', 'steps.id as checkpoint'] as const),
    ])
    .where('cycles.tellsParticipants', '=', true)
    .where('documents.frozenAt', '>=', since)
    .where(sql<boolean>`steps.planned ->> 'kind' = 'checkpoint'`)
    .where('notices.key', 'is', null)
    .orderBy('documents.frozenAt')
    .execute();
}

/** Cycles whose participants are told, those that ended since a day too: the last phase ends with its cycle. */
export async function cyclesThatTell(
  db: Db,
  endedSince: CivilDate,
): Promise<readonly { readonly id: string; readonly entity: string }[]> {
  return await db
    .selectFrom('cycles')
    .select(['id', 'entity'])
    .where('tellsParticipants', '=', true)
    .where((e) => e.or([e('status', '=', 'running'), e('closedAt', '>=', `${endedSince}T00:00:00Z`)]))
    .orderBy('id')
    .execute();
}

import { sql } from 'kysely';
import type { Instant, StepKind } from '../domain/calendar/types.js';
import type { TroubleKind } from '../domain/trouble.js';
import type { CycleStatus, StepStatus } from './cycle-tables.js';
import type { Db } from './database.js';

/** What has not left yet, or waits for somebody's word: `reported` left, and was reported as not delivered. */
export type PendingMail = 'planned' | 'sending' | 'uncertain' | 'failed' | 'reported';

/** How many of something, and since when the oldest waits; null where none does. */
export interface Waiting {
  readonly count: number;
  readonly oldest: Instant | null;
}

/** A register in figures, over all its bodies. */
export interface Figures {
  readonly cycles: readonly { readonly status: CycleStatus; readonly count: number }[];
  /** Of the cycles that run. */
  readonly steps: readonly { readonly kind: StepKind; readonly status: StepStatus; readonly count: number }[];
  /** Late steps of the cycles that run, from the term of the oldest. */
  readonly late: Waiting;
  /** From when they were due; of those planned, only what is due. */
  readonly mails: readonly ({ readonly state: PendingMail } & Waiting)[];
  /** Forms with a receipt that no workflow has taken yet. */
  readonly untaken: Waiting;
  /** Numbers of the latest receipt and of the latest computation: how fast they grow is how many there are. */
  readonly receipts: number;
  readonly computations: number;
  /** What is on the list of what is stuck, since it has been so. */
  readonly troubles: readonly ({ readonly kind: TroubleKind } & Waiting)[];
}

/**
 * Counts what a register holds, as far as who asks sees it: five queries, each over an index or a table that stays small, whatever has passed through.
 * Steps cost most: one row for each step of a running cycle.
 */
export async function registerFigures(db: Db, now: Instant): Promise<Figures> {
  const cycles = await db
    .selectFrom('cycles')
    .select(['status', counted])
    .groupBy('status')
    .orderBy('status')
    .execute();
  const steps = await db
    .selectFrom('steps as s')
    .innerJoin('cycles as c', 'c.id', 's.cycle')
    .where('c.status', '=', 'running')
    .select(['s.kind', 's.status', counted])
    .select((e) => e.fn.min('s.dueAt').as('oldest'))
    .groupBy(['s.kind', 's.status'])
    .orderBy('s.kind')
    .orderBy('s.status')
    .execute();
  const late = steps.filter(({ status }) => status === 'late');
  return {
    cycles,
    steps: steps.map(({ kind, status, count }) => ({ kind, status, count })),
    late: {
      count: late.reduce((sum, { count }) => sum + count, 0),
      oldest: late.map(({ oldest }) => oldest).toSorted()[0] ?? null,
    },
    mails: await pendingMails(db, now),
    ...(await ofCollection(db)),
    troubles: await troublesByKind(db),
  };
}

const counted = sql<number>`count(*)`.as('count');

async function pendingMails(db: Db, now: Instant): Promise<Figures['mails']> {
  const { rows } = await sql<{ state: PendingMail } & Waiting>`
    select state, count(*) as count, min(due_at) as oldest from notices
      where state in ('planned', 'uncertain') and due_at <= ${now} group by state
    union all
    select state, count(*), min(due_at) from notices where state = 'sending' group by state
    union all
    select state, count(*), min(due_at) from notices where state = 'failed' group by state
    union all
    select 'reported', count(*), min(at) from (
      select distinct on (r.notice) r.at from mail_reports r
        where r.outcome = 'failed' and not exists (
          select from mail_settlements s where s.notice = r.notice and s.recorded_at >= r.recorded_at)
        order by r.notice, r.at) as reported
    order by state`.execute(db);
  return rows.filter(({ count }) => count > 0);
}

async function ofCollection(db: Db): Promise<Pick<Figures, 'untaken' | 'receipts' | 'computations'>> {
  const { rows } = await sql<Waiting & { receipts: number; computations: number }>`
    select count(*) as count, min(s.at) as oldest,
        (select coalesce(max(id), 0) from submissions) as receipts,
        (select coalesce(max(id), 0) from assessments) as computations
      from untaken u join submissions s on s.id = u.submission`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('a count without a row');
  const { count, oldest, receipts, computations } = row;
  return { untaken: { count, oldest }, receipts, computations };
}

const troublesByKind = (db: Db): Promise<Figures['troubles']> =>
  db
    .selectFrom('troubles')
    .where('endedAt', 'is', null)
    .select(['kind', counted])
    .select((e) => e.fn.min('since').as('oldest'))
    .groupBy('kind')
    .orderBy('kind')
    .execute();

import { sql } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { StepRun } from './acts.js';
import type { Db } from './database.js';
import type { Row } from './row.js';
import { type StepRecord, stepRecords } from './steps.js';

/** Why a step is late, as somebody who answers for it put it. */
interface DelayReason extends StepRun {
  /** The same form sent twice is the same reason. */
  readonly key: string;
  readonly person: string;
  readonly actingFor?: string;
  readonly reason: string;
  readonly at: Instant;
}

export type DelayReasonRecord = Row<'delayReasons', (typeof REASON)[number]>;

const REASON = ['run', 'person', 'actingFor', 'reason', 'at'] as const;

/** @returns false when it was on record already */
export async function addDelayReason(db: Db, { actingFor, ...reason }: DelayReason): Promise<boolean> {
  const inserted = await db
    .insertInto('delayReasons')
    .values({ ...reason, actingFor: actingFor ?? null })
    .onConflict((c) => c.column('key').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The reasons given for a step, the first one first. */
export async function delayReasonsOf(db: Db, cycle: string, step: string): Promise<readonly DelayReasonRecord[]> {
  return db
    .selectFrom('delayReasons')
    .select(REASON)
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .orderBy('id')
    .execute();
}

/**
 * Reasons given for steps past a legal term whose notice was never written with them: there is no line of the log of it.
 * @returns with the key that is the notice's occasion
 */
export async function unprintedReasons(
  db: Db,
): Promise<readonly { readonly cycle: string; readonly step: string; readonly key: string; readonly at: Instant }[]> {
  return db
    .selectFrom('delayReasons as r')
    .innerJoin('cycles as c', 'c.id', 'r.cycle')
    .innerJoin('steps as s', (j) => j.onRef('s.cycle', '=', 'r.cycle').onRef('s.id', '=', 'r.step'))
    .select(['r.cycle', 'r.step', 'r.key', 'r.at'])
    .where('c.status', '=', 'running')
    .where(sql<string>`s.planned #>> '{norm,force}'`, '=', 'law')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('log as l')
            .select('l.id')
            .where('l.key', '=', sql<string>`r.cycle || '/' || r.step || '/delay/' || r.key`),
        ),
      ),
    )
    .orderBy('r.id')
    .execute();
}

/** The kind under which the notices of delay of a step are in the documents of its cycle. */
export const delayKind = (step: string): string => `ritardo-${step}`;

/** The term of the law as `legalTermOf` says it; null where only the body sets one. */
const LEGAL_TERM = sql<CivilDate | null>`case when steps.planned -> 'norm' ->> 'force' = 'law'
  then coalesce(steps.planned ->> 'legalTerm', steps.planned ->> 'nominalDueOn') end`;

/** Steps of running cycles past a legal term, open or not yet, for which no notice of delay was written. */
export async function overdueByLaw(db: Db, now: Instant): Promise<readonly StepRecord[]> {
  return await stepRecords(db)
    .innerJoin('cycles as c', 'c.id', 'steps.cycle')
    .where('c.status', '=', 'running')
    .where('steps.status', 'in', ['waiting', 'open', 'late'])
    .where(LEGAL_TERM, '<', romeDate(now))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('documents as d')
            .select('d.kind')
            .whereRef('d.cycle', '=', 'steps.cycle')
            .where('d.kind', '=', sql<string>`${delayKind('')}::text || steps.id`),
        ),
      ),
    )
    .execute();
}

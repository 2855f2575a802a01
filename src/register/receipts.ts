import { sql } from 'kysely';
import type { CheckpointRef } from './checkpoints.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

/** One value as it was sent. */
export interface SentValue extends Row<'measurements', 'indicator' | 'actual' | 'note' | 'evidence'> {
  /** Whether another value came after it. */
  readonly replaced: boolean;
}

/** A submission as it is on record. */
export interface SubmissionRecord
  extends Row<'submissions', 'officer' | 'actingFor' | 'at' | 'channel' | 'lateReason'> {
  readonly submission: number;
  readonly values: readonly SentValue[];
}

/** The submissions with these numbers that an officer made at a checkpoint, in order; those of others are not in the answer. */
export async function submissionsOf(
  db: Db,
  ref: CheckpointRef,
  officer: string,
  numbers: readonly number[],
): Promise<readonly SubmissionRecord[]> {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('submissions as s')
    .select(['s.id as submission', 's.officer', 's.actingFor', 's.at', 's.channel', 's.lateReason'])
    .select(
      sql<readonly SentValue[]>`(
        select jsonb_agg(jsonb_build_object('indicator', m.indicator, 'actual', m.actual, 'note', m.note, 'evidence', m.evidence,
          'replaced', exists (
            select from measurements n
            where n.cycle = m.cycle and n.checkpoint = m.checkpoint and n.indicator = m.indicator and n.id > m.id)) order by m.id)
        from measurements m where m.submission = s.id)`.as('values'),
    )
    .where('s.id', 'in', [...numbers])
    .where('s.cycle', '=', ref.cycle)
    .where('s.checkpoint', '=', ref.checkpoint)
    .where('s.officer', '=', officer)
    .orderBy('s.id')
    .execute();
}

/** Numbers of the submissions of an officer at a checkpoint whose key begins so, in order, at most ten. */
export async function submissionsByKey(
  db: Db,
  ref: CheckpointRef,
  officer: string,
  prefix: string,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('submissions')
    .select('id')
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .where('officer', '=', officer)
    .where(sql<boolean>`starts_with(key, ${prefix})`)
    .orderBy('id')
    .limit(10)
    .execute();
  return rows.map((row) => row.id);
}

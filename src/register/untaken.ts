import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { ViaChannel } from '../domain/via.js';
import type { Channel, CheckpointState } from './checkpoint-tables.js';
import type { CheckpointRef } from './checkpoints.js';
import type { Db } from './database.js';

/** A form the checkpoint's workflow has not yet taken. */
export interface UntakenSubmission {
  readonly submission: number;
  readonly officer: string;
  readonly actingFor: string | null;
  readonly at: Instant;
  readonly channel: Channel;
  readonly lateReason: string | null;
  readonly via: ViaChannel | null;
  readonly token: string | null;
  readonly indicators: readonly string[];
}

/** Forms with their receipt that the workflow has not yet taken, in order of id. */
export async function untakenSubmissions(
  db: Db,
  ref: CheckpointRef,
  limit = 1000,
): Promise<readonly UntakenSubmission[]> {
  return db
    .selectFrom('untaken as u')
    .innerJoin('submissions as s', 's.id', 'u.submission')
    .select(['s.id as submission', 's.officer', 's.actingFor', 's.at', 's.channel', 's.lateReason', 's.via', 's.token'])
    .select(
      sql<string[]>`array(select m.indicator from measurements m where m.submission = s.id order by m.id)`.as(
        'indicators',
      ),
    )
    .where('u.cycle', '=', ref.cycle)
    .where('u.checkpoint', '=', ref.checkpoint)
    .orderBy('u.submission')
    .limit(limit)
    .execute();
}

/** Notes that the workflow has taken these forms. Idempotent. */
export async function markTaken(db: Db, submissions: readonly number[]): Promise<void> {
  if (submissions.length === 0) return;
  await db
    .deleteFrom('untaken')
    .where('submission', 'in', [...submissions])
    .execute();
}

/** A checkpoint with forms nobody has taken, and which: ids of the first and the last of them. */
export interface Untaken extends CheckpointRef {
  readonly first: number;
  readonly last: number;
}

/**
 * Checkpoints with forms nobody has taken: what a sweep wakes.
 * @param state only those that still collect, or only those that are closed and whose workflow will take nothing more
 */
export async function checkpointsWithUntaken(db: Db, state?: CheckpointState): Promise<readonly Untaken[]> {
  let query = db
    .selectFrom('untaken as u')
    .select(({ fn }) => [
      'u.cycle',
      'u.checkpoint',
      fn.min('u.submission').as('first'),
      fn.max('u.submission').as('last'),
    ])
    .groupBy(['u.cycle', 'u.checkpoint'])
    .orderBy('u.cycle')
    .orderBy('u.checkpoint');
  if (state !== undefined) {
    query = query
      .innerJoin('checkpoints as k', (join) => join.onRef('k.cycle', '=', 'u.cycle').onRef('k.id', '=', 'u.checkpoint'))
      .where('k.state', '=', state);
  }
  return query.execute();
}

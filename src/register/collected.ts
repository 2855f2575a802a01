import { sql } from 'kysely';
import type { Actual } from '../domain/achievement/types.js';
import type { Instant } from '../domain/calendar/types.js';
import type { CheckpointRef } from './checkpoints.js';
import type { Db } from './database.js';
import { json } from './json.js';

/** What an automatic source gave for an indicator, or why it gave nothing. */
export type CollectedOutcome =
  | { readonly outcome: 'read'; readonly value: Actual; readonly raw: string }
  /** `reason` is in Italian, and follows a colon. */
  | { readonly outcome: 'failed'; readonly reason: string };

type NewCollected = CheckpointRef &
  CollectedOutcome & {
    /** Makes a retried reading the same row. */
    readonly key: string;
    readonly indicator: string;
    readonly source: string;
    readonly sourceTitle: string;
    /** Whether an officer must confirm what was read. */
    readonly toConfirm: boolean;
    readonly at: Instant;
  };

/** The last reading of an indicator's source. */
export type CollectedValue = CollectedOutcome & {
  readonly indicator: string;
  readonly source: string;
  readonly sourceTitle: string;
  readonly toConfirm: boolean;
  readonly at: Instant;
};

/** Puts a reading on record. Answers whether it was new: one whose key is there already changes nothing. */
export async function recordCollected(db: Db, collected: NewCollected): Promise<boolean> {
  const read = collected.outcome === 'read';
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('collectedValues')
    .values({
      key: collected.key,
      cycle: collected.cycle,
      checkpoint: collected.checkpoint,
      indicator: collected.indicator,
      source: collected.source,
      sourceTitle: collected.sourceTitle,
      outcome: collected.outcome,
      value: read ? json(collected.value) : null,
      raw: read ? collected.raw : null,
      reason: read ? null : collected.reason,
      toConfirm: collected.toConfirm,
      at: collected.at,
    })
    .onConflict((c) => c.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** The last reading of each indicator at a checkpoint, by indicator: of some only, when given. */
export async function collectedOf(
  db: Db,
  ref: CheckpointRef,
  indicators?: readonly string[],
): Promise<ReadonlyMap<string, CollectedValue>> {
  let query = db
    .selectFrom('collectedValues')
    .distinctOn('indicator')
    .select(['indicator', 'source', 'sourceTitle', 'outcome', 'value', 'raw', 'reason', 'toConfirm', 'at'])
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .orderBy('indicator')
    .orderBy('id', 'desc');
  if (indicators !== undefined) query = query.where('indicator', '=', sql<string>`any(${[...indicators]})`);
  const rows = await query.execute();
  return new Map(
    rows.map(({ outcome, value, raw, reason, ...rest }) => [
      rest.indicator,
      outcome === 'read' && value !== null
        ? { ...rest, outcome: 'read', value, raw: raw ?? '' }
        : { ...rest, outcome: 'failed', reason: reason ?? '' },
    ]),
  );
}

/** Which of these keys are on record. */
export async function collectedKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('collectedValues')
    .select('key')
    .where('key', '=', sql<string>`any(${[...keys]})`)
    .execute();
  return new Set(rows.map((row) => row.key));
}

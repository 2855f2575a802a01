import type { Instant } from '../domain/calendar/types.js';
import type { CheckpointRef } from './checkpoints.js';
import { type Db, inTransaction } from './database.js';
import { appendLog } from './log.js';

/** What an officer means to do about an indicator far from its target. */
export interface CorrectiveAction extends CheckpointRef {
  /** Given by the caller so that the same form sent twice counts once. */
  readonly key: string;
  readonly indicator: string;
  readonly officer: string;
  readonly actingFor?: string;
  readonly text: string;
  readonly at: Instant;
  readonly simulated: boolean;
}

export interface CorrectiveActionRecord {
  readonly indicator: string;
  readonly officer: string;
  readonly actingFor: string | null;
  readonly text: string;
  readonly at: Instant;
}

/** Puts proposals on record, and in the log. Each counts once by its key. */
export async function addCorrectiveActions(db: Db, actions: readonly CorrectiveAction[]): Promise<void> {
  if (actions.length === 0) return;
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('correctiveActions')
      .values(actions.map((action) => ({ ...action, actingFor: action.actingFor ?? null })))
      .onConflict((c) => c.column('key').doNothing())
      .execute();
    await appendLog(
      tx,
      ...actions.map((action) => ({
        key: `corrective-action/${action.key}`,
        at: action.at,
        actor: action.officer,
        ...(action.actingFor === undefined ? {} : { actingFor: action.actingFor }),
        action: 'corrective-action-proposed',
        subject: action.indicator,
        cycle: action.cycle,
        step: action.checkpoint,
        detail: { reason: action.text },
      })),
    );
  });
}

/** What is proposed now for each indicator of a checkpoint that has a proposal. */
export async function correctiveActionsOf(
  db: Db,
  ref: CheckpointRef,
): Promise<ReadonlyMap<string, CorrectiveActionRecord>> {
  const rows = await db
    .selectFrom('correctiveActions')
    .distinctOn('indicator')
    .select(['indicator', 'officer', 'actingFor', 'text', 'at'])
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .orderBy('indicator')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.indicator, row]));
}

import type { Instant } from '../domain/calendar/types.js';
import type { CheckpointRef } from './checkpoints.js';
import type { Db } from './database.js';
import { json } from './json.js';

/** The fields of one indicator as they were left, whatever is in them. */
export interface DraftAnswer {
  /** Which of the ways to answer was marked; empty when none was. */
  readonly choice: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Absent from drafts kept before it was asked. */
  readonly reachedOn?: string;
  readonly note: string;
  readonly reason: string;
  /** Hashes of files already uploaded. */
  readonly evidence: readonly string[];
}

/** Whose draft it is: a person's, for the indicators they answer for, or only for those of somebody absent. */
export interface DraftRef extends CheckpointRef {
  readonly person: string;
  readonly actingFor?: string;
}

export interface Draft {
  readonly answers: Readonly<Record<string, DraftAnswer>>;
  readonly lateReason: string;
  readonly savedAt: Instant;
}

/** Keeps what was typed in place of what was kept before. */
export async function saveDraft(db: Db, ref: DraftRef, draft: Draft): Promise<void> {
  const content = { answers: json(draft.answers), lateReason: draft.lateReason, savedAt: draft.savedAt };
  await db
    .insertInto('drafts')
    .values({ ...keyOf(ref), ...content })
    .onConflict((c) => c.columns(['cycle', 'checkpoint', 'person', 'actingFor']).doUpdateSet(content))
    .execute();
}

/** What was kept; undefined when there is nothing. */
export async function draftOf(db: Db, ref: DraftRef): Promise<Draft | undefined> {
  const key = keyOf(ref);
  return db
    .selectFrom('drafts')
    .select(['answers', 'lateReason', 'savedAt'])
    .where('cycle', '=', key.cycle)
    .where('checkpoint', '=', key.checkpoint)
    .where('person', '=', key.person)
    .where('actingFor', '=', key.actingFor)
    .executeTakeFirst();
}

/** Throws away what was kept, once it has been sent or is not wanted. */
export async function deleteDraft(db: Db, ref: DraftRef): Promise<void> {
  const key = keyOf(ref);
  await db
    .deleteFrom('drafts')
    .where('cycle', '=', key.cycle)
    .where('checkpoint', '=', key.checkpoint)
    .where('person', '=', key.person)
    .where('actingFor', '=', key.actingFor)
    .execute();
}

const keyOf = ({ cycle, checkpoint, person, actingFor }: DraftRef) => ({
  cycle,
  checkpoint,
  person,
  actingFor: actingFor ?? '',
});

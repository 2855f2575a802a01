import type { Instant } from '../domain/calendar/types.js';
import type { CheckpointRef } from './checkpoints.js';
import type { Db } from './database.js';
import type { DraftAnswer } from './draft-answer.js';
import { json } from './json.js';

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

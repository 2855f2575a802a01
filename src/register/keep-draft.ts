import { cycleKey } from '../domain/cycle-id.js';
import { type Db, inTransaction } from './database.js';
import { type Draft, type DraftRef, saveDraft } from './drafts.js';
import { type NewEvidence, saveEvidence } from './evidence.js';

/** Keeps what was typed, with the files that go with it: all of it, or nothing. */
export async function keepDraft(db: Db, ref: DraftRef, draft: Draft, files: readonly NewEvidence[]): Promise<void> {
  const { entity } = cycleKey(ref.cycle);
  await inTransaction(db, async (tx) => {
    for (const file of files) await saveEvidence(tx, entity, file);
    await saveDraft(tx, ref, draft);
  });
}

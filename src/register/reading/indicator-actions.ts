import { type CorrectiveActionRecord, correctiveActionsFor, correctiveItem } from '../corrective-actions.js';
import type { Db } from '../database.js';
import { type FollowedRecord, followedItem } from '../follow-up.js';
import type { CycleName } from './cycles.js';

/** A corrective action and how it is followed; what is about an individual objective is not. */
export interface FollowedAction {
  readonly checkpoint: string;
  readonly proposed: CorrectiveActionRecord;
  readonly followed: FollowedRecord | undefined;
}

/** What was proposed for an indicator at the checkpoints of a cycle, with how it stands. One query, and one for each. */
export async function indicatorActions(
  db: Db,
  { id, entity, exercise }: CycleName,
  indicator: string,
): Promise<readonly FollowedAction[]> {
  const actions = await correctiveActionsFor(db, id, indicator);
  return Promise.all(
    actions.map(async ({ checkpoint, ...proposed }) => ({
      checkpoint,
      proposed,
      followed: await followedItem(db, entity, 'corrective', correctiveItem(exercise, checkpoint, indicator)),
    })),
  );
}

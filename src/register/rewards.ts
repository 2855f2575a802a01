import type { GroupAmount } from '../domain/individual/aggregates.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** A file of amounts by group, as it was read. */
interface RewardImport extends Doing {
  readonly entity: string;
  readonly exercise: number;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly fileHash: string;
  readonly fileName: string;
  readonly amounts: readonly GroupAmount[];
}

/**
 * Puts on record what is set aside and paid by group, in place of what was imported before, which stays.
 * @returns false when the last import of the exercise was the same file: nothing is written
 */
export async function addRewardImport(
  db: Db,
  { amounts, key: _, actingFor, ...given }: RewardImport,
): Promise<boolean> {
  const last = await lastRewardImport(db, given.entity, given.exercise);
  if (last?.fileHash === given.fileHash) return false;
  const { id } = await db
    .insertInto('rewardImports')
    .values({ ...given, actingFor: actingFor ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('rewardAmounts')
    .values(amounts.map(({ group, allocated, paid }) => ({ import: id, evaluatedGroup: group, allocated, paid })))
    .execute();
  return true;
}

/** What is set aside and paid by group in an exercise, as last imported; empty where the body imports nothing. */
export async function rewardsOf(db: Db, entity: string, exercise: number): Promise<readonly GroupAmount[]> {
  const last = await lastRewardImport(db, entity, exercise);
  if (last === undefined) return [];
  const rows = await db
    .selectFrom('rewardAmounts')
    .select(['evaluatedGroup', 'allocated', 'paid'])
    .where('import', '=', last.id)
    .orderBy('evaluatedGroup')
    .execute();
  return rows.map(({ evaluatedGroup: group, allocated, paid }) => ({ group, allocated, paid }));
}

/** The last file of amounts imported for an exercise. */
export const lastRewardImport = (db: Db, entity: string, exercise: number) =>
  db
    .selectFrom('rewardImports')
    .select(['id', 'fileHash', 'fileName'])
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

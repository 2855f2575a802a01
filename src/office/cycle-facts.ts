import { sql } from 'kysely';
import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../register/cycles.js';
import type { Db } from '../register/database.js';

/** `ccms/2016`: the cycle's id in the register. */
export const idOf = (ref: CycleRef): string => cycleId(ref.entity, ref.exercise);

/** What of a cycle stands in everything that is written about it. */
export interface CycleFacts {
  /** Whether its measured values are. */
  readonly simulated: boolean;
  /** What its calendar calls documents, by kind, where it is not their usual name. */
  readonly documents?: Readonly<Record<string, string>>;
}

export async function cycleFacts(db: Db, ref: CycleRef): Promise<CycleFacts> {
  const { simulated, documents } = await db
    .selectFrom('cycles')
    .select('simulated')
    .select(sql<Readonly<Record<string, string>> | null>`calendar -> 'documents'`.as('documents'))
    .where('id', '=', idOf(ref))
    .executeTakeFirstOrThrow();
  return { simulated, ...(documents === null ? {} : { documents }) };
}

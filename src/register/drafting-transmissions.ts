import type { Db } from './database.js';
import type { Row } from './row.js';

/** A document as its preparers transmitted it to a board. */
export interface Transmission extends Omit<Row<'transmissions'>, 'byPerson' | 'recordedAt' | keyof Transmitted> {
  readonly by: string;
}

/** What was transmitted, as its board is to read it. */
export type Transmitted = Row<'transmissions', 'content' | 'planVersion'>;

/** Puts a transmission on record: once for each round. */
export async function addTransmission(db: Db, { by, ...transmission }: Transmission & Transmitted): Promise<void> {
  await db
    .insertInto('transmissions')
    .values({ ...transmission, byPerson: by })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** What a round of a step transmitted; undefined where it was not. */
export async function transmittedIn(
  db: Db,
  { cycle, step, round }: Pick<Transmission, 'cycle' | 'step' | 'round'>,
): Promise<(Transmitted & Pick<Transmission, 'contentHash'>) | undefined> {
  return db
    .selectFrom('transmissions')
    .select(['content', 'planVersion', 'contentHash'])
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .where('round', '=', round)
    .executeTakeFirst();
}

/** The transmissions of a step, round by round. */
export async function transmissionsOf(db: Db, cycle: string, step: string): Promise<readonly Transmission[]> {
  return db
    .selectFrom('transmissions')
    .select(['cycle', 'step', 'round', 'document', 'byPerson as by', 'actingFor', 'at', 'note', 'unchangedReason'])
    .select('contentHash')
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .orderBy('round')
    .execute();
}

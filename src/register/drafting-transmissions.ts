import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';

/** A document as its preparers transmitted it to a board. */
export interface Transmission {
  readonly cycle: string;
  readonly step: string;
  readonly round: number;
  /** `piano` */
  readonly document: string;
  readonly by: string;
  readonly actingFor: string | null;
  readonly at: Instant;
  /** What changed since the round before, as they say. */
  readonly note: string | null;
  readonly unchangedReason: string | null;
  /** SHA-256 of what it said, hexadecimal. */
  readonly contentHash: string;
}

/** What was transmitted, as its board is to read it. */
export interface Transmitted {
  /** JSON of the sections, whose SHA-256 is `contentHash`; null where the body's own file stands in for them. */
  readonly content: string | null;
  /** Version of the plan it was written from; null where there was none. */
  readonly planVersion: number | null;
}

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

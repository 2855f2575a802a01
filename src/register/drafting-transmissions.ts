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

/** Puts a transmission on record: once for each round. */
export async function addTransmission(db: Db, { by, ...transmission }: Transmission): Promise<void> {
  await db
    .insertInto('transmissions')
    .values({ ...transmission, byPerson: by })
    .onConflict((c) => c.doNothing())
    .execute();
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

import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';

/** A step before its board. */
interface BeforeItsBoard {
  readonly cycle: string;
  readonly step: string;
}

/** A document as it comes before a board. */
interface Coming extends BeforeItsBoard {
  readonly round: number;
  readonly documentHash: string;
  /** Version of the plan it is written from. */
  readonly planVersion?: number | undefined;
  /** Of an amendment: why it is proposed. */
  readonly reason?: string | undefined;
  readonly at: Instant;
}

/** A document comes before its board. Once for each round: what came first stays. */
export async function bringBefore(db: Db, { at, planVersion, reason, ...coming }: Coming): Promise<void> {
  await db
    .insertInto('hearings')
    .values({ ...coming, planVersion: planVersion ?? null, reason: reason ?? null, cameAt: at })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** What is before a board in a round and not settled. */
const undecided = (db: Db, { cycle, step, round }: BeforeItsBoard & { readonly round: number }) =>
  db
    .updateTable('hearings')
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .where('round', '=', round)
    .where('decision', 'is', null);

/** The board has approved or rejected what was before it. @param decision its key */
export async function settleHearing(
  db: Db,
  { decision, ...hearing }: BeforeItsBoard & { readonly round: number; readonly decision: string },
): Promise<void> {
  await undecided(db, hearing).set({ decision }).execute();
}

/** Who proposed it takes it back before the board has decided. */
export async function withdrawHearing(
  db: Db,
  { at, ...hearing }: BeforeItsBoard & { readonly round: number; readonly at: Instant },
): Promise<void> {
  await undecided(db, hearing).set({ withdrawnAt: at }).where('withdrawnAt', 'is', null).execute();
}

/** The preparers transmit again what was rejected. @param revision what they changed, as they say */
export async function transmitAgain(
  db: Db,
  { cycle, step, at, revision }: BeforeItsBoard & { readonly at: Instant; readonly revision: string | undefined },
): Promise<void> {
  await db
    .updateTable('hearings')
    .set({ resubmittedAt: at, revision: revision ?? null })
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .where('decision', 'is not', null)
    .where('resubmittedAt', 'is', null)
    .where('round', '=', (e) =>
      e
        .selectFrom('hearings as last')
        .select((m) => m.fn.max<number>('last.round').as('round'))
        .where('last.cycle', '=', cycle)
        .where('last.step', '=', step),
    )
    .execute();
}

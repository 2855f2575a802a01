import type { Instant } from '../domain/calendar/types.js';
import { instantOfMs, msOfInstant } from '../domain/clock.js';
import type { TroubleKind } from '../domain/trouble.js';
import type { Db } from './database.js';
import { type TroubleRecord, troublesWithin } from './troubles.js';

/** The bodies that have any now. */
export async function entitiesWithTroubles(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('troubles')
    .select((e) => e.ref('entity').$notNull().as('entity'))
    .distinct()
    .where('endedAt', 'is', null)
    .where('entity', 'is not', null)
    .orderBy('entity')
    .execute();
  return rows.map((row) => row.entity);
}

/** Those of other kinds that nobody has been told of, held until the transaction ends: who else would tell of them passes over them. */
export async function untoldTroubles(tx: Db, but: readonly TroubleKind[]): Promise<readonly TroubleRecord[]> {
  return await troublesWithin(tx, 'all')
    .where('endedAt', 'is', null)
    .where('toldAt', 'is', null)
    .where('kind', 'not in', [...but])
    .orderBy('since')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Whether anything of a body, or with null of the whole installation, was told within so many minutes before now. */
export async function toldWithin(db: Db, entity: string | null, now: Instant, minutes: number): Promise<boolean> {
  const row = await db
    .selectFrom('troubles')
    .select('id')
    .where('entity', 'is not distinct from', entity)
    .where('toldAt', '>', instantOfMs(msOfInstant(now) - minutes * 60_000))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Says that somebody has been told. */
export async function markTold(db: Db, ids: readonly number[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('troubles')
    .set({ toldAt: at })
    .where('id', 'in', [...ids])
    .execute();
}

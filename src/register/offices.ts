import type { CivilDate } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import type { Row } from './row.js';

export type OfficeLine = Pick<Row<'offices', 'id' | 'title' | 'active'>, 'id' | 'title' | 'active'>;

/** The offices of a body, also those that have ended, by title. */
export async function officesOnRecord(db: Db, entity: string): Promise<readonly OfficeLine[]> {
  return await db
    .selectFrom('offices')
    .select(['id', 'title', 'active'])
    .where('entity', '=', entity)
    .orderBy('title')
    .execute();
}

/** Puts an office on record as a page says, in the place of what was said of it before. */
export async function putOffice(db: Db, office: OfficeLine & { readonly entity: string }): Promise<void> {
  const { title, active } = office;
  await db
    .insertInto('offices')
    .values({ ...office, origin: 'console' })
    .onConflict((c) => c.columns(['entity', 'id']).doUpdateSet({ title, active, origin: 'console' }))
    .execute();
}

/** An office is offered nowhere any more, and what people hold of it ends on the day. */
export async function endOffice(db: Db, entity: string, office: string, on: CivilDate): Promise<void> {
  await db
    .updateTable('offices')
    .set({ active: false, origin: 'console' })
    .where('entity', '=', entity)
    .where('id', '=', office)
    .execute();
  await db
    .deleteFrom('memberships')
    .where('entity', '=', entity)
    .where('office', '=', office)
    .where('fromDate', '>', on)
    .execute();
  await db
    .updateTable('memberships')
    .set({ toDate: on, origin: 'console' })
    .where('entity', '=', entity)
    .where('office', '=', office)
    .where('toDate', '>', on)
    .execute();
}

import { sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import type { DecimalText } from '../domain/targets/types.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';
import type { Row } from './row.js';

/** What a programme has spent of its resources up to a day, in euro. */
export type SpendingRecord = Row<'spending', (typeof COLUMNS)[number]>;

const COLUMNS = ['programme', 'amount', 'upTo', 'note', 'actor'] as const;

/** The latest figure of each programme of an exercise. One indexed query. */
export async function spendingOf(db: Db, entity: string, exercise: number): Promise<readonly SpendingRecord[]> {
  return db
    .selectFrom('spending')
    .distinctOn('programme')
    .select(COLUMNS)
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .orderBy('programme')
    .orderBy('id', 'desc')
    .execute();
}

/** Whether a programme is in a plan of the exercise. */
export async function isProgramme(db: Db, entity: string, exercise: number, programme: string): Promise<boolean> {
  const known = await db
    .selectFrom('planVersions')
    .select('version')
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .where(
      sql<boolean>`jsonb_path_exists(plan, '$.sheets[*] ? (@.programme == $code)', ${JSON.stringify({ code: programme })}::jsonb)`,
    )
    .limit(1)
    .executeTakeFirst();
  return known !== undefined;
}

/** Puts on record what a programme has spent since the beginning of the exercise, in euro. An earlier figure stays on record. */
export async function addSpending(
  db: Db,
  {
    note,
    actingFor,
    ...spent
  }: Doing & {
    readonly entity: string;
    readonly exercise: number;
    readonly programme: string;
    readonly amount: DecimalText;
    readonly upTo: CivilDate;
    readonly note: string | undefined;
  },
): Promise<void> {
  await db
    .insertInto('spending')
    .values({ ...spent, note: note ?? '', actingFor: actingFor ?? null })
    .execute();
}

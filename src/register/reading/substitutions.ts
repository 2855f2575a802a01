import type { Db } from '../database.js';
import type { Row } from '../row.js';

/** Who stands in for whom, from when to when and as what. */
export type SubstitutionLine = Row<'substitutes', (typeof COLUMNS)[number]>;

const COLUMNS = ['id', 'absent', 'substitute', 'fromDate', 'toDate', 'scope', 'reason', 'origin'] as const;

/** The substitutions of an entity, the latest first. One query. */
export async function substitutionsOf(db: Db, entity: string): Promise<readonly SubstitutionLine[]> {
  return db
    .selectFrom('substitutes')
    .select(COLUMNS)
    .where('entity', '=', entity)
    .orderBy('fromDate', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

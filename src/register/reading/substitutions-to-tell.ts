import { sql } from 'kysely';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { Db } from '../database.js';
import type { Row } from '../row.js';

/** A substitution that has begun. */
export type SubstitutionToTell = Row<'substitutes', (typeof COLUMNS)[number]>;

const COLUMNS = ['id', 'entity', 'absent', 'substitute', 'fromDate', 'toDate', 'scope'] as const;

/** Kind of the notices that tell of a substitution, and which one of it tells of. */
export const SUBSTITUTION_NOTICE = 'substitution';
export const substitutionOccasion = (id: number): string => `s${id}`;

/** Substitutions of a day that nobody was told of, the first first. One query; none, as a rule. */
export async function substitutionsToTell(db: Db, on: CivilDate): Promise<readonly SubstitutionToTell[]> {
  return await db
    .selectFrom('substitutes as s')
    .select(COLUMNS)
    .where('s.fromDate', '<=', on)
    .where('s.toDate', '>=', on)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('notices as n')
            .select('n.key')
            .where('n.kind', '=', SUBSTITUTION_NOTICE)
            .whereRef('n.occasion', '=', sql<string>`'s' || s.id`),
        ),
      ),
    )
    .orderBy('s.id')
    .execute();
}

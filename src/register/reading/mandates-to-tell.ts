import { sql } from 'kysely';
import type { CivilDate } from '../../domain/calendar/types.js';
import { OFFICE_PREFIX } from '../../domain/entity.js';
import type { Db } from '../database.js';
import { heldIn } from '../people.js';

/** Something a page has given to somebody, that has begun and that they have not been told of. */
export interface MandateToTell {
  readonly entity: string;
  readonly person: string;
  /** Id of the role, or `ufficio:<id>`. */
  readonly role: string;
  readonly from: CivilDate;
  /** Null while it is open. */
  readonly to: CivilDate | null;
}

/** Kind of the notices that tell of a mandate. */
export const APPOINTMENT_NOTICE = 'appointment';

/** Those of a day, by body and person. One query; none, as a rule. */
export async function mandatesToTell(db: Db, on: CivilDate): Promise<readonly MandateToTell[]> {
  const { rows } = await sql<MandateToTell>`
    select h.entity, h.person, h.role, h.from_date as "from", nullif(h.to_date, 'infinity') as "to"
    from (
      select entity, person, role, from_date, to_date from holdings where to_tell and from_date <= ${on}::date
      union all
      select entity, person, ${OFFICE_PREFIX}::text || office, from_date, to_date
      from memberships where to_tell and from_date <= ${on}::date
    ) h
    join people p on p.entity = h.entity and p.id = h.person and p.active
    where h.to_date >= ${on}::date
    order by h.entity, h.person, h.from_date, h.role`.execute(db);
  return rows;
}

/** Somebody has been told of what they hold. */
export async function markTold(db: Db, { entity, person, role, from }: MandateToTell): Promise<void> {
  const held = heldIn(role);
  await sql`update ${sql.table(held.table)} set to_tell = false where entity = ${entity} and person = ${person}
    and ${sql.ref(held.column)} = ${held.id} and from_date = ${from}::date`.execute(db);
}

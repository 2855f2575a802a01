import type { CivilDate } from '../domain/calendar/types.js';
import { evaluatorRole, ownRole } from '../domain/individual/own-role.js';
import { type Capacity, capacitiesIn } from '../domain/who-acts.js';
import type { Db } from './database.js';
import { peopleInService, standInsOn } from './people.js';

/**
 * What a person may do in evaluations on a day: in their own as themselves, in those of others as who evaluates them, or as who
 * stands in for one who does. Two queries; nothing for who is no longer in service.
 */
export async function personalCapacitiesOf(
  db: Db,
  entity: string,
  person: string,
  on: CivilDate,
): Promise<readonly Capacity[]> {
  const [inService, standIns] = [await peopleInService(db, entity), await standInsOn(db, entity, on)];
  if (!inService.some(({ id }) => id === person)) return [];
  const people = new Set([person, ...standIns.map(({ absent }) => absent)]);
  const holdings = [...people].flatMap((one) => [
    { person: one, role: ownRole(one) },
    { person: one, role: evaluatorRole(one) },
  ]);
  return capacitiesIn(person, holdings, standIns);
}

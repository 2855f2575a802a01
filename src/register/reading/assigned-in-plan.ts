import type { AssignedObjective, SheetStage } from '../../domain/individual/types.js';
import { cycleOf } from '../cycles.js';
import type { Db } from '../database.js';
import { personNames } from './people.js';
import { sheetOf, sheetsOf } from './sheets.js';

/** The objectives somebody was assigned by act, beside those the plan gives to their role: no result, nothing that was said. */
interface AssignedInPlan {
  readonly name: string;
  /** Title of their group. */
  readonly group: string;
  readonly objectives: readonly AssignedObjective[];
}

/**
 * What stands in the Piano of the objectives of persons (D.Lgs. 150/2009, art. 10, c. 1, lett. a): of the groups whose rules say so, once
 * they are assigned. Of who has only what the plan gives to their role there is nothing here.
 */
export async function assignedInPlan(db: Db, cycle: string): Promise<readonly AssignedInPlan[]> {
  const found = await cycleOf(db, cycle);
  const groups = (found?.policy.individual?.groups ?? []).filter(({ inPlan }) => inPlan);
  if (found === undefined || groups.length === 0) return [];
  const sheets = (await sheetsOf(db, cycle)).filter(
    ({ group, stage }) => groups.some(({ id }) => id === group) && !BEFORE.includes(stage),
  );
  const names = await personNames(
    db,
    found.entity,
    sheets.map(({ person }) => person),
  );
  const assigned = await Promise.all(
    sheets.map(async ({ id, person, group }): Promise<AssignedInPlan> => {
      const objectives = (await sheetOf(db, cycle, id))?.objectives ?? [];
      return {
        name: names.get(person) ?? person,
        group: groups.find((one) => one.id === group)?.title ?? group,
        objectives: objectives.filter(({ result }) => result.kind !== 'individual-objective'),
      };
    }),
  );
  return assigned.filter(({ objectives }) => objectives.length > 0);
}

/** Not assigned, or never to be reached. */
const BEFORE: readonly SheetStage[] = ['proposed', 'objected', 'accepted', 'not-evaluated'];

import { executiveSections } from '../../documents/about-body.js';
import { assignedTable } from '../../documents/assigned-objectives.js';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Plan } from '../../domain/plan.js';
import { assignedInPlan } from '../../register/reading/assigned-in-plan.js';
import { bodyNow } from '../contents.js';
import { directly, fromPlan, type PartSources } from './part.js';

/**
 * `piano/obiettivi-dirigenti`: what the dirigenti are to reach, with weights and targets; never what they have reached. First what the
 * plan gives to a role, then what was assigned by act to each, for the groups whose rules say that it stands in the Piano.
 */
export const executiveObjectivesPart = fromPlan(async (plan, sources, cycle) =>
  directly([
    ...executiveSections(plan, (await bodyNow(sources, cycle.entity)).roles).flatMap(({ blocks }) => blocks),
    ...(await assigned(plan, sources, cycle)),
  ]),
);

const assigned = async (plan: Plan, { db }: PartSources, { entity, exercise }: CycleRef) =>
  (await assignedInPlan(db, cycleId({ entity, exercise }))).map((sheet) => assignedTable(plan, sheet));

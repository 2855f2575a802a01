import type { CivilDate } from '../domain/calendar/types.js';
import { withSupposed } from '../domain/confirmed-readings.js';
import type { Plan } from '../domain/plan.js';
import { type ChangedResult, changedResults, type PlanResults, resultsOf } from '../domain/plan-effect.js';
import type { Policy } from '../domain/policy.js';
import { latestComputed } from '../register/assessments.js';
import { listCycles } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { measuredAt } from '../register/reading/measured-so-far.js';
import { stepOf } from '../register/steps.js';

/** The latest results of a body as some rules make them and as others would. Nothing is written. */
export interface SupposedRules {
  readonly exercise: number;
  /** Title of the checkpoint. */
  readonly checkpoint: string;
  readonly to: CivilDate;
  readonly version: number;
  readonly before: PlanResults;
  readonly after: PlanResults;
  readonly changes: readonly ChangedResult[];
}

/**
 * Tries two versions of a body's rules on the checkpoint computed last, with the engine of the checkpoints. Objectives of persons are
 * left out: who may change the rules need not be who may read them.
 * @returns undefined before anything was computed
 */
export async function supposeRules(
  db: Db,
  entity: string,
  [before, after]: readonly [Policy, Policy],
): Promise<SupposedRules | undefined> {
  for (const { id, exercise } of await listCycles(db, entity)) {
    const latest = await latestComputed(db, id);
    if (latest === undefined) continue;
    const [found, step] = await Promise.all([
      measuredAt(db, { entity, exercise }, latest.checkpoint),
      stepOf(db, id, latest.checkpoint),
    ]);
    if (found === undefined || step === undefined) throw new Error(`${latest.checkpoint} of ${id} is not whole`);
    const plan: Plan = { ...withSupposed(found.plan).plan, individual: [] };
    const [was, is] = [before, after].map((policy) => resultsOf(plan, { ...found.measured, policy }));
    if (was === undefined || is === undefined) throw new Error('two rules have two results');
    return {
      ...{ exercise, checkpoint: step.planned.title, to: found.to, version: found.version },
      ...{ before: was, after: is, changes: changedResults(plan, was, is) },
    };
  }
  return undefined;
}

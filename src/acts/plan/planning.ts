import { createHash } from 'node:crypto';
import type { CycleRef } from '../../domain/acting.js';
import type { Instant } from '../../domain/calendar/types.js';
import type { Plan } from '../../domain/plan.js';
import { err, ok, type Result } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import { cycleId } from '../../register/cycles.js';
import { type Db, inTransaction } from '../../register/database.js';
import { appendLog } from '../../register/log.js';
import { holdResults } from '../../register/overrides.js';
import { listPlanVersions, planVersion, savePlanVersion } from '../../register/plans.js';

/** Work on a plan before, or between, its approvals: every change is a new draft version. */
export interface DraftChange {
  readonly person: string;
  readonly actingFor?: string | undefined;
  readonly at: Instant;
  readonly reason: string;
}

/** A plan somebody wants as the new draft. */
export interface EditedPlan {
  readonly plan: Plan;
  /** The draft it was made from; 0 when there was none. */
  readonly from: number;
  /** What the log calls it. */
  readonly action: 'plan-drafted' | 'plan-imported' | 'targets-confirmed' | 'targets-corrected';
}

/**
 * Why a draft is not saved: a plan in force changes by amendment, somebody saved another draft meanwhile, nothing is
 * different.
 */
export type DraftRefusal = 'in-force' | 'overtaken' | 'unchanged';

/** Saves a plan as the next draft. Drafts are never changed; two people at once do not undo each other's work. */
export async function saveDraft(
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  { plan, from, action }: EditedPlan,
): Promise<Result<number, DraftRefusal>> {
  return await inTransaction(db, async (tx) => {
    await holdResults(tx, cycleId(ref.entity, ref.exercise));
    const versions = await listPlanVersions(tx, ref.entity, ref.exercise);
    if (versions.some((v) => v.status === 'in-force')) return err('in-force');
    if ((versions.findLast((v) => v.status === 'draft')?.version ?? 0) !== from) return err('overtaken');
    const base = await planVersion(tx, ref.entity, ref.exercise, from);
    if (base !== undefined && sameValue(base.plan, plan)) return err('unchanged');
    const latest = versions.at(-1)?.version ?? 0;
    return ok(await addDraft(tx, ref, change, { action, plan, from, latest }));
  });
}

async function addDraft(
  tx: Db,
  ref: CycleRef,
  change: DraftChange,
  { plan, from, action, latest }: EditedPlan & { readonly latest: number },
): Promise<number> {
  const version = latest + 1;
  await savePlanVersion(tx, {
    entity: ref.entity,
    exercise: ref.exercise,
    version,
    plan,
    hash: createHash('sha256').update(JSON.stringify(plan)).digest('hex'),
    inForceFrom: null,
    decisionKey: null,
    status: 'draft',
  });
  const cycle = cycleId(ref.entity, ref.exercise);
  await appendLog(tx, {
    key: planLogKey(cycle, version),
    at: change.at,
    actor: change.person,
    ...(change.actingFor === undefined ? {} : { actingFor: change.actingFor }),
    action,
    subject: `Piano versione ${version}`,
    cycle,
    detail: { reason: change.reason, from },
  });
  return version;
}

/** Key of the line of the log that says who made a draft, and why. */
export const planLogKey = (cycle: string, version: number): string => `${cycle}/plan/${version}`;

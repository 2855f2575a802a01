import { createHash } from 'node:crypto';
import type { CycleRef } from '../../domain/acting.js';
import type { Instant } from '../../domain/calendar/types.js';
import type { Plan } from '../../domain/plan.js';
import { planWork } from '../../domain/plan-work.js';
import { err, ok, type Result } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import { cycleId } from '../../register/cycles.js';
import { type Db, inTransaction } from '../../register/database.js';
import { appendLog, loggedUnder } from '../../register/log.js';
import { holdResults } from '../../register/overrides.js';
import { personById } from '../../register/people.js';
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

/** Why a draft is not saved. */
export type DraftRefusal =
  /** A plan in force, or one before its board, is not edited: it changes by an amendment of its own. */
  | { readonly why: 'in-force' | 'proposed' | 'unchanged' }
  /** Somebody has saved another one meanwhile. */
  | { readonly why: 'overtaken'; readonly version: number; readonly by: string };

/**
 * Saves a plan as the next draft, of the first plan or of an amendment. Drafts are never changed; two people at once do not undo
 * each other's work.
 */
export async function saveDraft(
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  { plan, from, action }: EditedPlan,
): Promise<Result<number, DraftRefusal>> {
  return await inTransaction(db, async (tx) => {
    await holdResults(tx, cycleId(ref.entity, ref.exercise));
    const versions = await listPlanVersions(tx, ref.entity, ref.exercise);
    const work = planWork(versions);
    if (work.kind === 'in-force' || work.kind === 'proposed') return err({ why: work.kind });
    if (work.draft !== from)
      return err({ why: 'overtaken', version: work.draft, by: await draftSavedBy(tx, ref, work.draft) });
    const base = await planVersion(tx, ref.entity, ref.exercise, from);
    if (base !== undefined && sameValue(base.plan, plan)) return err({ why: 'unchanged' });
    const latest = versions.at(-1)?.version ?? 0;
    return ok(await addDraft(tx, ref, change, { action, plan, from, latest }));
  });
}

/** Adds a draft after the latest version, with its line in the log. @returns its number */
export async function addDraft(
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
    actingFor: change.actingFor,
    action,
    subject: `Piano versione ${version}`,
    cycle,
    detail: { reason: change.reason, from },
  });
  return version;
}

/** Who saved a draft, by name; empty when it came from files, or there is none. */
export async function draftSavedBy(db: Db, ref: CycleRef, version: number): Promise<string> {
  const key = planLogKey(cycleId(ref.entity, ref.exercise), version);
  const [line] = await loggedUnder(db, [key]);
  const person = line && (await personById(db, ref.entity, line.actor));
  return person?.name ?? line?.actor ?? '';
}

/** Key of the line of the log that says who made a draft, and why. */
export const planLogKey = (cycle: string, version: number): string => `${cycle}/plan/${version}`;

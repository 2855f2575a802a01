import { createHash } from 'node:crypto';
import { mapIndicators, withTarget } from '../domain/amend-plan.js';
import type { Instant } from '../domain/calendar/types.js';
import { contextOf } from '../domain/findings/walk.js';
import type { Indicator, Plan } from '../domain/plan.js';
import { err, ok, type Result } from '../domain/result.js';
import { sameValue } from '../domain/same-value.js';
import { parseTarget } from '../domain/targets/parse.js';
import type { Reading, TargetOutcome } from '../domain/targets/types.js';
import { cycleId } from '../register/cycles.js';
import { type Db, inTransaction } from '../register/database.js';
import { appendLog } from '../register/log.js';
import { holdResults } from '../register/overrides.js';
import { listPlanVersions, planVersion, savePlanVersion } from '../register/plans.js';
import type { CycleRef } from '../workflows/messages.js';

/** Work on a plan before, or between, its approvals: every change is a new draft version. */
export interface DraftChange {
  readonly person: string;
  readonly actingFor?: string | undefined;
  readonly at: Instant;
  readonly reason: string;
}

/** A person's word on how a target is to be read; undefined leaves it open. */
export type Choice = (indicator: Indicator, outcome: TargetOutcome) => Reading | undefined;

/**
 * Records the readings a person confirms for the exercise's targets.
 * @returns the draft's version, and how many targets were confirmed and how many stay open
 */
export async function confirmReadings(
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  choose: Choice,
): Promise<{ readonly version: number; readonly confirmed: number; readonly open: number }> {
  let confirmed = 0;
  let open = 0;
  const version = await draft(db, ref, change, 'targets-confirmed', (plan) =>
    mapIndicators(plan, (indicator) => {
      const target = indicator.targets.find((t) => t.year === ref.exercise);
      if (target === undefined || target.confirmed !== undefined) return indicator;
      const outcome = parseTarget(target.text, contextOf(indicator, ref.exercise));
      const reading = choose(indicator, outcome);
      if (reading === undefined) {
        open++;
        return indicator;
      }
      confirmed++;
      const settled = { ...target, confirmed: reading, confirmedBy: change.person };
      return { ...indicator, targets: indicator.targets.map((t) => (t === target ? settled : t)) };
    }),
  );
  return { version, confirmed, open };
}

/** A draft with other targets for the exercise, each with the reading that is plain from its text. */
export async function draftTargets(
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  targets: ReadonlyMap<string, string>,
): Promise<number> {
  return await draft(db, ref, change, 'plan-drafted', (plan) =>
    mapIndicators(plan, (indicator) => {
      const text = targets.get(indicator.code);
      return text === undefined ? indicator : withTarget(indicator, ref.exercise, text);
    }),
  );
}

async function draft(
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  action: string,
  amend: (plan: Plan) => Plan,
): Promise<number> {
  return await inTransaction(db, async (tx) => {
    const versions = await listPlanVersions(tx, ref.entity, ref.exercise);
    const base = versions.findLast((v) => v.status === 'in-force') ?? versions.findLast((v) => v.status === 'draft');
    const latest = versions.at(-1)?.version ?? 0;
    const from = base === undefined ? undefined : await planVersion(tx, ref.entity, ref.exercise, base.version);
    if (from === undefined) throw new Error(`nel registro non c’è un Piano ${ref.exercise} da modificare`);
    return await addDraft(tx, ref, change, { action, plan: amend(from.plan), from: from.version, latest });
  });
}

/** A plan somebody wants as the new draft. */
export interface EditedPlan {
  readonly plan: Plan;
  /** The draft it was made from; 0 when there was none. */
  readonly from: number;
  /** What the log calls it. */
  readonly action: 'plan-drafted' | 'plan-imported' | 'targets-confirmed';
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
  { plan, from, action, latest }: Omit<EditedPlan, 'action'> & { readonly action: string; readonly latest: number },
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

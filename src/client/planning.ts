import { createHash } from 'node:crypto';
import { mapIndicators, withTarget } from '../domain/amend-plan.js';
import type { Instant } from '../domain/calendar/types.js';
import { contextOf } from '../domain/findings/walk.js';
import type { Indicator, Plan } from '../domain/plan.js';
import { parseTarget } from '../domain/target/parse.js';
import type { Reading, TargetOutcome } from '../domain/target/types.js';
import { cycleId } from '../register/cycles.js';
import { type Db, inTransaction } from '../register/database.js';
import { appendLog } from '../register/log.js';
import { listPlanVersions, planVersion, savePlanVersion } from '../register/plans.js';
import type { CycleRef } from '../workflows/messages.js';

/** Work on a plan before, or between, its approvals: every change is a new draft version. */
export interface DraftChange {
  readonly person: string;
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
    const plan = amend(from.plan);
    const hash = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
    const version = latest + 1;
    await savePlanVersion(tx, {
      entity: ref.entity,
      exercise: ref.exercise,
      version,
      plan,
      hash,
      inForceFrom: null,
      decisionKey: null,
      status: 'draft',
    });
    const cycle = cycleId(ref.entity, ref.exercise);
    await appendLog(tx, {
      key: `${cycle}/plan/${version}`,
      at: change.at,
      actor: change.person,
      action,
      subject: `Piano versione ${version}`,
      cycle,
      detail: { reason: change.reason, from: from.version },
    });
    return version;
  });
}

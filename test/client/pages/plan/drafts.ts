import { saveDraft } from '../../../../src/acts/plan/planning.js';
import type { Actor, CycleRef } from '../../../../src/domain/acting.js';
import { mapIndicators, withTarget } from '../../../../src/domain/amend-plan.js';
import type { Instant } from '../../../../src/domain/calendar/types.js';
import { settled, targetOf } from '../../../../src/domain/confirmed-readings.js';
import { contextOf } from '../../../../src/domain/findings/walk.js';
import type { Plan } from '../../../../src/domain/plan.js';
import { candidatesOf } from '../../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../../src/domain/targets/parse.js';
import { type Db, inTransaction } from '../../../../src/register/database.js';
import { appendLog } from '../../../../src/register/log.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';

/** Who worked on a draft, when and why. */
interface DraftChange extends Actor {
  readonly at: Instant;
  readonly reason: string;
}

/** The working draft with other targets of the exercise, saved as the next one. */
export const draftTargets = (
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  targets: ReadonlyMap<string, string>,
): Promise<number> =>
  redraft(db, ref, change, 'plan-drafted', (plan) =>
    mapIndicators(plan, (indicator) => {
      const text = targets.get(indicator.code);
      return text === undefined ? indicator : withTarget(indicator, ref.exercise, text);
    }),
  );

/** A plan with the first reading of each target confirmed, as somebody in a hurry would have it. */
export const readInAHurry = (plan: Plan, exercise: number, person: string): Plan =>
  mapIndicators(plan, (indicator) => {
    const target = targetOf(indicator, exercise);
    if (target === undefined || target.confirmed !== undefined) return indicator;
    const [first] = candidatesOf(parseTarget(target.text, contextOf(indicator, exercise)));
    return first === undefined ? indicator : settled(indicator, target, first.reading, person);
  });

/** The working draft read like that. */
export const draftReadings = (db: Db, ref: CycleRef, change: DraftChange): Promise<number> =>
  redraft(db, ref, change, 'targets-confirmed', (plan) => readInAHurry(plan, ref.exercise, change.person));

async function redraft(
  db: Db,
  ref: CycleRef,
  change: DraftChange,
  action: 'plan-drafted' | 'targets-confirmed',
  amend: (plan: Plan) => Plan,
): Promise<number> {
  const from =
    (await listPlanVersions(db, ref.entity, ref.exercise)).findLast((v) => v.status === 'draft')?.version ?? 0;
  const base = await planVersion(db, ref.entity, ref.exercise, from);
  if (base === undefined) throw new Error(`no draft of ${ref.entity} ${ref.exercise}`);
  return await inTransaction(db, async (tx) => {
    const saved = await saveDraft(tx, ref, { plan: amend(base.plan), from });
    if (!saved.ok) throw new Error(saved.error.text);
    await appendLog(tx, {
      at: change.at,
      actor: change.person,
      actingFor: change.actingFor,
      action,
      subject: `Piano versione ${saved.value}`,
      cycle: `${ref.entity}/${ref.exercise}`,
      detail: { reason: change.reason, from, planVersion: saved.value },
    });
    return saved.value;
  });
}

import { createHash } from 'node:crypto';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Plan } from '../../domain/plan.js';
import { planWork } from '../../domain/plan-work.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import { refuseText } from '../../register/accept.js';
import { planAsRead } from '../../register/confirmed-readings.js';
import type { Db } from '../../register/database.js';
import { holdResults } from '../../register/overrides.js';
import { draftSavedBy } from '../../register/plan-stories.js';
import { listPlanVersions, planVersion, savePlanVersion } from '../../register/plans.js';
import { planningWords } from '../../words/planning.js';
import type { Acting, FieldWords, Line } from '../act.js';
import type { PlanVersionSubject } from './plan-version.js';

const { refused } = planningWords.wrong;

/** A plan somebody wants as the new draft. */
export interface EditedPlan {
  readonly plan: Plan;
  /** The draft it was made from; 0 when there was none. */
  readonly from: number;
}

/**
 * Saves a plan as the next draft, of the first plan or of an amendment. Drafts are never changed; two people at once do not undo
 * each other's work. The line of the log is the act's.
 */
export async function saveDraft(tx: Db, ref: CycleRef, { plan, from }: EditedPlan): Promise<Result<number, Refusal>> {
  await holdResults(tx, cycleId(ref));
  const versions = await listPlanVersions(tx, ref.entity, ref.exercise);
  const work = planWork(versions);
  if (work.kind === 'in-force' || work.kind === 'proposed') return err({ text: refused[work.kind] });
  if (work.draft !== from) {
    const by = await draftSavedBy(tx, ref.entity, cycleId(ref), work.draft);
    return err({ text: refused.overtaken(work.draft, by) });
  }
  const unwritable = unwritableIn(plan);
  if (unwritable !== undefined) return err({ text: unwritable });
  const base = await planVersion(tx, ref.entity, ref.exercise, from);
  if (base !== undefined && sameValue(base.plan, plan)) return err({ text: refused.unchanged });
  return ok(await addDraft(tx, ref, plan, versions.at(-1)?.version ?? 0));
}

/** Adds a draft after the latest version. @returns its number */
export async function addDraft(tx: Db, { entity, exercise }: CycleRef, plan: Plan, latest: number): Promise<number> {
  const version = latest + 1;
  await savePlanVersion(tx, {
    entity,
    exercise,
    version,
    plan,
    hash: createHash('sha256').update(JSON.stringify(plan)).digest('hex'),
    inForceFrom: null,
    decisionKey: null,
    status: 'draft',
  });
  return version;
}

/** The plan an act is about, with what was said of its readings since; undefined before anybody has begun one. */
export async function planOf(tx: Db, { ref, version }: PlanVersionSubject): Promise<Plan | undefined> {
  return version === 0 ? undefined : await planAsRead(tx, ref, version);
}

/** How the reason of a change of the draft is asked. */
export const reasonWords = {
  page: 'motivo',
  value: 'motivo',
  label: planningWords.form.reason,
  hint: planningWords.form.reasonHint,
  missing: planningWords.wrong.reason,
} satisfies FieldWords;

/** Saves what an act has made of the draft it is about. */
export async function saved(tx: Db, { subject }: Acting<PlanVersionSubject>, plan: Plan) {
  const draft = await saveDraft(tx, subject.ref, { plan, from: subject.version });
  return draft.ok ? ok({ version: draft.value }) : err([draft.error]);
}

/** The line of the log that says who made a draft, and why: its version page tells it. */
export const draftLine = (
  { subject: { cycle, version: from } }: Acting<PlanVersionSubject>,
  action: 'plan-drafted' | 'plan-imported' | 'targets-confirmed' | 'targets-corrected',
  version: number,
  reason: string,
  more: object = {},
): Line => ({
  action,
  subject: `Piano versione ${version}`,
  cycle,
  detail: { reason, from, planVersion: version, ...more },
});

/** Why some text of a plan can not be kept, whatever way it came. */
function unwritableIn(plan: Plan): string | undefined {
  let found: string | undefined;
  JSON.stringify(plan, (_key, value: unknown) => {
    if (typeof value === 'string') found ??= refuseText(value);
    return value;
  });
  return found;
}

/** A plan that nobody has begun. */
export const emptyPlan = ({ entity, exercise }: { readonly entity: string; readonly exercise: number }): Plan => ({
  entity,
  exercise,
  title: planningWords.title(exercise),
  perspectives: [],
  areas: [],
  sheets: [],
  individual: [],
  budget: { lines: [], totals: [] },
});

import type { Actor, CycleRef } from '../../domain/acting.js';
import type { Instant } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Plan } from '../../domain/plan.js';
import { draftIn, type PlanWork, planWork } from '../../domain/plan-work.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, type Result } from '../../domain/result.js';
import { cycleOf } from '../../register/cycles.js';
import type { Db, Register } from '../../register/database.js';
import { appendLog } from '../../register/log.js';
import { listPlanVersions, planVersion } from '../../register/plans.js';
import { rollingWords as words } from '../../words/rolling.js';
import { aCycle, type Named, type Subject } from '../subject.js';
import { type EditedPlan, saveDraft } from './planning.js';

/** Who changes a draft, when and why: the story of its version. */
interface DraftChange extends Pick<Actor, 'person' | 'actingFor'> {
  readonly at: Instant;
  readonly reason: string;
}

/** The plan of a cycle, there or not, and where the work on it stands. */
export interface PlanSubject {
  readonly ref: CycleRef;
  readonly work: PlanWork;
}

/** The plan of a cycle. */
export const aPlan: Subject<PlanSubject> = {
  ...aCycle,
  api: '/cycles/{entity}/{exercise}/plan',
  find: planSubject,
  title: ({ ref }) => `Piano ${ref.exercise}`,
  id: ({ ref }) => `${cycleId(ref)}/plan`,
};

/** The plan of a cycle as it stands; undefined when there is no such cycle. */
export async function planSubject(
  { db, schema }: Pick<Register, 'db' | 'schema'>,
  { entity, exercise = 0 }: Omit<Named, 'name'>,
): Promise<PlanSubject | undefined> {
  const cycle = await cycleOf(db, cycleId({ entity, exercise }));
  if (cycle === undefined) return undefined;
  return { ref: { space: schema, entity, exercise }, work: planWork(await listPlanVersions(db, entity, exercise)) };
}

/** Why a plan has no draft to change now; undefined while it has one. */
export const noDraftToChange = ({ work }: PlanSubject): string | undefined =>
  draftIn(work) > 0 ? undefined : words.noDraft;

/** Saves the draft as `edit` makes it as the next one; the line of the log is the act's. @returns its version, or why it is not saved */
export async function changeDraft(
  tx: Db,
  ref: CycleRef,
  edit: (plan: Plan) => Result<Plan, readonly Refusal[]>,
): Promise<Result<number, readonly Refusal[]>> {
  const from = draftIn(planWork(await listPlanVersions(tx, ref.entity, ref.exercise)));
  const draft = from === 0 ? undefined : await planVersion(tx, ref.entity, ref.exercise, from);
  if (draft === undefined) return err([{ text: words.noDraft }]);
  const edited = edit(draft.plan);
  if (!edited.ok) return edited;
  const saved = await saveDraft(tx, ref, { plan: edited.value, from });
  return saved.ok ? saved : err([saved.error]);
}

/** Saves a draft with the line of the log that tells its version's story. */
export async function savedAs(
  tx: Db,
  ref: CycleRef,
  { person, actingFor, at, reason }: DraftChange,
  edited: EditedPlan,
): Promise<Result<number, readonly Refusal[]>> {
  const saved = await saveDraft(tx, ref, edited);
  if (!saved.ok) return err([saved.error]);
  const cycle = cycleId(ref);
  await appendLog(tx, {
    at,
    actor: person,
    actingFor,
    action: 'plan-drafted',
    subject: words.version(saved.value),
    cycle,
    detail: { reason, from: edited.from, planVersion: saved.value },
  });
  return saved;
}

import { diffSections, type SectionChange } from '../documents/differences.js';
import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import { diffPlans, type PlanDiff } from '../domain/plan-diff.js';
import { withReadings } from '../register/confirmed-readings.js';
import type { Db } from '../register/database.js';
import { transmittedIn } from '../register/drafting-transmissions.js';
import { listPlanVersions, type PlanVersion, planVersion } from '../register/plans.js';
import { snapshotOf } from './forms.js';

/** A document as it came before its board in one round. */
interface OfRound {
  readonly round: number;
  readonly hash: string;
  readonly planVersion?: number | null | undefined;
}

/** What a board finds changed since the round before. */
interface RoundChanges {
  /** The plan the document is written from, where it is another version. */
  readonly plan?: { readonly before: number; readonly after: number; readonly diff: PlanDiff };
  /** Undefined where one of the two was deposited as a page, without data. */
  readonly sections: readonly SectionChange[] | undefined;
}

/** Compares what came before the board of a step in two rounds: the sections, and the plan version they are written from. */
export async function roundChanges(
  db: Db,
  ref: CycleRef,
  step: string,
  { before, now }: { readonly before: OfRound; readonly now: OfRound },
): Promise<RoundChanges> {
  const [was, is] = [await snapshotOf(db, before.hash), await snapshotOf(db, now.hash)];
  const sections = was === undefined || is === undefined ? undefined : diffSections(was.content, is.content);
  const [from, to] = [await writtenFrom(db, ref, step, before), await writtenFrom(db, ref, step, now)];
  if (from === undefined || to === undefined || from === to) return { sections };
  const [old, young] = [
    await planVersion(db, ref.entity, ref.exercise, from),
    await planVersion(db, ref.entity, ref.exercise, to),
  ];
  if (old === undefined || young === undefined) return { sections };
  return { sections, plan: { before: from, after: to, diff: diffPlans(old.plan, young.plan) } };
}

async function writtenFrom(
  db: Db,
  ref: CycleRef,
  step: string,
  { round, planVersion: known }: OfRound,
): Promise<number | undefined> {
  if (known != null) return known;
  return (await transmittedIn(db, { cycle: cycleId(ref), step, round }))?.planVersion ?? undefined;
}

/** A proposed plan and the approved one before it; undefined where there is none. Readings confirmed since are of both: they change nothing. */
export async function proposedPlans(
  db: Db,
  { entity, exercise }: Pick<CycleRef, 'entity' | 'exercise'>,
  proposed: number,
): Promise<{ readonly before: PlanVersion; readonly after: PlanVersion } | undefined> {
  const base = (await listPlanVersions(db, entity, exercise)).findLast(
    (v) => v.version < proposed && (v.status === 'in-force' || v.status === 'superseded'),
  );
  const [was, is] = await Promise.all([
    base === undefined ? undefined : planVersion(db, entity, exercise, base.version),
    planVersion(db, entity, exercise, proposed),
  ]);
  if (was === undefined || is === undefined) return undefined;
  const [before, after] = await Promise.all([withReadings(db, was), withReadings(db, is)]);
  return { before, after };
}

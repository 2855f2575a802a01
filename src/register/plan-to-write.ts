import type { CycleRef } from '../domain/acting.js';
import type { Db } from './database.js';
import { listPlanVersions, type PlanVersion, planVersion } from './plans.js';

/** A plan version as documents are written from it. */
export type CyclePlan = Pick<PlanVersion, 'plan' | 'version'>;

/** The version asked for; else the one in force or, before any is, the draft. */
export async function planToWrite(
  db: Db,
  ref: Pick<CycleRef, 'entity' | 'exercise'>,
  proposed: number | undefined,
): Promise<CyclePlan | undefined> {
  const versions = await listPlanVersions(db, ref.entity, ref.exercise);
  const chosen =
    proposed ??
    versions.findLast((v) => v.status === 'in-force')?.version ??
    versions.findLast((v) => v.status === 'draft')?.version;
  return chosen === undefined ? undefined : await planVersion(db, ref.entity, ref.exercise, chosen);
}

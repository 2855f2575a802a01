import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import type { Decision, FrozenDocument } from '../domain/decision.js';
import type { Db } from '../register/database.js';
import { planVersion, savePlanVersion } from '../register/plans.js';

/** What the decision on a document does to the version of the plan it was written from: in force, or rejected. */
export async function settlePlanVersion(
  db: Db,
  ref: CycleRef,
  amends: boolean,
  document: FrozenDocument,
  decision: Decision,
): Promise<void> {
  if (document.planVersion === undefined || decision.outcome === 'deferred') return;
  if (decision.outcome === 'rejected' && !amends) return;
  const version = await planVersion(db, ref.entity, ref.exercise, document.planVersion);
  if (version === undefined)
    throw new Error(`plan version ${document.planVersion} of ${cycleId(ref)} is not in the register`);
  const approved = decision.outcome === 'approved';
  await savePlanVersion(db, {
    ...version,
    status: approved ? 'in-force' : 'rejected',
    inForceFrom: approved ? (decision.actDate ?? decision.recordedOn) : null,
    decisionKey: decision.key,
  });
}

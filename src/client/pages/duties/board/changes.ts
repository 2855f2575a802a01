import type { Plan } from '../../../../domain/plan.js';
import { diffPlans, isEmptyDiff } from '../../../../domain/plan-diff.js';
import { snapshotOf } from '../../../../office/forms.js';
import { withReadings } from '../../../../register/confirmed-readings.js';
import type { Db } from '../../../../register/database.js';
import type { Hearing } from '../../../../register/hearings.js';
import { listPlanVersions, planVersion } from '../../../../register/plans.js';
import { boardWords as words } from '../../../../words/board.js';
import { italianMoment } from '../../../../words/format.js';
import type { Change } from '../../kit/model/change.js';
import { planChanges, planChangesInWords } from '../../kit/model/plan-changes.js';
import type { Duty } from '../duty.js';
import { diffDocuments } from './document-diff.js';

/** What changed in the document before a board since what the board, or the Piano in force, said before. */
export type Changes =
  | { readonly kind: 'first' | 'borrowed' }
  | {
      readonly kind: 'compared';
      /** What it is compared with, as a sentence. */
      readonly since: string;
      /** In words; empty when the table says it all. */
      readonly summary: string;
      readonly changes: readonly Change[];
      /** Hash of the version before, when it is a document. */
      readonly previous?: string;
    }
  | { readonly kind: 'unreadable'; readonly previous: string };

/** Compares the last document of a hearing with the one before it; an amendment with the Piano in force. */
export async function changesOf(db: Db, { ref, step }: Duty, hearing: Hearing): Promise<Changes> {
  if (hearing.approvedBefore !== undefined) return { kind: 'borrowed' };
  const [before, now] =
    hearing.documents.slice(-2).length === 2 ? hearing.documents.slice(-2) : [undefined, hearing.documents[0]];
  if (now === undefined) return { kind: 'first' };
  if (step.planned.kind === 'amendment') {
    if (now.planVersion === undefined) return { kind: 'first' };
    return await againstPlanInForce(db, ref.entity, ref.exercise, now.planVersion);
  }
  if (before === undefined) return { kind: 'first' };
  const since = words.changes.sinceRound(before.round, italianMoment(before.frozenAt));
  const previous = before.hash;
  if (before.planVersion !== undefined && now.planVersion !== undefined) {
    const [was, is] = await Promise.all([
      planVersion(db, ref.entity, ref.exercise, before.planVersion),
      planVersion(db, ref.entity, ref.exercise, now.planVersion),
    ]);
    if (was !== undefined && is !== undefined && before.planVersion !== now.planVersion)
      return { ...comparedPlans(was.plan, is.plan, since), previous };
  }
  const [was, is] = await Promise.all([snapshotOf(db, before.hash), snapshotOf(db, now.hash)]);
  if (was === undefined || is === undefined) return { kind: 'unreadable', previous };
  return { kind: 'compared', since, summary: '', changes: diffDocuments(was.content, is.content), previous };
}

/** What changes between two plans, with words for it. */
export function comparedPlans(before: Plan, after: Plan, since: string): Extract<Changes, { kind: 'compared' }> {
  const diff = diffPlans(before, after);
  return {
    kind: 'compared',
    since,
    summary: isEmptyDiff(diff) ? '' : planChangesInWords(diff),
    changes: planChanges(diff),
  };
}

async function againstPlanInForce(db: Db, entity: string, exercise: number, proposed: number): Promise<Changes> {
  const base = (await listPlanVersions(db, entity, exercise)).findLast(
    (v) => v.version < proposed && (v.status === 'in-force' || v.status === 'superseded'),
  );
  const [was, is] = await Promise.all([
    base === undefined ? undefined : planVersion(db, entity, exercise, base.version),
    planVersion(db, entity, exercise, proposed),
  ]);
  if (was === undefined || is === undefined) return { kind: 'first' };
  // Readings confirmed since are of both: they change nothing.
  const [before, after] = await Promise.all([withReadings(db, was), withReadings(db, is)]);
  return comparedPlans(before.plan, after.plan, words.changes.sinceVersion(was.version));
}

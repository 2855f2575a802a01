import type { SectionChange } from '../../../../documents/differences.js';
import type { Change } from '../../../../domain/change.js';
import type { Plan } from '../../../../domain/plan.js';
import { diffPlans, isEmptyDiff, type PlanDiff } from '../../../../domain/plan-diff.js';
import { proposedPlans, roundChanges } from '../../../../office/round-changes.js';
import type { Db } from '../../../../register/database.js';
import type { Hearing } from '../../../../register/hearings.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { boardWords as words } from '../../../../words/board.js';
import { italianMoment } from '../../../../words/format.js';
import { planChanges, planChangesInWords } from '../../../../words/plan-changes.js';
import { officeTitleIn } from '../../kit/parts/change-table.js';
import type { Duty } from '../duty.js';

/** What changed in the document before a board since what the board, or the Piano in force, said before. */
export type Changes =
  | { readonly kind: 'first' | 'borrowed' }
  | {
      readonly kind: 'compared';
      /** What it is compared with, as a sentence. */
      readonly since: string;
      /** The plan, where that is what is compared or the document is written from another version of it. */
      readonly plan?: PlanChanges | undefined;
      /** The document; absent where only plans are compared. */
      readonly sections?: readonly SectionChange[] | undefined;
      /** Hash of the version before, when it is a document. */
      readonly previous?: string;
    }
  | { readonly kind: 'unreadable'; readonly previous: string };

/** What changed in a plan. */
export interface PlanChanges {
  /** From which version to which, where both are a document's. */
  readonly title?: string;
  /** In words; empty when nothing that counts did. */
  readonly summary: string;
  readonly changes: readonly Change[];
}

/** Compares the last document of a hearing with the one before it; an amendment with the Piano in force. */
export async function changesOf(db: Db, { ref, step }: Duty, hearing: Hearing, directory: Directory): Promise<Changes> {
  if (hearing.approvedBefore !== undefined) return { kind: 'borrowed' };
  const [before, now] =
    hearing.documents.slice(-2).length === 2 ? hearing.documents.slice(-2) : [undefined, hearing.documents[0]];
  if (now === undefined) return { kind: 'first' };
  if (step.planned.kind === 'amendment') {
    if (now.planVersion === undefined) return { kind: 'first' };
    const plans = await proposedPlans(db, ref, now.planVersion);
    if (plans === undefined) return { kind: 'first' };
    const since = words.changes.sinceVersion(plans.before.version);
    return comparedPlans(plans.before.plan, plans.after.plan, since, directory);
  }
  if (before === undefined) return { kind: 'first' };
  const since = words.changes.sinceRound(before.round, italianMoment(before.frozenAt));
  const previous = before.hash;
  const { sections, plan } = await roundChanges(db, ref, step.id, { before, now });
  if (sections === undefined && plan === undefined) return { kind: 'unreadable', previous };
  return {
    kind: 'compared',
    since,
    previous,
    sections,
    plan: plan && { ...changesOfPlan(plan.diff, directory), title: words.changes.plan(plan.before, plan.after) },
  };
}

const changesOfPlan = (diff: PlanDiff, directory: Directory): PlanChanges => ({
  summary: isEmptyDiff(diff) ? '' : planChangesInWords(diff),
  changes: planChanges(diff, officeTitleIn(directory)),
});

/** What changes between two plans, with words for it. */
export function comparedPlans(
  before: Plan,
  after: Plan,
  since: string,
  directory: Directory,
): Extract<Changes, { kind: 'compared' }> {
  return { kind: 'compared', since, plan: changesOfPlan(diffPlans(before, after), directory) };
}

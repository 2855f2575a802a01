import type { DocumentContent, DocumentHeading } from '../../documents/content.js';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import { isMadeFromPlan } from '../../domain/drafting/outline.js';
import { draftedOf } from '../../register/drafting.js';
import { standInOf } from '../../register/drafting-files.js';
import type { CyclePlan } from '../../register/plan-to-write.js';
import { contentOf, noPlan, type Sources } from '../contents.js';
import { draftContent } from './compose.js';

/**
 * What a document of a cycle says now: its draft; of a cycle planned before there were drafts, what its kind has always said.
 * @throws when it is written from a plan and there is none, or there is no such document
 */
export async function contentNow(
  sources: Sources,
  ref: CycleRef,
  heading: DocumentHeading,
  plan: CyclePlan | undefined,
): Promise<DocumentContent> {
  const draft = await draftedOf(sources.db, { cycle: cycleId(ref), document: heading.kind });
  if (draft === undefined) return await contentOf(sources, ref, heading, plan);
  const needsPlan = plan === undefined && isMadeFromPlan(draft.outline);
  if (needsPlan && (await standInOf(sources.db, draft)) === undefined) throw noPlan(ref);
  return await draftContent({ ...sources, plan }, ref, heading, draft);
}

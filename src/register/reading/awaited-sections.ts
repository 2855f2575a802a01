import type { DatedStep } from '../../domain/calendar/types.js';
import { cycleKey } from '../../domain/cycle-id.js';
import { dataNeeded, lackingIn } from '../../domain/drafting/data-needed.js';
import { type MissingSection, missingIn } from '../../domain/drafting/section.js';
import type { Db } from '../database.js';
import { type DraftedDocument, draftedOf, sectionsOf } from '../drafting.js';
import { standInOf } from '../drafting-files.js';
import { planToWrite } from '../plan-to-write.js';

/** Sections that are written and not ready, or lack what they are computed from, of the document a step waits for. */
interface AwaitedSections {
  /** `piano` */
  readonly document: string;
  readonly sections: readonly MissingSection[];
}

interface OpenStep {
  readonly cycle: string;
  readonly planned: Pick<DatedStep, 'prepares' | 'preparesSections' | 'transmits' | 'document'>;
}

/**
 * The sections that some open steps wait for, each document with the first of its steps; of those computed, the ones that lack data
 * somebody is to bring in. Some five queries for each document in preparation.
 */
export async function awaitedSections<S extends OpenStep>(
  db: Db,
  steps: readonly S[],
): Promise<ReadonlyMap<S, AwaitedSections>> {
  const found = new Map<S, AwaitedSections>();
  const known = new Set<string>();
  for (const step of steps) {
    const { prepares, preparesSections, transmits, document: decided } = step.planned;
    const document = transmits === true ? decided : prepares;
    if (document === undefined || known.has(`${step.cycle}/${document}`)) continue;
    const draft = await draftedOf(db, { cycle: step.cycle, document });
    if (draft === undefined || (await standInOf(db, draft)) !== undefined) continue;
    const missing = missingIn(await sectionsOf(db, draft), await withoutData(db, draft)).filter(
      ({ id }) => transmits === true || preparesSections === undefined || preparesSections.includes(id),
    );
    if (missing.length === 0) continue;
    known.add(`${step.cycle}/${document}`);
    found.set(step, { document, sections: missing });
  }
  return found;
}

async function withoutData(db: Db, { cycle, outline }: DraftedDocument): Promise<ReadonlySet<string>> {
  const asked = outline.sections.some((section) => section.required && dataNeeded(section) !== undefined);
  const plan = asked ? await planToWrite(db, cycleKey(cycle), undefined) : undefined;
  return plan === undefined ? new Set() : lackingIn(outline.sections, plan.plan);
}

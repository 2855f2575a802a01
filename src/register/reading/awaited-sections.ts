import type { DatedStep } from '../../domain/calendar/types.js';
import { type MissingSection, missingIn } from '../../domain/drafting/section.js';
import type { Db } from '../database.js';
import { draftedOf, sectionsOf } from '../drafting.js';

/** Sections that are written and not ready, of the document a step waits for. */
interface AwaitedSections {
  /** `piano` */
  readonly document: string;
  readonly sections: readonly MissingSection[];
}

interface OpenStep {
  readonly cycle: string;
  readonly planned: DatedStep;
}

/**
 * The sections that some open steps wait for, each document with the first of its steps; those computed or taken are nobody's to write.
 * Three queries for each document in preparation.
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
    if (draft === undefined) continue;
    const missing = missingIn(await sectionsOf(db, draft)).filter(
      ({ id }) => transmits === true || preparesSections === undefined || preparesSections.includes(id),
    );
    if (missing.length === 0) continue;
    known.add(`${step.cycle}/${document}`);
    found.set(step, { document, sections: missing });
  }
  return found;
}

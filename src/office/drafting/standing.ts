import { createHash } from 'node:crypto';
import type { Section } from '../../documents/content.js';
import type { CycleRef } from '../../domain/acting.js';
import { type MissingSection, missingIn } from '../../domain/drafting/section.js';
import { type DraftedDocument, sectionsOf } from '../../register/drafting.js';
import { standInOf } from '../../register/drafting-files.js';
import type { Transmitted } from '../../register/drafting-transmissions.js';
import type { PartSources } from '../computed/part.js';
import { type ComposedDraft, composeDraft } from './compose.js';

/** Where a draft stands: what it says, and what is missing. */
interface DraftState {
  readonly composed: ComposedDraft;
  /** Nothing is, where the body's own file stands in for the whole. */
  readonly missing: readonly MissingSection[];
  readonly stoodIn: boolean;
  /** JSON of its sections, without the heading; null where the body's own file stands in for them. */
  readonly content: string | null;
  /** SHA-256 of that, or of the file: two rounds that say the same have the same. */
  readonly contentHash: string;
}

/** Looks at a draft as it is now. */
export async function draftState(sources: PartSources, cycle: CycleRef, draft: DraftedDocument): Promise<DraftState> {
  const [file, composed, sections] = [
    await standInOf(sources.db, draft),
    await composeDraft(sources, cycle, draft),
    await sectionsOf(sources.db, draft),
  ];
  return {
    composed,
    stoodIn: file !== undefined,
    missing: file === undefined ? missingIn(sections, composed.empty) : [],
    ...(file === undefined ? said(JSON.stringify(composed.sections)) : { content: null, contentHash: file.hash }),
  };
}

const said = (content: string) => ({ content, contentHash: createHash('sha256').update(content).digest('hex') });

/** The sections of a transmission; undefined where a file stood in for them, or only their hash was kept. */
export const sectionsTransmitted = ({ content }: Transmitted): readonly Section[] | undefined =>
  // Written by `draftState`, in an append-only table whose check holds its hash.
  content === null ? undefined : (JSON.parse(content) as readonly Section[]);

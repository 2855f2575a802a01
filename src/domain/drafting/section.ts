import type { Instant } from '../calendar/types.js';
import { never } from '../result.js';
import { dataNeeded } from './data-needed.js';
import type { SectionOutline } from './outline.js';

/** Where the work on a written section stands: *da scrivere, in bozza, pronta*. */
export type SectionState = 'to-write' | 'draft' | 'ready';

/** A section of the draft of one cycle's document. */
export interface SectionOfDraft {
  readonly outline: SectionOutline;
  readonly state: SectionState;
  /** Markdown; empty for what is computed or taken. */
  readonly text: string;
  /** 0 before anything was saved, then one more at each saving. */
  readonly revision: number;
  /** Person ids; absent when nobody has: it is empty, or its first text came from the body's files. */
  readonly writtenBy?: string | undefined;
  readonly actingFor?: string | undefined;
  readonly writtenAt?: Instant | undefined;
  readonly openRemarks: number;
}

/** Why a section keeps its document from its board. */
export interface MissingSection {
  readonly id: string;
  readonly title: string;
  readonly owners: readonly string[];
  readonly why:
    | 'to-write'
    /** Written, and nobody has said that it is ready. */
    | 'draft'
    /** Computed or taken, and there is nothing to say yet. */
    | 'nothing-there';
  /** Of what is computed, the data that is not there, with who brings it in and where: follows *mancano*. */
  readonly needs?: string | undefined;
}

/**
 * What is missing of a draft, in its order: required sections that are not ready, and others that were begun and are not: what
 * somebody wrote is never silently left out.
 * @param empty ids of the computed and taken sections with nothing to say
 */
export function missingIn(
  sections: readonly SectionOfDraft[],
  empty: ReadonlySet<string> = new Set(),
): readonly MissingSection[] {
  return sections.flatMap((section) => {
    const why = whyMissing(section, empty);
    const { id, title, owners } = section.outline;
    if (why === undefined) return [];
    const needs = why === 'nothing-there' ? dataNeeded(section.outline) : undefined;
    return [needs === undefined ? { id, title, owners, why } : { id, title, owners, why, needs }];
  });
}

function whyMissing(
  { outline: { id, required, content }, state, text }: SectionOfDraft,
  empty: ReadonlySet<string>,
): MissingSection['why'] | undefined {
  switch (content.kind) {
    case 'written':
      if (state === 'ready') return undefined;
      if (text.trim() !== '') return 'draft';
      return required ? 'to-write' : undefined;
    case 'computed':
    case 'taken':
      return required && empty.has(id) ? 'nothing-there' : undefined;
    default:
      return never(content);
  }
}

/** The state of a section after somebody saved a text: what was ready is a draft again. */
export const stateAfterWriting = (text: string): SectionState => (text.trim() === '' ? 'to-write' : 'draft');

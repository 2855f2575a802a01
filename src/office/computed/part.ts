import type { Section } from '../../documents/content.js';
import type { CycleRef } from '../../domain/acting.js';
import type { Sources } from '../contents.js';

/** A part of a document that is computed from what is on record; an empty list: there is nothing to say yet. */
export type ComputedPart = (sources: Sources, cycle: CycleRef) => Promise<readonly Section[]>;

/** Blocks that stand right below the outline's own heading. */
export const directly = (blocks: Section['blocks']): readonly Section[] =>
  blocks.length === 0 ? [] : [{ level: 3, title: '', blocks }];

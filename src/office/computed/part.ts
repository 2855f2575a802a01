import type { Section } from '../../documents/content.js';
import type { CycleRef } from '../../domain/acting.js';
import type { Plan } from '../../domain/plan.js';
import { type CyclePlan, planToWrite } from '../../register/plan-to-write.js';
import type { Sources } from '../contents.js';

/** What a computed part is made from. */
export interface PartSources extends Sources {
  /** The plan version the document is written from; absent: the one in force, or else the draft. */
  readonly plan?: CyclePlan | undefined;
  /** What the outline says of which of several things it is: `{ chapter: '3' }`. */
  readonly with?: Readonly<Record<string, string>> | undefined;
}

/**
 * A part of a document that is computed from what is on record. A section without title stands right below the heading of the outline;
 * the others follow it, one level down. With nothing to say it answers no sections: the document then says that the part is missing.
 */
export type ComputedPart = (sources: PartSources, cycle: CycleRef) => Promise<readonly Section[]>;

/** A part that is written from the cycle's plan; nothing while there is none. */
export const fromPlan =
  (
    write: (plan: Plan, sources: PartSources, cycle: CycleRef) => Promise<readonly Section[]> | readonly Section[],
  ): ComputedPart =>
  async (sources, cycle) => {
    const found = sources.plan ?? (await planToWrite(sources.db, cycle, undefined));
    return found === undefined ? [] : await write(found.plan, sources, cycle);
  };

/** Blocks that stand right below the outline's own heading. */
export const directly = (blocks: Section['blocks']): readonly Section[] =>
  blocks.length === 0 ? [] : [{ level: 3, title: '', blocks }];

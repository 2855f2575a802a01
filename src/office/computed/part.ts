import type { Section } from '../../documents/content.js';
import type { CycleRef } from '../../domain/acting.js';
import type { Plan } from '../../domain/plan.js';
import type { Sources } from '../contents.js';
import { planToWrite } from '../plan-to-write.js';

/** A part of a document that is computed from what is on record; an empty list: there is nothing to say yet. */
export type ComputedPart = (sources: Sources, cycle: CycleRef) => Promise<readonly Section[]>;

/** A part that is written from the cycle's plan, in force or else the draft; nothing while there is none. */
export const fromPlan =
  (
    write: (plan: Plan, sources: Sources, cycle: CycleRef) => Promise<readonly Section[]> | readonly Section[],
  ): ComputedPart =>
  async (sources, cycle) => {
    const found = await planToWrite(sources.db, cycle, undefined);
    return found === undefined ? [] : await write(found.plan, sources, cycle);
  };

import { annexSections } from '../../documents/budget.js';
import { piraSections } from '../../documents/pira.js';
import { directly, fromPlan } from './part.js';

/** Allegato 2: the economic interventions, and their detail. */
export const interventions = fromPlan((plan) =>
  plan.budget.lines.length === 0 ? [] : annexSections(plan).flatMap(({ blocks }) => directly(blocks)),
);

export const pira = fromPlan((plan, { bodies }, { entity }) => piraSections(plan, bodies.kindOf(entity).missions));

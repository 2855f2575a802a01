import { executiveSections } from '../../documents/about-body.js';
import { directly, fromPlan } from './part.js';

/** `piano/obiettivi-dirigenti`: what the dirigenti are to reach, with weights and targets; never what they have reached. */
export const executiveObjectivesPart = fromPlan((plan, { bodies }, { entity }) =>
  executiveSections(plan, bodies.entity(entity).roles).flatMap(({ blocks }) => directly(blocks)),
);

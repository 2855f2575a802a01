import { reconciliationSections } from '../../documents/resources.js';
import { directly, fromPlan } from './part.js';

/** `risorse/riconciliazione`: sheets beside the ledger, the difference where they disagree. */
export const resourcesReconciledPart = fromPlan((plan) =>
  reconciliationSections(plan).flatMap(({ blocks }) => directly(blocks)),
);

import { reconciliationSections } from '../../documents/resources.js';
import { fromPlan } from './part.js';

/** `risorse/riconciliazione`: sheets beside the ledger, the difference where they disagree. */
export const resourcesReconciledPart = fromPlan(reconciliationSections);

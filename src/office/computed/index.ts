import type { ComputedPart } from './part.js';
import { resourcesByAreaPart } from './resources-by-area.js';
import { resourcesReconciledPart } from './resources-reconciled.js';
import { resourcesSpentPart } from './resources-spent.js';

/** The computed parts of documents, by the name outlines call them. */
export const COMPUTED_PARTS: Readonly<Record<string, ComputedPart>> = {
  'risorse/per-area': resourcesByAreaPart,
  'risorse/riconciliazione': resourcesReconciledPart,
  'risorse/spesa': resourcesSpentPart,
};

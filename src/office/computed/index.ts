import { aboutBodyPart } from './about-body.js';
import { coherencePart } from './coherence.js';
import { executiveObjectivesPart } from './executive-objectives.js';
import { organisationChartPart } from './organisation-chart.js';
import type { ComputedPart } from './part.js';
import { areasPart, linesPart, programmesPart, resourcesByAreaPart } from './resources-by-area.js';
import { resourcesReconciledPart } from './resources-reconciled.js';
import { resourcesSpentPart } from './resources-spent.js';
import { strategicMapPart } from './strategic-map.js';

/** The computed parts of documents, by the name outlines call them. */
export const COMPUTED_PARTS: Readonly<Record<string, ComputedPart>> = {
  'ente/chi-siamo': aboutBodyPart,
  'ente/organigramma': organisationChartPart,
  'piano/coerenza': coherencePart,
  'piano/mappa': strategicMapPart,
  'piano/obiettivi-dirigenti': executiveObjectivesPart,
  'programmazione/aree': areasPart,
  'programmazione/per-programma': linesPart,
  'programmazione/programmi': programmesPart,
  'risorse/per-area': resourcesByAreaPart,
  'risorse/riconciliazione': resourcesReconciledPart,
  'risorse/spesa': resourcesSpentPart,
};

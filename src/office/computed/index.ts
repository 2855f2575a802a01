import { checkUpResults } from './check-up.js';
import { financialIndices, valueAdded } from './finance.js';
import type { ComputedPart } from './part.js';
import { seriesOfChapter } from './series-chapter.js';
import { swot } from './swot.js';
import { aboutBodyPart } from './about-body.js';
import { executiveObjectivesPart } from './executive-objectives.js';
import { organisationChartPart } from './organisation-chart.js';
import { resourcesByAreaPart } from './resources-by-area.js';
import { resourcesReconciledPart } from './resources-reconciled.js';
import { resourcesSpentPart } from './resources-spent.js';
import { strategicMapPart } from './strategic-map.js';
import { feedbackConsidered, feedbackGathered } from './feedback.js';
import { stakeholderMatrix } from './stakeholder-matrix.js';
import { stakeholderRegister } from './stakeholder-register.js';
import { surveyResults } from './survey-results.js';

/** The computed parts of documents, by the name outlines call them: `content: { kind: computed, from: piano/cruscotto }`. */
export const COMPUTED_PARTS: Readonly<Record<string, ComputedPart>> = {
  'check-up/esiti': checkUpResults,
  'finanza/indici': financialIndices,
  'finanza/valore-aggiunto': valueAdded,
  'serie/capitolo': seriesOfChapter,
  swot,
  'ente/chi-siamo': aboutBodyPart,
  'ente/organigramma': organisationChartPart,
  'piano/mappa': strategicMapPart,
  'piano/obiettivi-dirigenti': executiveObjectivesPart,
  'risorse/per-area': resourcesByAreaPart,
  'risorse/riconciliazione': resourcesReconciledPart,
  'risorse/spesa': resourcesSpentPart,
  'feedback/considerato': feedbackConsidered,
  'feedback/raccolto': feedbackGathered,
  'stakeholder/indagini': surveyResults,
  'stakeholder/matrice': stakeholderMatrix,
  'stakeholder/registro': stakeholderRegister,
};

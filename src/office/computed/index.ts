import { aboutBodyPart } from './about-body.js';
import { checkUpResults } from './check-up.js';
import { coherencePart } from './coherence.js';
import { executiveObjectivesPart } from './executive-objectives.js';
import { feedbackConsidered, feedbackGathered } from './feedback.js';
import { financialIndices, valueAdded } from './finance.js';
import { missionAndVision } from './mission-and-vision.js';
import { oivCheckpoints, oivInterviewsPart, oivRemarksPart } from './oiv.js';
import { organisationChartPart } from './organisation-chart.js';
import type { ComputedPart } from './part.js';
import {
  pianoAnnexes,
  pianoImprovement,
  pianoProcess,
  pianoScorecard,
  pianoSheets,
  pianoTransparency,
  pianoTree,
} from './piano.js';
import { interventions, pira } from './programming.js';
import { relazioneResults } from './relazione.js';
import { relazioneIndividual } from './relazione-individual.js';
import {
  piraResults,
  relazioneComparison,
  relazioneObjectives,
  relazioneProcess,
  relazioneResources,
  relazioneSummary,
} from './relazione-parts.js';
import { resourcesByAreaPart } from './resources-by-area.js';
import { resourcesReconciledPart } from './resources-reconciled.js';
import { resourcesSpentPart } from './resources-spent.js';
import { seriesOfChapter } from './series-chapter.js';
import { stakeholderMatrix } from './stakeholder-matrix.js';
import { stakeholderRegister } from './stakeholder-register.js';
import { strategicMapPart } from './strategic-map.js';
import { surveyResults } from './survey-results.js';
import { swot } from './swot.js';

/** The computed parts of documents, by the name outlines call them: `content: { kind: computed, from: piano/cruscotto }`. */
export const COMPUTED_PARTS: Readonly<Record<string, ComputedPart>> = {
  'bilancio/rapporto-sui-risultati': piraResults,
  'check-up/esiti': checkUpResults,
  'finanza/indici': financialIndices,
  'finanza/valore-aggiunto': valueAdded,
  'serie/capitolo': seriesOfChapter,
  swot,
  'ente/chi-siamo': aboutBodyPart,
  'ente/missione-e-visione': missionAndVision,
  'ente/organigramma': organisationChartPart,
  'oiv/incontri': oivInterviewsPart,
  'oiv/monitoraggi': oivCheckpoints,
  'oiv/osservazioni': oivRemarksPart,
  'piano/coerenza': coherencePart,
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
  'piano/albero': pianoTree,
  'piano/allegati': pianoAnnexes,
  'piano/cruscotto': pianoScorecard,
  'piano/miglioramento': pianoImprovement,
  'piano/processo': pianoProcess,
  'piano/schede': pianoSheets,
  'piano/trasparenza': pianoTransparency,
  'programmazione/pira': pira,
  'relazione/confronto': relazioneComparison,
  'relazione/individuale': relazioneIndividual,
  'relazione/obiettivi': relazioneObjectives,
  'relazione/processo': relazioneProcess,
  'relazione/risorse': relazioneResources,
  'relazione/risultati': relazioneResults,
  'relazione/sintesi': relazioneSummary,
  'programmazione/interventi': interventions,
};

import { organisationChart } from './organisation.js';
import type { ComputedPart } from './part.js';
import {
  pianoAnnexes,
  pianoCoherence,
  pianoDirigenti,
  pianoImprovement,
  pianoMap,
  pianoProcess,
  pianoScorecard,
  pianoSheets,
  pianoTransparency,
  pianoTree,
} from './piano.js';
import { interventions, pira, programmesByArea, resourcesByArea, resourcesByProgramme } from './programming.js';
import { relazioneResults } from './relazione.js';
import { seriesOfChapter } from './series.js';

/** The computed parts of documents, by the name outlines call them: `content: { kind: computed, from: piano/cruscotto }`. */
export const COMPUTED_PARTS: Readonly<Record<string, ComputedPart>> = {
  'ente/organigramma': organisationChart,
  'piano/albero': pianoTree,
  'piano/allegati': pianoAnnexes,
  'piano/coerenza': pianoCoherence,
  'piano/cruscotto': pianoScorecard,
  'piano/dirigenti': pianoDirigenti,
  'piano/mappa': pianoMap,
  'piano/miglioramento': pianoImprovement,
  'piano/processo': pianoProcess,
  'piano/schede': pianoSheets,
  'piano/trasparenza': pianoTransparency,
  'programmazione/pira': pira,
  'relazione/risultati': relazioneResults,
  'programmazione/interventi': interventions,
  'programmazione/aree': resourcesByArea,
  'programmazione/per-programma': resourcesByProgramme,
  'programmazione/programmi': programmesByArea,
  'serie/capitolo': seriesOfChapter,
};

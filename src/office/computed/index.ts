import { checkUpResults } from './check-up.js';
import { financialIndices, valueAdded } from './finance.js';
import type { ComputedPart } from './part.js';
import { seriesOfChapter } from './series-chapter.js';
import { swot } from './swot.js';

/** The computed parts of documents, by the name outlines call them: `content: { kind: computed, from: piano/cruscotto }`. */
export const COMPUTED_PARTS: Readonly<Record<string, ComputedPart>> = {
  'check-up/esiti': checkUpResults,
  'finanza/indici': financialIndices,
  'finanza/valore-aggiunto': valueAdded,
  'serie/capitolo': seriesOfChapter,
  swot,
};

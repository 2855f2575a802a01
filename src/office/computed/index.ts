import { feedbackConsidered, feedbackGathered } from './feedback.js';
import type { ComputedPart } from './part.js';
import { stakeholderMatrix } from './stakeholder-matrix.js';
import { stakeholderRegister } from './stakeholder-register.js';
import { surveyResults } from './survey-results.js';

/** The computed parts of documents, by the name outlines call them. */
export const COMPUTED_PARTS: Readonly<Record<string, ComputedPart>> = {
  'feedback/considerato': feedbackConsidered,
  'feedback/raccolto': feedbackGathered,
  'stakeholder/indagini': surveyResults,
  'stakeholder/matrice': stakeholderMatrix,
  'stakeholder/registro': stakeholderRegister,
};

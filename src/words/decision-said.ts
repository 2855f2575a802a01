import type { DecisionOutcome } from '../domain/decision.js';
import type { OivTask } from '../domain/oiv/asked.js';
import { boardWords } from './board.js';

/** How a decision is called: the OIV validates or does not, gives an opinion for or against; the other boards approve or reject. */
export const decisionSaid = (outcome: DecisionOutcome, asked: OivTask | undefined): string =>
  (asked === undefined ? boardWords.form.outcomes : boardWords.form.oiv[asked].outcomes)[outcome];

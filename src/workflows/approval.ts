import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import { formatItalian } from '../domain/calendar/civil-date.js';
import type { DecisionOutcome } from '../domain/decision.js';
import { type OivTask, oivTaskOf } from '../domain/oiv/asked.js';
import { never } from '../domain/result.js';
import { boardOf } from './board.js';
import { runStep } from './step.js';
import type { StepInput, StepResult } from './types.js';

/** Brings the step's document to its board, round after round, until the act that approves it is on record. */
export async function approval(input: StepInput): Promise<StepResult> {
  return await runStep(input, (open) => {
    const board = boardOf(open, { rejectionEnds: false });
    return async () => {
      const { decision, round } = await board.hear();
      if (decision === undefined) throw new Error('nobody takes back what a step brings before its board');
      return {
        outcome: `${settledAs(oivTaskOf(open.step()), decision.outcome)} con atto ${actNumbered(decision.actNumber ?? '–')} ${withArticle('del', formatItalian(decision.actDate ?? decision.recordedOn))}`,
        roundsHeld: round,
        announcements: [open.waveOf('decision-taken', `round-${round}`)],
      };
    };
  });
}

/** As the outcome of a step says it: the OIV validates, or gives its opinion; the other boards approve or take note. */
function settledAs(asked: OivTask | undefined, outcome: DecisionOutcome): string {
  if (outcome === 'noted') return 'presa d’atto';
  switch (asked) {
    case 'validation':
      return 'validata';
    case 'opinion':
      return 'parere favorevole';
    case undefined:
      return 'approvato';
    default:
      return never(asked);
  }
}

import { formatItalian } from '../domain/calendar/civil-date.js';
import { boardOf } from './board.js';
import { runStep } from './step.js';
import type { StepInput, StepResult } from './types.js';

/** Brings the step's document to its board, round after round, until the act that approves it is on record. */
export async function approval(input: StepInput): Promise<StepResult> {
  return await runStep(input, (open) => {
    const board = boardOf(open, { rejectionEnds: false });
    return async () => {
      const { decision, round } = await board.hear();
      return {
        outcome: `${settledAs(step, decision.outcome)} con atto n. ${decision.actNumber} del ${formatItalian(decision.actDate ?? decision.recordedOn)}`,
        roundsHeld: round,
        announcements: [open.waveOf('decision-taken', `round-${round}`)],
      };
    };
  });
}

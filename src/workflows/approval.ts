import { formatItalian } from '../domain/calendar/civil-date.js';
import { boardOf } from './board.js';
import type { StepInput, StepResult } from './messages.js';
import { runStep } from './step.js';

/** Brings the step's document to its board, round after round, until the act that approves it is on record. */
export async function approval(input: StepInput): Promise<StepResult> {
  return await runStep(input, async (open) => {
    const { decision, round } = await boardOf(open, { rejectionEnds: false }).hear();
    await open.announce('decision-taken', 'approved');
    return {
      outcome: `approvato con atto n. ${decision.actNumber} del ${formatItalian(decision.actDate ?? decision.recordedOn)}`,
      roundsHeld: round,
    };
  });
}

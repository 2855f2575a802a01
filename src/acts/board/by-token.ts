import type { Policy } from '../../domain/policy.js';
import { decidesByToken } from '../../domain/token.js';
import { cycleOf } from '../../register/cycles.js';
import { apiWords } from '../../words/api.js';
import type { Place } from '../act.js';
import type { StepSubject } from '../subject.js';

/** Why no program may record decisions at a step, unless the rules of its cycle let it. */
export async function barredToPrograms({
  register,
  subject: { step },
}: Place<StepSubject>): Promise<string | undefined> {
  const cycle = await cycleOf(register.db, step.cycle);
  // Saved from a validated policy file when the cycle was planned, and never changed.
  const allowed = cycle !== undefined && decidesByToken(cycle.policy as Policy);
  return allowed ? undefined : apiWords.problems.noDeciding;
}

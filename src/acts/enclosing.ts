import { dropEnclosures, type Enclosed, holdEnclosures } from '../register/enclosures.js';
import type { Acting } from './act.js';
import type { Answer } from './actions.js';
import type { StepSubject } from './subject.js';

/**
 * Asks a workflow for an act that something comes with: it waits in the register and is kept in the transaction that records the act, or
 * let go when the act is refused. Where nobody carries the act out in time, it waits as long as the act does.
 */
export async function withEnclosed<T>(
  { register: { db }, actor: { person, actingFor }, at, key, subject: { step } }: Acting<StepSubject>,
  enclosed: readonly Enclosed[],
  ask: () => Answer<T>,
): Answer<T> {
  if (enclosed.length === 0) return await ask();
  await holdEnclosures(db, { key, cycle: step.cycle, step: step.id, run: step.run, person, actingFor, at, enclosed });
  const answer = await ask();
  if (!answer.ok) await dropEnclosures(db, key);
  return answer;
}

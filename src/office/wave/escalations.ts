import { cycleId } from '../../domain/cycle-id.js';
import { STEERING } from '../../domain/entity.js';
import { missingIndicators } from '../../register/measurements.js';
import { actingPerson, type Holder } from '../../register/people.js';
import { stepOf } from '../../register/steps.js';
import { about, byOfficer, type ComposedMail, holders, type WaveFacts } from './facts.js';
import { documentBefore } from './prompts.js';

/** Tells managers, or the head of the body, whom a late step waits for; not who is waited for themselves. */
export async function escalations(facts: WaveFacts, to: 'manager' | 'head'): Promise<readonly ComposedMail[]> {
  const { db, deps, wave, on } = facts;
  const awaited = await awaitedPeople(facts);
  // At a checkpoint with every value, nobody keeps anybody waiting.
  if (awaited === undefined) return [];
  const waitingFor = awaited.map((p) => p.name);
  const head = await holders(facts, [deps.bodies.entity(wave.ref.entity).head]);
  const managers = await Promise.all(
    [...new Set(awaited.flatMap((p) => (p.manager === null ? [] : [p.manager])))].map((id) =>
      actingPerson(db, wave.ref.entity, id, on),
    ),
  );
  const recipients = to === 'head' ? head : managers.filter((m) => m !== undefined);
  const late = new Set(awaited.map(({ id }) => id));
  const others = recipients.filter(({ id }) => !late.has(id));
  return others.map((recipient) => ({
    to: recipient,
    message: { ...about(facts, recipient), kind: 'escalation', to, waitingFor },
  }));
}

/** The people the step waits for now; undefined when it waits for nobody: a checkpoint that has every value. */
async function awaitedPeople(facts: WaveFacts): Promise<readonly Holder[] | undefined> {
  const { step } = facts.wave;
  const cycle = cycleId(facts.wave.ref);
  // What does not go on by itself waits for who can mend it.
  if ((await stepOf(facts.db, cycle, step.id))?.trouble != null) return await holders(facts, [STEERING]);
  if (step.kind === 'checkpoint') {
    const missing = await missingIndicators(facts.db, { cycle, checkpoint: step.id });
    if (missing.length === 0) return undefined;
    return (await byOfficer(facts, missing)).map(({ to }) => to);
  }
  const before = step.recorder === undefined ? undefined : await documentBefore(facts);
  return await holders(facts, before === undefined || step.recorder === undefined ? step.owners : [step.recorder]);
}

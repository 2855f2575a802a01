import type { DatedStep } from '../domain/calendar/types.js';
import type { StepRecord } from '../register/steps.js';
import type { Bodies } from '../seeds/bodies.js';

/** A step as planned or, when it was extended, with the dates and notices of its extension. */
export function asDated(
  bodies: Pick<Bodies, 'redateStep'>,
  entity: string,
  { planned, dueOn, dueAt }: Pick<StepRecord, 'planned' | 'dueOn' | 'dueAt'>,
): DatedStep {
  if (dueOn === planned.dueOn) return planned;
  return { ...bodies.redateStep(entity, planned, dueOn, planned.opensAt), dueOn, dueAt };
}

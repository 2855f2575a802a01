import type { DatedStep } from '../domain/calendar/types.js';
import type { OwnRule } from '../domain/own-rules/piece.js';
import type { StepRecord } from '../register/steps.js';
import type { Bodies } from '../seeds/bodies.js';

/**
 * A step as planned or, when it was extended, with the dates and notices of its extension.
 * @param rules those the body has changed for its exercise
 */
export function asDated(
  bodies: Pick<Bodies, 'redateStep'>,
  entity: string,
  { planned, dueOn, dueAt }: Pick<StepRecord, 'planned' | 'dueOn' | 'dueAt'>,
  rules: readonly OwnRule[],
): DatedStep {
  if (dueOn === planned.dueOn) return planned;
  return { ...bodies.redateStep(entity, planned, dueOn, planned.opensAt, rules), dueOn, dueAt };
}

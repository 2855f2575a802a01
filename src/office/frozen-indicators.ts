import { targetOf } from '../domain/confirmed-readings.js';
import { allIndicators } from '../domain/findings/walk.js';
import type { Indicator, Plan } from '../domain/plan.js';
import type { Reading, Unit } from '../domain/targets/types.js';
import type { FrozenIndicator } from '../register/checkpoints.js';

/**
 * What is measured at a checkpoint: the scorecard's indicators, then those of the sheets and of the individual
 * objectives. A row that repeats another shares its measurement and is not asked twice.
 */
export function monitoredIndicators(plan: Plan): readonly Indicator[] {
  const codes = new Set<string>();
  return allIndicators(plan)
    .map((placed) => placed.node)
    .filter((i) => i.repeats === undefined && !codes.has(i.code) && codes.add(i.code) !== undefined);
}

/** An indicator as the checkpoint asks for it: the target of the exercise, with the reading a person confirmed, if any has. */
export function freeze(indicator: Indicator, exercise: number): FrozenIndicator {
  const target = targetOf(indicator, exercise);
  const reading = target?.confirmed;
  const unit = reading === undefined ? undefined : unitOf(reading);
  return {
    indicator: indicator.code,
    name: indicator.name,
    office: indicator.office,
    target: target?.text ?? '',
    ...(unit === undefined ? {} : { unit }),
    ...(reading === undefined ? {} : { reading }),
    ...(indicator.weight === undefined ? {} : { weight: indicator.weight }),
  };
}

const unitOf = (reading: Reading): Unit | undefined =>
  'unit' in reading && typeof reading.unit === 'object' ? reading.unit : undefined;

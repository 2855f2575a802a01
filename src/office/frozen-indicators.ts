import type { CheckpointPeriod, CivilDate } from '../domain/calendar/types.js';
import { targetOf } from '../domain/confirmed-readings.js';
import { allIndicators } from '../domain/findings/walk.js';
import { canBeKnown } from '../domain/known-from.js';
import type { Indicator, Plan } from '../domain/plan.js';
import type { Reading, Unit } from '../domain/targets/types.js';
import type { FrozenIndicator, NewCheckpoint } from '../register/checkpoints.js';

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

/** What a checkpoint freezes: what it asks, and what it does not ask yet because it can not be known by its day. */
export function frozenFor(
  plan: Plan,
  {
    exercise,
    period,
    dueOn,
  }: { readonly exercise: number; readonly period: CheckpointPeriod; readonly dueOn: CivilDate },
): Pick<NewCheckpoint, 'indicators' | 'later'> {
  const monitored = monitoredIndicators(plan);
  return {
    indicators: monitored.filter((one) => canBeKnown(one, period, dueOn)).map((one) => freeze(one, exercise)),
    later: monitored.flatMap((one) =>
      one.knownFrom === undefined || canBeKnown(one, period, dueOn)
        ? []
        : [
            {
              indicator: one.code,
              name: one.name,
              office: one.office,
              target: targetOf(one, exercise)?.text ?? '',
              knownFrom: one.knownFrom,
            },
          ],
    ),
  };
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
    unit,
    reading,
    weight: indicator.weight,
  };
}

const unitOf = (reading: Reading): Unit | undefined =>
  'unit' in reading && typeof reading.unit === 'object' ? reading.unit : undefined;

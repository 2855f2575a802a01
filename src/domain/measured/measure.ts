import type { Actual } from '../achievement/types.js';
import type { CivilDate } from '../calendar/types.js';
import type { DecimalText, Reading, Unit } from '../targets/types.js';

/** What a value is given for: as much as is known of it. What is not known is not held against the value. */
export interface Measure {
  readonly name?: string;
  readonly unit?: Unit;
  /** The confirmed reading: without one a value is held against what the target's text makes known, whatever its reading. */
  readonly reading?: Reading;
  /** The target as approved, verbatim. */
  readonly target?: string;
  /** The value a relative target starts from. */
  readonly baseline?: DecimalText;
  /** The last value before this one. */
  readonly last?: Measured;
  readonly moment?: Moment;
}

/** A value that stood at a checkpoint. */
export interface Measured {
  readonly actual: Actual;
  /** Reference date of its checkpoint. */
  readonly on: CivilDate;
  readonly exercise: number;
}

/** When a value is given, and which part of which exercise it is about. */
export interface Moment {
  /** The day on which somebody answers: nothing measured is later. */
  readonly today?: CivilDate;
  readonly exercise?: number;
  /** Reference date of the checkpoint. */
  readonly at?: CivilDate;
}

/** The unit a value is in: the plan's, or the one of its reading; of a term from an event there is none. */
export function unitOf({ unit, reading }: Pick<Measure, 'unit' | 'reading'>): Unit | undefined {
  if (unit !== undefined) return unit;
  return reading !== undefined && 'unit' in reading && typeof reading.unit === 'object' ? reading.unit : undefined;
}

/** The number a target speaks of, for orders of magnitude; the farther end of several. */
export function targetNumber({ reading }: Pick<Measure, 'reading'>): DecimalText | undefined {
  switch (reading?.kind) {
    case 'threshold':
      return reading.value;
    case 'range':
      return reading.to;
    case 'within-period':
      return String(reading.amount);
    default:
      return undefined;
  }
}

import type { CivilDate } from '../../../src/domain/calendar/types.js';
import type { Accumulation, Operator, Reading, Unit } from '../../../src/domain/targets/types.js';

interface More {
  readonly unit?: Unit;
  readonly accumulation?: Accumulation;
  readonly by?: CivilDate;
  readonly direction?: 'more-is-better' | 'less-is-better';
}

/** A number to reach or not to exceed: the direction follows the sign unless said. */
export const threshold = (operator: Operator, value: string, more: More = {}): Reading & { kind: 'threshold' } => ({
  kind: 'threshold',
  operator,
  value,
  unit: { kind: 'number' },
  direction: operator.startsWith('<') ? 'less-is-better' : 'more-is-better',
  ...more,
});

export const byDate = (by: CivilDate, strict = false): Reading => ({ kind: 'by-date', by, strict });

export const relative = (
  operator: Operator,
  change: string,
  changeUnit: 'percent' | 'percentage-points' | 'absolute' = 'percent',
): Reading => ({
  kind: 'relative',
  operator,
  change,
  changeUnit,
  baseline: { kind: 'year', year: 2015 },
  direction: operator.startsWith('<') ? 'less-is-better' : 'more-is-better',
  unit: { kind: 'number' },
});

export const withinPeriod = (
  amount: number,
  unit: 'working-days' | 'hours' | 'days' | 'weeks' | 'months',
): Reading => ({ kind: 'within-period', amount, unit, event: 'evento' });

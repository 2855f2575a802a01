import type { CivilDate } from '../calendar/types.js';
import type { AmountClause } from './clause.js';
import { senseOf } from './decide.js';
import type { NameHints } from './name.js';
import { negate } from './numbers.js';
import type { Reason } from './outcome.js';
import { reason } from './reasons.js';
import type { DecimalText, Operator, Reading, Unit } from './types.js';

/** What a threshold says beside its comparison. */
type Extra = Partial<Pick<Extract<Reading, { kind: 'threshold' }>, 'accumulation' | 'by' | 'what'>>;

const NO_MORE: Extra = {};

/** What a threshold says beside its comparison; nothing, most often. */
export function extraOf(hints: NameHints, unit: Unit, what: string, by: CivilDate | undefined): Extra {
  const grows = accumulation(hints, unit, what);
  if (grows === undefined && by === undefined && what === '') return NO_MORE;
  return { accumulation: grows, by, what: what === '' ? undefined : what };
}

/** One threshold, with the direction its comparison asks for. */
export function reading(operator: Operator, value: DecimalText, unit: Unit, hints: NameHints, extra: Extra): Reading {
  const sense = operator === '=' ? (value === '0' ? 'less' : (hints.direction ?? 'more')) : senseOf(operator);
  const direction = sense === 'more' ? 'more-is-better' : 'less-is-better';
  if (extra === NO_MORE) return { kind: 'threshold', operator, value, unit, direction };
  const { accumulation, by, what } = extra;
  return { kind: 'threshold', operator, value, unit, direction, accumulation, by, what };
}

/** The values with the sign written before them, where it is part of the value. */
export function signed(amount: AmountClause, belowZero: boolean, doubts: Reason[]): readonly DecimalText[] {
  const { values } = amount.value;
  if (amount.sign === undefined) return values;
  if (amount.sign === '+') {
    doubts.push(reason('signed-value'));
    return values;
  }
  if (amount.bullet) doubts.push(reason('sign-or-bullet'));
  else if (amount.operator === undefined && !belowZero) doubts.push(reason('signed-value'));
  return amount.bullet ? values : values.map(negate);
}

/** Whether the measure grows along the year; of a share of something else the name says nothing. */
function accumulation(hints: NameHints, unit: Unit, what: string): Extra['accumulation'] {
  if (what !== '') return undefined;
  if (hints.accumulation === 'accumulates' && unit.kind !== 'number' && unit.kind !== 'count') return undefined;
  return hints.accumulation;
}

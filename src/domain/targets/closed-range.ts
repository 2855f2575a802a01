import type { AmountClause, RangeClause } from './clause.js';

/** `>= 90% e <= 95%`, `min 5 max 7`: two comparisons that close an interval. Nothing when they do not. */
export function closedBy(
  a: AmountClause,
  b: AmountClause,
): { readonly clause: RangeClause; readonly strict: boolean } | undefined {
  if (a.within || b.within || a.sign !== undefined || b.sign !== undefined || a.contradictory || b.contradictory)
    return undefined;
  const low = isFloor(a) ? a : isFloor(b) ? b : undefined;
  const high = isCeiling(a) ? a : isCeiling(b) ? b : undefined;
  if (low === undefined || high === undefined) return undefined;
  const unit = high.unit ?? low.unit;
  if (low.unit !== undefined && high.unit !== undefined && low.unit.kind !== high.unit.kind) return undefined;
  return {
    clause: {
      kind: 'range',
      low: low.value,
      high: high.value,
      unit,
      dash: false,
      fromTo: false,
      path: false,
    },
    strict: low.operator === '>' || high.operator === '<',
  };
}

const isFloor = ({ operator }: AmountClause): boolean => operator === '>=' || operator === '>';
const isCeiling = ({ operator }: AmountClause): boolean => operator === '<=' || operator === '<';

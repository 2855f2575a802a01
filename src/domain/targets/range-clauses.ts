import type { RangeClause } from './clause.js';
import { isSymbol, isWord, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import type { Unit } from './types.js';
import { euroBefore, unitAt } from './units.js';
import { type ValueReading, valueAt, yearAt } from './value.js';

/** `tra 5 e 7`, `da 90% a 95%`, `90-95%`, `dal 10% al 20%`, `da un minimo di 5 a un massimo di 7`. */
export function rangeAt(tokens: readonly Token[], at: number): Match<RangeClause> | undefined {
  let next = at;
  if (isWord(tokens[next], 'compreso', 'compresa', 'compresi', 'comprese', 'range', 'intervallo')) next += 1;
  const start = next;
  const between = isWord(tokens[next], 'tra', 'fra');
  const from = isWord(tokens[next], 'da');
  const path = isWord(tokens[next], 'dal', "dall'", 'dalle', 'dai');
  if (between || from || path) next = boundAt(tokens, next + 1, 'minimo');
  else if (tokens[next]?.kind !== 'number' || isSymbol(tokens[at - 1], '-')) return undefined;
  const low = endAt(tokens, next);
  if (low === undefined) return undefined;
  next = low.next;
  if (
    between
      ? isWord(tokens[next], 'e', 'ed')
      : from || path
        ? isWord(tokens[next], 'a', 'ad', 'al', "all'", 'alle', 'ai')
        : isSymbol(tokens[next], '-', '÷')
  ) {
    next = boundAt(tokens, next + 1, 'massimo');
  } else return undefined;
  const high = endAt(tokens, next);
  if (high === undefined) return undefined;
  if (!between && !from && !path && isSymbol(tokens[high.next], '-', '÷')) return undefined;
  if (yearAt(tokens, next) !== undefined && low.value.unit === undefined && high.value.unit === undefined)
    return undefined;
  const unit = high.value.unit ?? low.value.unit;
  return {
    value: {
      kind: 'range',
      low: low.value.value,
      high: high.value.value,
      unit,
      dash: !between && !from && !path && start === at,
      fromTo: from && start === at,
      path,
    },
    next: high.next,
  };
}

/** Where an end of the range begins: after its article, and after what says which end it is. */
function boundAt(tokens: readonly Token[], at: number, which: 'minimo' | 'massimo'): number {
  const next = skipArticles(tokens, at);
  const bound = isWord(tokens[next], 'un') ? next + 1 : next;
  return isWord(tokens[bound], which) && isWord(tokens[bound + 1], 'di') ? bound + 2 : next;
}

interface RangeEnd {
  readonly value: ValueReading;
  readonly unit?: Unit;
}

function endAt(tokens: readonly Token[], at: number): Match<RangeEnd> | undefined {
  const euro = euroBefore(tokens[at]);
  const value = valueAt(tokens, euro ? at + 1 : at, false);
  if (value === undefined) return undefined;
  if (euro) return { value: { value: value.value, unit: { kind: 'euro' } }, next: value.next };
  const unit = unitAt(tokens, value.next);
  return unit === undefined
    ? { value: { value: value.value }, next: value.next }
    : { value: { value: value.value, unit: unit.value }, next: unit.next };
}

import type { RangeClause } from './clause.js';
import { negate } from './numbers.js';
import { isSymbol, isWord, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import type { Unit } from './types.js';
import { euroBefore, unitAt } from './units.js';
import { type ValueReading, valueAt, yearAt } from './value.js';

/** `tra 5 e 7`, `tra -2% e +2%`, `da 90% a 95%`, `90-95%`, `dal 10% al 20%`, `da un minimo di 5 a un massimo di 7`. */
export function rangeAt(tokens: readonly Token[], at: number): Match<RangeClause> | undefined {
  let next = at;
  if (isWord(tokens[next], 'compreso', 'compresa', 'compresi', 'comprese', 'range', 'intervallo')) next += 1;
  const start = next;
  const between = isWord(tokens[next], 'tra', 'fra');
  const from = isWord(tokens[next], 'da');
  const path = isWord(tokens[next], 'dal', "dall'", 'dalle', 'dai');
  if (between || from || path) next = boundAt(tokens, next + 1, 'minimo');
  else if (tokens[next]?.kind !== 'number' || isSymbol(tokens[at - 1], '-')) return undefined;
  const spelled = between || from || path;
  const low = endAt(tokens, next, spelled);
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
  const high = endAt(tokens, next, spelled);
  if (high === undefined) return undefined;
  if (!between && !from && !path && isSymbol(tokens[high.next], '-', '÷')) return undefined;
  if (yearAt(tokens, next) !== undefined && low.value.unit === undefined && high.value.unit === undefined)
    return undefined;
  const unit = high.value.unit ?? low.value.unit;
  const signed = low.value.signed || high.value.signed;
  // `tra -5% e -10%`, `da +3% a +5%`: how much it is to change.
  if (signed && unit?.kind !== 'days' && !acrossZero(low.value, high.value)) return undefined;
  return {
    value: {
      kind: 'range',
      low: low.value.value,
      high: high.value.value,
      unit,
      signed,
      dash: !between && !from && !path && start === at,
      fromTo: from && start === at,
      path,
    },
    next: high.next,
  };
}

const acrossZero = (low: RangeEnd, high: RangeEnd): boolean =>
  low.value.values[0]?.startsWith('-') === true && high.value.values[0]?.startsWith('-') === false;

/** Where an end of the range begins: after its article, and after what says which end it is. */
function boundAt(tokens: readonly Token[], at: number, which: 'minimo' | 'massimo'): number {
  const next = skipArticles(tokens, at);
  const bound = isWord(tokens[next], 'un') ? next + 1 : next;
  return isWord(tokens[bound], which) && isWord(tokens[bound + 1], 'di') ? bound + 2 : next;
}

interface RangeEnd {
  readonly value: ValueReading;
  readonly unit?: Unit;
  readonly signed: boolean;
}

/** @param spelled the range is said in words: between dashes a sign is one of them */
function endAt(tokens: readonly Token[], start: number, spelled: boolean): Match<RangeEnd> | undefined {
  const signed = spelled && isSymbol(tokens[start], '-', '+') && tokens[start + 1]?.glued === true;
  const at = signed ? start + 1 : start;
  const euro = euroBefore(tokens[at]);
  const read = valueAt(tokens, euro ? at + 1 : at, false);
  if (read === undefined) return undefined;
  const value = isSymbol(tokens[start], '-') ? { ...read.value, values: read.value.values.map(negate) } : read.value;
  if (euro) return { value: { value, unit: { kind: 'euro' }, signed }, next: read.next };
  const unit = unitAt(tokens, read.next);
  return { value: { value, unit: unit?.value, signed }, next: unit?.next ?? read.next };
}

import type { AmountClause } from './clause.js';
import { dateAt } from './dates.js';
import { readNumber, tenth } from './numbers.js';
import { operatorAfter, operatorBefore, skipCountMark } from './operators.js';
import { isSymbol, isWord, matchPhrase, phrases, skipArticles } from './phrases.js';
import { shareOf } from './rough-numbers.js';
import type { Match, Token } from './tokens.js';
import type { Unit } from './types.js';
import { euroBefore, unitAt, unitAtHead, unitBefore } from './units.js';
import { type ValueReading, valueAt } from './value.js';

/** A value with its comparison, sign and unit: `non inferiore all'80%`, `+5%`, `n. 3`, `€ 120.000,00`, `4,5/6`, `5 o più`. */
export function amountAt(tokens: readonly Token[], at: number): Match<AmountClause> | undefined {
  const head = at === 0 ? unitAtHead(tokens) : undefined;
  const compared = head === undefined ? undefined : operatorBefore(tokens, head.next);
  const before = compared ?? operatorBefore(tokens, at);
  let next = before?.next ?? skipToNumber(tokens, at);
  const first = next === 0;
  const sign = signAt(tokens, next);
  const signPlace = next;
  if (sign !== undefined) next += 1;
  const afterMark = skipCountMark(tokens, next);
  const counted = afterMark > next;
  next = afterMark;
  const euro = euroBefore(tokens[next]);
  if (euro) next = isSymbol(tokens[next + 1], '.') ? next + 2 : next + 1;
  const close = euro ? undefined : unitBefore(tokens, next);
  if (close !== undefined) next = close.next;
  const ahead = compared === undefined ? close : head;
  const value = valueAt(tokens, next, before !== undefined || first);
  if (value === undefined) return undefined;
  if (dateAt(tokens, next)?.value.weak === false) return undefined;
  next = value.next;
  const ratio = euro ? undefined : ratioAt(tokens, next, value.value);
  if (ratio !== undefined) next = ratio.next;
  const unit = euro
    ? ({ kind: 'euro' } as const)
    : (minutesAt(tokens, next, before !== undefined) ?? unitOrScore(tokens, next, value.value));
  const thousandths = isSymbol(tokens[next], '‰') || (isWord(tokens[next], 'per') && isWord(tokens[next + 1], 'mille'));
  if (thousandths) next += isSymbol(tokens[next], '‰') ? 1 : 2;
  const share =
    value.value.vague === 'fraction' || thousandths || ratio !== undefined ? ({ kind: 'percent' } as const) : undefined;
  if (unit !== undefined && !('kind' in unit)) next = unit.next;
  // `5 punti in meno`: of what, the text does not say.
  const points = unit === undefined && isWord(tokens[next], 'punti', 'punto') ? 1 : 0;
  const spoken = sign === undefined ? matchPhrase(SPOKEN_SIGNS, tokens, next + points) : undefined;
  if (spoken !== undefined) next = spoken.next;
  const changed = spoken !== undefined && points > 0 ? ({ kind: 'percentage-points' } as const) : undefined;
  // `gg. 12`; but `giorni 5 ore`, two units for one number, is nobody's spelling.
  const named = unit === undefined || 'kind' in unit ? (unit ?? share ?? changed ?? ahead?.value) : unit.value;
  const after = operatorAfter(tokens, next);
  if (after !== undefined) next = after.next;
  // Every field each time: an amount is read at every number of every target, and fastest when all have one shape.
  const amount: AmountClause = {
    kind: 'amount',
    operator: before?.value.operator ?? after?.value.operator,
    unit: named,
    sign: sign ?? spoken?.value,
    within: before?.value.within ?? false,
    upTo: before?.value.upTo ?? false,
    worded: tokens[before === undefined ? next - 1 : compared === undefined ? at : (head?.next ?? at)]?.kind === 'word',
    spokenSign: spoken !== undefined || (sign !== undefined && isWord(tokens[signPlace], 'piu', 'meno')),
    bullet:
      sign === '-' && tokens[0]?.kind === 'symbol' && at === 0 && before === undefined && tokens[1]?.glued === false,
    value:
      ratio !== undefined
        ? { ...value.value, values: [ratio.value], vague: 'ratio' }
        : thousandths
          ? { ...value.value, values: value.value.values.map(tenth), vague: 'per-mille' }
          : spoken !== undefined && points > 0
            ? { ...value.value, vague: 'points-unclear' }
            : value.value,
    counted,
    contradictory:
      (ahead !== undefined && unit !== undefined) ||
      (before !== undefined && after !== undefined && before.value.operator !== after.value.operator),
  };
  return { value: amount, next };
}

/** `8 utenti su 10`, `8 ogni 100`: a share in disguise. `1 ogni 2 mesi` is a rhythm and stays one. */
function ratioAt(tokens: readonly Token[], at: number, value: ValueReading): Match<string> | undefined {
  let next = at;
  while (next < at + 2 && tokens[next]?.kind === 'word' && !isWord(tokens[next], 'su', 'ogni', 'punti', 'punto'))
    next += 1;
  if (!isWord(tokens[next], 'ogni') && !(isWord(tokens[next], 'su') && next > at)) return undefined;
  const whole = tokens[next + 1];
  if (whole?.kind !== 'number' || unitAt(tokens, next + 2) !== undefined) return undefined;
  const [part, total] = [Number(value.values[0]), Number(readNumber(whole.text).values[0])];
  return part > 0 && total >= part ? { value: shareOf(part, total), next: next + 2 } : undefined;
}

/** `15'`; `≤ 5 min`, where `min` can not be `minimo` because the comparison is already there; `5 min`, if the name says so. */
function minutesAt(tokens: readonly Token[], at: number, compared: boolean): Match<Unit> | undefined {
  const prime = isSymbol(tokens[at], "'") && tokens[at]?.glued === true;
  const last = tokens.length === at + 1 || (tokens.length === at + 2 && isSymbol(tokens[at + 1], '.'));
  if (!prime && !((compared || last) && isWord(tokens[at], 'min'))) return undefined;
  if (tokens[at + 1]?.kind === 'number') return undefined;
  return { value: { kind: 'count', noun: 'minuti' }, next: !prime && isSymbol(tokens[at + 1], '.') ? at + 2 : at + 1 };
}

/** A change said after its size: `5% in più`, `10% di riduzione`. */
const SPOKEN_SIGNS = phrases<'+' | '-'>([
  ['in piu', '+'],
  ['di incremento', '+'],
  ['di aumento', '+'],
  ['di crescita', '+'],
  ['in meno', '-'],
  ['di riduzione', '-'],
  ['di diminuzione', '-'],
]);

/** `l'80%`, `il 100%`, `dell'80%`: an article straight before digits belongs to the number. */
function skipToNumber(tokens: readonly Token[], at: number): number {
  const next = skipArticles(tokens, at);
  return next > at && tokens[next]?.kind === 'number' ? next : at;
}

function signAt(tokens: readonly Token[], at: number): '+' | '-' | undefined {
  if (tokens[at + 1]?.kind !== 'number' && !euroBefore(tokens[at + 1])) return undefined;
  if (isSymbol(tokens[at], '+') || isWord(tokens[at], 'piu')) return '+';
  if (isWord(tokens[at], 'meno')) return '-';
  if (!isSymbol(tokens[at], '-')) return undefined;
  // Between words a dash set apart is punctuation; glued to its number, or opening the cell, it is a sign.
  return at === 0 || tokens[at + 1]?.glued === true ? '-' : undefined;
}

function unitOrScore(tokens: readonly Token[], at: number, value: ValueReading): Match<Unit> | undefined {
  const named = unitAt(tokens, at);
  if (named !== undefined) return named;
  const mark = isWord(tokens[at], 'punti') ? at + 1 : at;
  const outOf = tokens[mark + 1];
  if (!(isSymbol(tokens[mark], '/') || isWord(tokens[mark], 'su')) || outOf?.kind !== 'number') return undefined;
  const scale = readNumber(outOf.text);
  const [top] = scale.values;
  if (top === undefined || scale.doubt !== undefined || top === '0' || Number(top) < Number(value.values[0] ?? 0))
    return undefined;
  return { value: { kind: 'score', outOf: top }, next: mark + 2 };
}

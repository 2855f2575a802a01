import type { AmountClause } from './clause.js';
import type { Reason } from './outcome.js';
import { reason } from './reasons.js';
import { hasWords } from './roles.js';
import type { ThresholdParts } from './threshold-parts.js';
import type { DecimalText } from './types.js';
import type { Span, Work } from './work.js';

/** Adds what the spelling of the number leaves open. */
export function spellingOf(work: Work, { amount, at, after }: ThresholdParts, doubts: Reason[], notes: Reason[]): void {
  const { value, unit } = amount;
  const text = work.show(at);
  const [first] = value.values;
  if (first === undefined) {
    doubts.push(reason('malformed-number', text));
    return;
  }
  const scaled = unit?.kind === 'percent' || unit?.kind === 'score';
  const readableDecimal =
    value.doubt === 'decimal-point' && scaled && /^[1-9][0-9]{0,2}\.[0-9]{1,2}$|^0\.[0-9]{1,3}$|^[0-9]+$/.test(first);
  if (value.doubt !== undefined && value.doubt !== 'malformed' && !readableDecimal)
    doubts.push(reason(value.doubt, text));
  if (scaled && value.grouped && !value.spaced) doubts.push(reason('decimal-point', text));
  if (value.needsEuro && unit?.kind !== 'euro') doubts.push(reason('scale-unclear', text));
  if (unit?.kind === 'score' && !plainScore(work, amount, unit.outOf, after)) doubts.push(reason('score-scale', text));
  if (value.vague !== undefined) doubts.push(reason(value.vague, text));
  if (value.spaced && (amount.operator === undefined || unit?.kind === 'percent') && unit?.kind !== 'euro') {
    // Three figures side by side may be those of three years; two with a space are thousands wherever a share is not meant.
    const thousands = unit?.kind !== 'percent' && Number(first) < 1_000_000;
    (thousands ? notes : doubts).push(reason(thousands ? 'spaced-thousands' : 'spaced-number', text));
  }
  const bare = unit === undefined && !amount.counted && (after === undefined || !hasWords(work.tokens, ...after));
  if (bare && work.looksLikeYear(first)) doubts.push(reason('year-or-number', first));
  if (readableDecimal) notes.push(reason('decimal-point-read', text));
}

/** Scales people are asked to mark on. */
const SCALES = ['5', '6', '7', '10', '20', '30', '100', '110'];

/**
 * `4,5/6` and `8 su 10` are marks. `2/3 dei dipendenti` is a fraction of somebody, and `>= 7/10` may be the seventh of
 * October, as `>= 31/3/2016` is a date, unless the name asks for an opinion.
 */
function plainScore(work: Work, amount: AmountClause, outOf: DecimalText, after: Span | undefined): boolean {
  if (after !== undefined && hasWords(work.tokens, ...after)) return false;
  if (work.hints.opinion) return true;
  if (
    work.tokens.some(
      (t) => t.kind === 'word' && /^(voto|punteggio|giudizio|valutazione|gradimento|soddisfazione)$/.test(t.text),
    )
  )
    return true;
  const [value = ''] = amount.value.values;
  if (value.includes('.')) return true;
  const slash = work.tokens.some((t) => t.kind === 'symbol' && t.text === '/');
  const symbolic =
    amount.operator !== undefined && work.tokens.some((t) => t.kind === 'symbol' && /^[<>=]+$/.test(t.text));
  // `almeno 5/6`: five of six, or five or six.
  if (slash && Number(outOf) === Number(value) + 1) return false;
  const couldBeDate = slash && symbolic && Number(outOf) <= 12;
  return SCALES.includes(outOf) && !couldBeDate;
}

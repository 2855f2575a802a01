import type { AmountClause } from './clause.js';
import { operatorClosing } from './operators.js';
import { isSymbol, isWord } from './phrases.js';
import { PREPOSITIONS } from './role-words.js';
import type { ThresholdParts } from './threshold-parts.js';
import type { Token } from './tokens.js';
import type { Span, Work } from './work.js';

/** `da 40 km in su`, `dall'80% in poi`: the two ends of one comparison. */
const YEARLY = ['annuo', 'annua', 'annui', 'annue', 'annuali'] as const;

const UPWARDS = ['su', 'poi', 'salire'] as const;
const DOWNWARDS = ['giu', 'scendere'] as const;

/** `/anno`, `all'anno`, `ogni anno`, `40 ore annue`: of the year, as every target is. */
function withoutYearly(work: Work, parts: ThresholdParts): ThresholdParts {
  const { unit } = parts.amount;
  const alone = parts.after !== undefined && parts.after[1] === parts.after[0] + 1;
  // Of a share `annuo` says over what it is taken.
  if (alone && unit !== undefined && unit.kind !== 'percent' && isWord(work.tokens[parts.after[0]], ...YEARLY)) {
    const { after: _, ...others } = parts;
    return others;
  }
  const end = parts.after === undefined ? 0 : parts.after[1] - 2;
  const lead = work.tokens[end];
  if (parts.after === undefined || !isWord(work.tokens[end + 1], 'anno')) return parts;
  if (!isSymbol(lead, '/') && !isWord(lead, "all'", "l'", 'ogni')) return parts;
  const { after, ...others } = parts;
  return end > after[0] ? { ...others, after: [after[0], end] } : end === after[0] ? others : parts;
}

/**
 * Brings to its amount a comparison that stands after the noun: `250 imprese o più`, `da 40 km in su`, `10 controlli minimo`.
 * Two comparisons that do not say the same, or one that is the noun's own, leave the amount contradictory.
 */
export function withClosing(work: Work, written: ThresholdParts): ThresholdParts {
  const parts = withoutYearly(work, written);
  const { amount, at, before, after } = parts;
  const closing = after === undefined ? undefined : operatorClosing(work.tokens, after);
  const tie = closing === undefined || after === undefined ? 'apart' : tieOf(work.tokens, after, closing.from, amount);
  // `100% del punteggio massimo`: of a share, or beside a comparison, the noun keeps its adjective.
  const found = tie === 'own' && (amount.unit !== undefined || amount.operator !== undefined) ? undefined : closing;
  const operator = found?.value.operator ?? amount.operator;
  const ended = found === undefined ? at[1] : found.next;
  const led = before !== undefined && isWord(work.tokens[ended - 1], ...UPWARDS, ...DOWNWARDS);
  if (found === undefined && !led) return parts;
  const ahead = led && before !== undefined ? withoutFrom(work, before) : before;
  const behind: Span | undefined = found === undefined || after === undefined ? after : [after[0], found.from];
  return {
    ...parts,
    amount: {
      ...amount,
      operator,
      contradictory:
        amount.contradictory || tie === 'own' || (amount.operator !== undefined && amount.operator !== operator),
    },
    eitherWay: tie === 'either' && found !== undefined ? ([found.from, found.next] as const) : undefined,
    before: ahead,
    after: behind === undefined || behind[1] <= behind[0] ? undefined : behind,
  };
}

/**
 * How a closing comparison stands to the word before it: `controlli minimo` does not agree, so it is about the number;
 * `controlli minimi` may be either; `punteggio massimo` is what is counted.
 */
function tieOf(tokens: readonly Token[], [from]: Span, at: number, amount: AmountClause): 'apart' | 'either' | 'own' {
  if (!isWord(tokens[at], ...ADJECTIVES)) return 'apart';
  if (!isPlural(tokens, from, at - 1, amount)) return 'own';
  return isWord(tokens[at], 'minimi', 'minime', 'massimi', 'massime') ? 'either' : 'apart';
}

const ADJECTIVES = 'minimo minimi minima minime min massimo massimi massima massime max'.split(' ');

const PLURAL_LINK = /^(?:(?:d|n)e|d?a|su)(?:i|gli|lle)$/;

/** Whether the last word of a span is plural: it agrees with the number, its article says so, or it ends as only plurals do. */
function isPlural(tokens: readonly Token[], from: number, last: number, { value }: AmountClause): boolean {
  const word = tokens[last];
  if (last < from || word?.kind !== 'word') return false;
  const link = tokens.slice(from, last + 1).findLast((t) => t.kind === 'word' && PREPOSITIONS.has(t.text));
  if (link === undefined) return value.values[0] !== '1';
  return word.text.endsWith('i') || PLURAL_LINK.test(link.text);
}

/** The words before, without the `da` that opens the comparison. */
function withoutFrom(work: Work, [from, to]: Span): Span | undefined {
  const end = isWord(work.tokens[to - 1], 'da', 'dal', "dall'", 'dai', 'dalle') ? to - 1 : to;
  return end > from ? [from, end] : undefined;
}

import { operatorClosing } from './operators.js';
import { isSymbol, isWord } from './phrases.js';
import type { ThresholdParts } from './threshold-parts.js';
import type { Span, Work } from './work.js';

/** `da 40 km in su`, `dall'80% in poi`: the two ends of one comparison. */
const UPWARDS = ['su', 'poi', 'salire'] as const;
const DOWNWARDS = ['giu', 'scendere'] as const;

/** `/anno`, `all'anno`, `ogni anno`: of the year, as every target is. */
function withoutYearly(work: Work, parts: ThresholdParts): ThresholdParts {
  const end = parts.after === undefined ? 0 : parts.after[1] - 2;
  const lead = work.tokens[end];
  if (parts.after === undefined || !isWord(work.tokens[end + 1], 'anno')) return parts;
  if (!isSymbol(lead, '/') && !isWord(lead, "all'", "l'", 'ogni')) return parts;
  const { after, ...others } = parts;
  return end > after[0] ? { ...others, after: [after[0], end] } : end === after[0] ? others : parts;
}

/**
 * Brings to its amount a comparison that stands after the noun: `250 imprese o più`, `da 40 km in su`. Two comparisons
 * that do not say the same, or one that may belong to the noun, leave the amount contradictory.
 */
export function withClosing(work: Work, written: ThresholdParts): ThresholdParts {
  const parts = withoutYearly(work, written);
  const { amount, at, before, after } = parts;
  const closing = after === undefined ? undefined : operatorClosing(work.tokens, after);
  // `8 visite massimo` may have lost an `al`; of a share the word says something else.
  const found = closing?.alone && (amount.unit !== undefined || amount.operator !== undefined) ? undefined : closing;
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
        amount.contradictory ||
        found?.alone === true ||
        (amount.operator !== undefined && amount.operator !== operator),
    },
    before: ahead,
    after: behind === undefined || behind[1] <= behind[0] ? undefined : behind,
  };
}

/** The words before, without the `da` that opens the comparison. */
function withoutFrom(work: Work, [from, to]: Span): Span | undefined {
  const end = isWord(work.tokens[to - 1], 'da', 'dal', "dall'", 'dai', 'dalle') ? to - 1 : to;
  return end > from ? [from, end] : undefined;
}

import { divide, exactText, fromInteger, rational } from '../rational.js';
import type { AmountClause } from './clause.js';
import { compareDecimals } from './numbers.js';
import type { Reason } from './outcome.js';
import { isWord } from './phrases.js';
import { reason } from './reasons.js';
import { hasWords } from './roles.js';
import { shareOf } from './rough-numbers.js';
import type { Span, Work } from './work.js';

const SCALE =
  /scala (?:da )?[0-9]{1,2} ?(?:-|a|\/) ?([0-9]{1,3})|\((?:da )?[0-9] ?(?:-|a) ?([0-9]{1,3})\)|voto in ([0-9]{1,3})[°m]?/i;

/** The top of the scale an indicator's name speaks of: `Voto medio (scala 1-5)`. */
function topOf(name: string | undefined): string | undefined {
  const found = SCALE.exec(name ?? '');
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/**
 * The amount as its scale allows it. `3.500` on a scale of five is three and a half; `3/4 incontri` is three or four;
 * `2/3 dei dipendenti` is a share: each with its doubt and the values to choose among.
 */
export function scaled(work: Work, amount: AmountClause, after: Span | undefined, doubts: Reason[]): AmountClause {
  const { value, unit } = amount;
  const [first] = value.values;
  if (first === undefined) return amount;
  if (unit?.kind === 'score') return fraction(work, amount, first, unit.outOf, after, doubts);
  const top = unit === undefined ? topOf(work.context.name) : undefined;
  if (top === undefined || compareDecimals(first, top) <= 0) return amount;
  doubts.push(reason('beyond-scale', top));
  const small = value.grouped ? exactText(divide(rational(first), fromInteger(1_000))) : undefined;
  if (small === undefined || compareDecimals(small, top) > 0) return amount;
  return { ...amount, value: { ...value, values: [small, first] } };
}

function fraction(
  work: Work,
  amount: AmountClause,
  first: string,
  outOf: string,
  after: Span | undefined,
  doubts: Reason[],
): AmountClause {
  if (after === undefined || !hasWords(work.tokens, ...after)) return amount;
  const { unit: _, ...plain } = amount;
  const shown = `${first}/${outOf}`;
  doubts.push(reason('score-scale', shown));
  const opens = work.tokens[after[0]];
  if (isWord(opens, 'di', 'del', 'dei', 'degli', 'delle', 'della', "dell'", 'dello')) {
    const share = shareOf(Number(first), Number(outOf));
    return { ...plain, unit: { kind: 'percent' }, value: { ...amount.value, values: [share] } };
  }
  if (Number(outOf) !== Number(first) + 1) return amount;
  doubts.push(reason('either-number', shown));
  return { ...plain, value: { ...amount.value, values: [first, outOf] } };
}

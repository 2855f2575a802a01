import { isMeasure } from '../measured/nature.js';
import { companion, narrows } from './complements.js';
import { isSmaller, whenOrWhere } from './lessening.js';
import { isSymbol, isWord } from './phrases.js';
import { isPeriod } from './rhythm.js';
import { ARTICLES, isAction, isDegree, isInfinitive, PARTNER, PREPOSITIONS, PRODUCT, SHORT } from './role-words.js';
import { offendingAt } from './roles.js';
import type { Token } from './tokens.js';

/** What the words around a promise are to it. */
type Remainder =
  /** Nothing, or the noun counted and its complements. */
  | { readonly kind: 'noun' }
  /** One of the words changes what is promised. */
  | { readonly kind: 'spoils'; readonly word: string }
  /** A second thing is promised: `… e relazione finale`. */
  | { readonly kind: 'second' }
  /** Work to be done, or words the grammar has no role for: the promise may be read, but on trust. */
  | { readonly kind: 'loose' };

/** Long descriptions are not a counted noun. */
const LONGEST_NOUN = 16;

/**
 * Gives every word of a span beside a promise its role: a word that spoils, a second promise, work to be done, or the
 * noun that is counted with its complements.
 * @param allowed a word that would spoil and does not here
 */
export function remainder(tokens: readonly Token[], from: number, to: number, allowed?: string): Remainder {
  let spoiling = offendingAt(tokens, from, to, true);
  while (spoiling >= 0 && tokens[spoiling]?.text === allowed) spoiling = offendingAt(tokens, spoiling + 1, to, true);
  if (spoiling >= 0) return { kind: 'spoils', word: tokens[spoiling]?.text ?? '' };
  let loose = to - from > LONGEST_NOUN;
  let complement = false;
  let before: Token | undefined;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (joins(token) && before !== undefined && at + 1 < to) {
      const joined = joinedAt(tokens, at, to, complement, before);
      if (joined !== undefined) return { kind: joined };
    } else if (isSymbol(token, '(', '[', '"') || (token.kind === 'symbol' && /^[;•·_]$/.test(token.text))) loose = true;
    else if (isSymbol(token, '/') && !makesRate(tokens, at)) loose = true;
    else if (isSymbol(token, ':', '-') && at + 1 < to) loose = true;
    if (token.kind === 'word') {
      if (token.text.length <= 2 && !SHORT.has(token.text)) return { kind: 'spoils', word: token.text };
      // An adverb says how, or how much.
      if (/[0-9]|^medi[oiae]?$|[a-z]{3}mente$/.test(token.text)) loose = true;
      if (isWord(token, 'con')) {
        const added = companion(tokens, [from, to], at);
        if (added === 'second') return { kind: 'second' };
        if (added === 'narrowing') loose = true;
      }
      const led = before !== undefined && (PREPOSITIONS.has(before.text) || ARTICLES.has(before.text));
      if (isInfinitive(token.text) && !isWord(before, 'da', 'per', 'di', 'a', 'ad')) loose = true;
      // `3 incontri approvazione piano`: a second noun with nothing that ties it to the first.
      if (before !== undefined && !led && isAction(token.text)) loose = true;
      if (PREPOSITIONS.has(token.text)) complement = true;
      if (isSmaller(token.text) || isDegree(token, before) || whenOrWhere(tokens, at) || narrows(tokens, at))
        loose = true;
    }
    // `10 scuole a.s. 2021/22`: of a year that is not the exercise.
    if (token.kind === 'reference' && token.text === '#schoolYear') loose = true;
    if (token.kind === 'number') return { kind: 'spoils', word: token.text };
    before = token;
  }
  // `almeno 80% delle`: a cell cut short, whose rest nobody sees.
  const last = tokens[to - 1];
  const cut =
    last?.kind === 'word' && to > from && (PREPOSITIONS.has(last.text) || ARTICLES.has(last.text) || joins(last));
  return loose || cut ? { kind: 'loose' } : { kind: 'noun' };
}

/** `€/mq`, `kWh/mq`, `kg/abitante`: one unit of measure, whose slash joins no second thing; `€/mese` is a rhythm. */
function makesRate(tokens: readonly Token[], at: number): boolean {
  const [unit, of] = [tokens[at - 1], tokens[at + 1]];
  const measured = isSymbol(unit, '€') || (unit?.kind === 'word' && isMeasure(unit.text));
  return measured && of?.kind === 'word' && of.glued && !isPeriod(of.text) && !isWord(of, 'o', 'e');
}

const joins = (token: Token): boolean => isWord(token, 'e', 'ed', 'nonche') || isSymbol(token, ',', '&');

/** What stands after `e` or a comma: another of the same kind inside a complement, or a second promise. */
function joinedAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  complement: boolean,
  before: Token,
): 'second' | 'loose' | undefined {
  if (!complement) return 'second';
  let next = at + 1;
  while (
    next < to &&
    tokens[next]?.kind === 'word' &&
    (ARTICLES.has(tokens[next]?.text ?? '') || joins(tokens[next] as Token))
  )
    next += 1;
  const word = tokens[next];
  if (word === undefined || next >= to) return 'loose';
  if (word.kind !== 'word') return word.kind === 'number' ? 'second' : 'loose';
  // `con le imprese e per le scuole`: the complement goes on.
  if (PREPOSITIONS.has(word.text)) return undefined;
  if (isInfinitive(word.text)) return 'second';
  const alike = isAction(word.text) === isAction(before.text) || !isAction(word.text);
  if (PRODUCT.test(word.text) && !PRODUCT.test(before.text)) return 'second';
  if (!alike) return 'second';
  return PARTNER.test(word.text) ? undefined : 'loose';
}

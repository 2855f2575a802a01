import { skipArticles, wholeSpan } from './phrases.js';
import type { Span, Work } from './work.js';

/** Words that lead to an amount, and are no part of what stands before it. */
export const TRAILING = new Set([
  'per',
  'in',
  'con',
  'di',
  'del',
  "dell'",
  'della',
  'delle',
  'dei',
  'degli',
  'dello',
  'al',
  "all'",
  'pari',
  'a',
  'ad',
  'nel',
  'nella',
  'n',
  'il',
  "l'",
]);

/** The words before an amount, without what leads to it. */
export function withoutLink(work: Work, [from, to]: Span): Span {
  let end = to;
  for (let last = work.tokens[end - 1]; end > from && last !== undefined; last = work.tokens[end - 1]) {
    if (last.kind !== 'symbol' && !(last.kind === 'word' && TRAILING.has(last.text))) break;
    end -= 1;
  }
  return wholeSpan(work.tokens, [skipArticles(work.tokens, from), end]);
}

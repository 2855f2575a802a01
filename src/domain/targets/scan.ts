import { amountAt } from './amounts.js';
import { baselineAt } from './baselines.js';
import { changeAt, trendAt } from './changes.js';
import type { Clause } from './clause.js';
import { mayOpen } from './clause-openings.js';
import { compareAt } from './comparisons.js';
import { dateClauseAt } from './date-clauses.js';
import { periodClauseAt, throughoutAt } from './periods.js';
import { isSymbol, isWord, skipArticles } from './phrases.js';
import { rangeAt } from './range-clauses.js';
import type { Match, Token } from './tokens.js';
import { yearAt } from './value.js';

/** A clause without its place: what the rules answer. */
type Found = Match<{ readonly kind: Clause['kind'] }>;

/**
 * Cuts a target into clauses, left to right: at each token the rules are tried from the most to the least specific,
 * and what none of them knows becomes prose. Each rule looks at a bounded number of tokens, so the work is linear.
 */
export function scan(text: string, tokens: readonly Token[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let proseFrom = 0;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const start = clauses.length === 0 && proseFrom === at;
    const silent = token === undefined || token.kind === 'quoted' || token.kind === 'break';
    const found = !silent && (start || mayOpen(tokens, at)) ? clauseAt(text, tokens, at, start) : undefined;
    if (found === undefined) {
      at += 1;
      continue;
    }
    if (at > proseFrom) clauses.push({ kind: 'prose', from: proseFrom, to: at });
    // The rule that matched fixes the kind and the fields that go with it; what it read is new, and nobody else's.
    clauses.push(Object.assign(found.value, { from: at, to: found.next }) as Clause);
    at = found.next;
    proseFrom = at;
  }
  if (at > proseFrom) clauses.push({ kind: 'prose', from: proseFrom, to: at });
  return clauses;
}

/** The clause that begins at a token, by the first rule that knows it; `start` is where the target begins. */
export function clauseAt(text: string, tokens: readonly Token[], at: number, start: boolean): Found | undefined {
  return (
    throughoutAt(tokens, at) ??
    yearMention(tokens, at, start) ??
    dateClauseAt(tokens, at) ??
    periodClauseAt(tokens, at) ??
    compareAt(text, tokens, at) ??
    baselineAt(text, tokens, at) ??
    (start ? changeAt(tokens, at) : trendAt(tokens, at)) ??
    rangeAt(tokens, at) ??
    amountAt(tokens, at)
  );
}

/** `nel 2016`, `nell'anno 2016`, `anno 2016`: tells which year is meant, and nothing about the value. */
function yearMention(
  tokens: readonly Token[],
  at: number,
  start: boolean,
): Match<{ kind: 'year'; year: number }> | undefined {
  // `>= 80% (2016)`
  const bracketed = isSymbol(tokens[at], '(') && isSymbol(tokens[at + 2], ')') ? yearAt(tokens, at + 1) : undefined;
  if (bracketed !== undefined && !start) return { value: { kind: 'year', year: bracketed }, next: at + 3 };
  // `Anno 2016 ≥ 80%`; but `2016` or `nel 2016` alone may be the target itself.
  if (start && !(isWord(tokens[at], 'anno', 'esercizio', 'target') && tokens.length > at + 2)) return undefined;
  if (!isWord(tokens[at], 'nel', "nell'", 'anno', 'per', 'del', "dell'", 'esercizio', 'target')) return undefined;
  let next = skipArticles(tokens, at + 1);
  if (isWord(tokens[next], 'anno', 'esercizio')) next += 1;
  const year = yearAt(tokens, next);
  return year === undefined ? undefined : { value: { kind: 'year', year }, next: next + 1 };
}

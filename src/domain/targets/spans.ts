import type { Clause } from './clause.js';
import type { Span } from './work.js';

/** The prose around the meaningful clauses of a text. */
export interface Prose {
  before(c: Clause): Span | undefined;
  after(c: Clause): Span | undefined;
  between(a: Clause, b: Clause): Span | undefined;
}

/** The prose next to a clause; mentions of a year count as prose. */
export function spansBetween(clauses: readonly Clause[]): Prose {
  const soft = (c: Clause | undefined): boolean => c !== undefined && (c.kind === 'prose' || c.kind === 'year');
  const run = (from: number, step: 1 | -1): Span | undefined => {
    let end = from;
    while (soft(clauses[end + step])) end += step;
    if (end === from) return undefined;
    const [low, high] = step === 1 ? [from + 1, end] : [end, from - 1];
    // `nel 2016` alone describes nothing.
    if (clauses.slice(low, high + 1).every((c) => c.kind === 'year')) return undefined;
    return [clauses[low]?.from ?? 0, clauses[high]?.to ?? 0];
  };
  return {
    before: (c) => run(clauses.indexOf(c), -1),
    after: (c) => run(clauses.indexOf(c), 1),
    between: (a) => run(clauses.indexOf(a), 1),
  };
}

import type { Clause } from './clause.js';
import type { Span } from './work.js';

/** The prose around the meaningful clauses of a text; mentions of a year count as prose. */
export class Prose {
  private readonly clauses: readonly Clause[];

  constructor(clauses: readonly Clause[]) {
    this.clauses = clauses;
  }

  before(c: Clause): Span | undefined {
    return this.run(this.clauses.indexOf(c), -1);
  }

  after(c: Clause): Span | undefined {
    return this.run(this.clauses.indexOf(c), 1);
  }

  private run(from: number, step: 1 | -1): Span | undefined {
    let end = from;
    while (isSoft(this.clauses[end + step])) end += step;
    if (end === from) return undefined;
    const low = step === 1 ? from + 1 : end;
    const high = step === 1 ? end : from - 1;
    // `nel 2016` alone describes nothing.
    let described = false;
    for (let at = low; at <= high; at++) described ||= this.clauses[at]?.kind !== 'year';
    return described ? [this.clauses[low]?.from ?? 0, this.clauses[high]?.to ?? 0] : undefined;
  }
}

const isSoft = (c: Clause | undefined): boolean => c !== undefined && (c.kind === 'prose' || c.kind === 'year');

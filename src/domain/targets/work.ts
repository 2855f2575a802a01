import type { AmountClause, Clause } from './clause.js';
import type { Piece } from './cut.js';
import { type NameHints, nameHints } from './name.js';
import type { TargetContext } from './outcome.js';
import { offendingAt } from './roles.js';
import type { Token } from './tokens.js';
import type { Operator, Unit } from './types.js';

/** A span of tokens, end excluded. */
export type Span = readonly [number, number];

/** The comparison and unit written in a target, when it is nothing but a comparison and a value. */
export type PreviousReader = (text: string) => { readonly operator: Operator; readonly unit: Unit } | undefined;

/** One piece of text being read: its tokens and clauses, what is known beside it, and the questions every rule asks of them. */
export class Work {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly context: TargetContext;
  /** What the indicator's name says, read once for all the rules. */
  readonly hints: NameHints;
  private readonly readPrevious: PreviousReader;

  constructor({ text, tokens, clauses }: Piece, context: TargetContext, readPrevious: PreviousReader) {
    this.text = text;
    this.tokens = tokens;
    this.clauses = clauses;
    this.context = context;
    this.hints = nameHints(context.name);
    this.readPrevious = readPrevious;
  }

  /** The same text with nothing known beside it but the year and last year's target. */
  withoutName(): Work {
    const { name: _, ...others } = this.context;
    return new Work(this, others, this.readPrevious);
  }

  /** The words of a span as written, for a message. */
  show([from, to]: Span): string {
    return this.text.slice(this.tokens[from]?.start ?? 0, this.tokens[to - 1]?.end ?? 0);
  }

  /** A word in the span that prose may not hide; `allowed` is let through. */
  offending([from, to]: Span, allowed?: string): string | undefined {
    let at = offendingAt(this.tokens, from, to);
    while (at >= 0 && this.tokens[at]?.text === allowed) at = offendingAt(this.tokens, at + 1, to);
    return this.tokens[at]?.text;
  }

  /** A naked number that could be a calendar year near the exercise. */
  looksLikeYear(value: string): boolean {
    if (!/^(19|20)[0-9]{2}$/.test(value)) return false;
    const year = Number(value);
    const exercise = this.context.year;
    return exercise === undefined ? year >= 2000 && year <= 2040 : Math.abs(year - exercise) <= 10;
  }

  /** `2024` of `nel biennio 2024-2025`: a number of which nothing says what it counts, and that a year would be. */
  isYear({ unit, value }: Pick<AmountClause, 'unit' | 'value'>): boolean {
    return unit === undefined && this.looksLikeYear(value.values[0] ?? '');
  }

  /** The comparison written in last year's target, when it was about the same unit. */
  previousOperator(unit: Unit): { readonly operator: Operator; readonly text: string } | undefined {
    const text = this.context.previous?.trim() ?? '';
    if (text === '') return undefined;
    const before = this.readPrevious(text);
    return before !== undefined && before.unit.kind === unit.kind ? { operator: before.operator, text } : undefined;
  }
}

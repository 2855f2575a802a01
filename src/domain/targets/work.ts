import type { Clause } from './clause.js';
import type { Piece } from './cut.js';
import { type NameHints, nameHints } from './name.js';
import type { TargetContext } from './outcome.js';
import { offendingAt } from './roles.js';
import type { Token } from './tokens.js';
import type { Operator, Unit } from './types.js';

/** A span of tokens, end excluded. */
export type Span = readonly [number, number];

/** One piece of text being read: its tokens and clauses, what is known beside it, and the questions every rule asks of them. */
export interface Work {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly context: TargetContext;
  /** What the indicator's name says, read once for all the rules. */
  readonly hints: NameHints;
  /** The words of a span as written, for a message. */
  show(span: Span): string;
  /** A word in the span that prose may not hide; `allowed` is let through. */
  offending(span: Span, allowed?: string): string | undefined;
  /** A naked number that could be a calendar year near the exercise. */
  looksLikeYear(value: string): boolean;
  /** The comparison written in last year's target, when it was about the same unit. */
  previousOperator(unit: Unit): { readonly operator: Operator; readonly text: string } | undefined;
}

/** The comparison and unit written in a target, when it is nothing but a comparison and a value. */
export type PreviousReader = (text: string) => { readonly operator: Operator; readonly unit: Unit } | undefined;

export function workOn({ text, tokens, clauses }: Piece, context: TargetContext, readPrevious: PreviousReader): Work {
  return {
    text,
    tokens,
    clauses,
    context,
    hints: nameHints(context.name),
    show: ([from, to]) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
    offending: ([from, to], allowed) => {
      let at = offendingAt(tokens, from, to);
      while (at >= 0 && tokens[at]?.text === allowed) at = offendingAt(tokens, at + 1, to);
      return tokens[at]?.text;
    },
    looksLikeYear: (value) => {
      if (!/^(19|20)[0-9]{2}$/.test(value)) return false;
      const year = Number(value);
      return context.year === undefined ? year >= 2000 && year <= 2040 : Math.abs(year - context.year) <= 10;
    },
    previousOperator: (unit) => {
      const text = context.previous?.trim() ?? '';
      if (text === '') return undefined;
      const before = readPrevious(text);
      return before !== undefined && before.unit.kind === unit.kind ? { operator: before.operator, text } : undefined;
    },
  };
}

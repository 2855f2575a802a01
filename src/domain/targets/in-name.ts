import { fold } from './tokens.js';
import type { Span, Work } from './work.js';

/** Whether the words of a span are the indicator's own: they restate what is measured, and promise nothing more. */
export function inName(work: Work, span: Span): boolean {
  const name = new Set(fold(work.context.name ?? '').split(/[^\p{L}\p{N}]+/u));
  return work.tokens.slice(...span).every((t) => t.kind !== 'word' || t.text.length < 4 || name.has(t.text));
}

/** Words without the vowel that says how many: `reclamo` and `reclami` are one. */
export const stems = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?:[aeiou]|he|hi)$/u, ''));

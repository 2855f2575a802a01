import { ORDINALS } from './ordinals.js';
import { isWord, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';
import { monthAt, startingIn, type WrittenDate, withYear } from './written-date.js';

/** In days: how long a part of a month is, and how many of them it has. */
const PARTS: readonly (readonly [string, number, number])[] = [
  ['decade', 10, 3],
  ['quindicina', 15, 2],
  ['meta', 15, 2],
];

/** `la prima decade di maggio`, `la seconda quindicina di ottobre`; where a half ends is asked. */
export function partOfMonth(tokens: readonly Token[], at: number): Match<WrittenDate> | undefined {
  const ordinal = tokens[at]?.kind === 'word' ? ORDINALS.get(tokens[at]?.text ?? '') : undefined;
  const named = ordinal === undefined ? undefined : PARTS.find(([name]) => isWord(tokens[at + 1], name));
  if (ordinal === undefined || named === undefined) return undefined;
  const [name, days, all] = named;
  const month = monthAt(tokens, skipArticles(tokens, isWord(tokens[at + 2], 'di') ? at + 3 : at + 2));
  if (month === undefined || ordinal > all) return undefined;
  const last = ordinal === all ? undefined : ordinal * days;
  const whole = withYear(tokens, month.next, month.value, last, false);
  const dated = startingIn(month.value, whole, (ordinal - 1) * days + 1);
  return name === 'meta' ? { ...dated, value: { ...dated.value, counted: true } } : dated;
}

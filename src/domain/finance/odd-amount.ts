import { italian } from '../findings/number.js';
import { absolute, compare, multiply, rational } from '../rational.js';
import type { DecimalText } from '../targets/types.js';

const TEN = { n: 10n, d: 1n };

/** What is odd about the amount of an account beside the year before: sentences to be asked once. Empty for most. */
export function oddAmount(amount: DecimalText, before: DecimalText | undefined): readonly string[] {
  if (before === undefined) return [];
  const [now, then] = [rational(amount), rational(before)];
  const shown = `${italian(amount, 2)} contro ${italian(before, 2)} dell’anno prima`;
  if (now.n !== 0n && then.n !== 0n && now.n < 0n !== then.n < 0n) return [`${shown}: ha cambiato segno`];
  if (then.n !== 0n && compare(absolute(now), multiply(absolute(then), TEN)) >= 0)
    return [`${shown}: almeno dieci volte`];
  if (now.n !== 0n && compare(multiply(absolute(now), TEN), absolute(then)) <= 0)
    return [`${shown}: al massimo un decimo`];
  return [];
}

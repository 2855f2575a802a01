import type { Clause, Solid } from './clause.js';
import { senseOf } from './decide.js';
import { multiple } from './multiples.js';
import { canonical } from './numbers.js';
import { isWord } from './phrases.js';
import { relative } from './relative.js';
import type { Reading } from './types.js';
import type { Work } from './work.js';

/** `almeno il 105% del 2015`: five more than there were. */
export function ofThatYear(
  work: Work,
  [amount, other]: readonly Solid[],
  { from, year }: Extract<Clause, { kind: 'year' }>,
): readonly Reading[] {
  if (amount === undefined) return multiple(work, { kind: 'year', year });
  if (amount.kind !== 'amount' || other !== undefined || amount.to !== from) return [];
  // `il 5% in più del 2015`
  if (amount.sign !== undefined) return relative(work, { amount, baseline: { kind: 'year', year } }).readings;
  if (amount.unit?.kind !== 'percent' || !isWord(work.tokens[from], 'del', "dell'")) return [];
  const change = Math.round((Number(amount.value.values[0]) - 100) * 100) / 100;
  if (!Number.isFinite(change)) return [];
  const operator = amount.operator ?? '>=';
  return [
    {
      kind: 'relative',
      operator,
      change: canonical(String(change)),
      changeUnit: 'percent',
      baseline: { kind: 'year', year },
      direction: senseOf(operator) === 'more' ? 'more-is-better' : 'less-is-better',
      unit: { kind: 'number' },
    },
  ];
}

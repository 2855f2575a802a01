import type { AmountClause } from './clause.js';
import type { NameHints } from './name.js';
import { canonical, compareDecimals } from './numbers.js';
import { isWord } from './phrases.js';
import { shareOf } from './rough-numbers.js';
import type { DecimalText, Operator, Reading, Unit } from './types.js';
import type { Span, Work } from './work.js';

/** What else an amount may mean: candidates beside the reading of its own words. */

/** `entro 10 giorni precedenti la seduta`: notice to be given, of which more is better. */
export function inAdvance(
  work: Work,
  { amount, after }: { readonly amount: AmountClause; readonly after?: Span },
  readings: readonly Reading[],
): readonly Reading[] {
  const [first] = readings;
  const ahead = after !== undefined && isWord(work.tokens[after[0]], 'prima', 'precedenti', 'antecedenti', 'anteriori');
  if (!ahead || !amount.within || first?.kind !== 'threshold') return [];
  return [{ ...first, operator: '>=', direction: 'more-is-better' }];
}

/** `entro 60`: days, if it is a time. */
export const inDays = (readings: readonly Reading[]): readonly Reading[] =>
  readings.slice(0, 1).map((r) => (r.kind === 'threshold' ? { ...r, unit: { kind: 'days' } } : r));

/** `≥ 0,9` for a percentage: ninety in a hundred, written as the part of one. */
export function asHundredths(amount: AmountClause, hints: NameHints, readings: readonly Reading[]): readonly Reading[] {
  const [first] = readings;
  if (!hints.percent || amount.unit !== undefined || first?.kind !== 'threshold') return [];
  if (compareDecimals(first.value, '0') <= 0 || compareDecimals(first.value, '1') > 0) return [];
  return [{ ...first, value: canonical(shiftRight(first.value)), unit: { kind: 'percent' } }];
}

/** `3,30 ore`: three hours and thirty minutes, in minutes, where two digits could be those of a clock. */
export function inClock({ tokens }: Work, [from, to]: Span, unit: Unit): number | undefined {
  if (unit.kind !== 'hours') return undefined;
  const number = tokens.slice(from, to).find((t) => t.kind === 'number');
  const [, hours, minutes] = /^([0-9]{1,2})[.,]([0-5][0-9])$/.exec(number?.text ?? '') ?? [];
  // `2,25 ore` are two and a quarter: nobody notes a time to the twenty-fifth minute.
  return hours === undefined || minutes === '00' || minutes === '25' ? undefined : Number(hours) * 60 + Number(minutes);
}

/** So many minutes, compared as the hours are. */
export const asMinutes = (minutes: number, readings: readonly Reading[]): readonly Reading[] =>
  readings
    .slice(0, 1)
    .map((r) =>
      r.kind === 'threshold' ? { ...r, value: String(minutes), unit: { kind: 'count', noun: 'minuti' } } : r,
    );

/** A hundred times a decimal, in its text. */
const shiftRight = (value: DecimalText): string => {
  const [whole = '0', part = ''] = value.split('.');
  const digits = part.padEnd(2, '0');
  return `${whole}${digits.slice(0, 2)}.${digits.slice(2) || '0'}`;
};

/** `3 su 4` may be a mark or a share of cases. */
export function asShare({ value }: AmountClause, unit: Unit, [own]: readonly Reading[]): readonly Reading[] {
  const [first] = value.values;
  const operator: Operator | undefined = own?.kind === 'threshold' ? own.operator : undefined;
  if (unit.kind !== 'score' || first === undefined || operator === undefined) return [];
  const share = shareOf(Number(first), Number(unit.outOf));
  const less = operator === '<=' || operator === '<';
  return [
    {
      kind: 'threshold',
      operator,
      value: share,
      unit: { kind: 'percent' },
      direction: less ? 'less-is-better' : 'more-is-better',
    },
  ];
}

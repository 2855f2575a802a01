import { expect, test } from 'vitest';
import type { Actual } from '../../src/domain/achievement/types.js';
import type { Unit } from '../../src/domain/targets/types.js';
import { actualText, amountText } from '../../src/words/measure.js';

const ratio = (numerator: string, denominator: string): Actual => ({ kind: 'ratio', numerator, denominator });

test.each<readonly [Actual, Unit | undefined, string]>([
  [ratio('17', '20'), { kind: 'percent' }, '17 su 20 (85%)'],
  [ratio('1', '3'), { kind: 'percent' }, '1 su 3 (33,33%)'],
  [ratio('1234.5', '1000'), { kind: 'percent' }, '1.234,5 su 1.000 (123,45%)'],
  [ratio('45', '4'), { kind: 'number' }, '45 su 4 (11,25)'],
  // Of a unit nobody stated one can not say whether the quotient is a percentage.
  [ratio('17', '20'), undefined, '17 su 20'],
  [ratio('0', '0'), { kind: 'percent' }, '0 su 0'],
  [{ kind: 'number', value: '59.3' }, { kind: 'percent' }, '59,3%'],
  [{ kind: 'missing' }, { kind: 'percent' }, 'mancante'],
])('a value is written with what it comes to: %o', (actual, unit, text) => {
  expect(actualText(actual, unit)).toBe(text);
});

test.each<readonly [string, Unit, string]>([
  ['1', { kind: 'days' }, '1 giorno'],
  ['1', { kind: 'count', noun: 'settimane' }, '1 settimana'],
  // Nobody knows the singular of a noun that is not in a list: a wrong plural is worse than none.
  ['1', { kind: 'count', noun: 'testate' }, '1'],
  ['2', { kind: 'count', noun: 'testate' }, '2 testate'],
  ['1', { kind: 'euro' }, '1 euro'],
  ['1', { kind: 'percent' }, '1%'],
])('one of something is not in the plural: %s %o', (value, unit, text) => {
  expect(amountText({ kind: 'number', value }, unit)).toBe(text);
});

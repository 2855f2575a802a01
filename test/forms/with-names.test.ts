import { expect, test } from 'vitest';
import { withNames } from '../../src/words/with-names.js';

const names = new Map([
  ['ottavia.brandini', 'Ottavia Brandini'],
  ['dott.ssa.anna.d.alise', 'Anna D’Alise'],
]);

test.each([
  ['conclusa da ottavia.brandini: fatto', 'conclusa da Ottavia Brandini: fatto'],
  ['conclusa da dott.ssa.anna.d.alise.', 'conclusa da Anna D’Alise.'],
  ['si veda www.ccms.example, art. 10', 'si veda www.ccms.example, art. 10'],
  ['scadenza 15/09/2016, 12.500,00 euro', 'scadenza 15/09/2016, 12.500,00 euro'],
])('%s', (text, expected) => {
  expect(withNames(text, names)).toBe(expected);
});

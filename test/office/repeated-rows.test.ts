import { expect, test } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import type { Reading } from '../../src/domain/targets/types.js';
import { repeatedRows } from '../../src/office/checkpoint-results.js';
import { plan } from '../documents/seed.js';

const PERCENT: Reading = {
  kind: 'threshold',
  operator: '>=',
  value: '95',
  unit: { kind: 'percent' },
  direction: 'more-is-better',
  accumulation: 'level',
};

test('a row of a sheet that repeats an indicator has the unit its target is read in: what is expected of it is a percentage, not a bare number', () => {
  const seed = plan();
  const read: Plan = {
    ...seed,
    sheets: seed.sheets.map((sheet) => ({
      ...sheet,
      indicators: sheet.indicators.map((one) => ({
        ...one,
        targets: one.targets.map((target) => (target.text === '95%' ? { ...target, confirmed: PERCENT } : target)),
      })),
    })),
  };
  expect(repeatedRows(read, 2016).filter(({ target }) => target === '95%')).toEqual([
    expect.objectContaining({ unit: { kind: 'percent' } }),
  ]);
});

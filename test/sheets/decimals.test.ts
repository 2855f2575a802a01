import { describe, expect, test } from 'vitest';
import { readWeight } from '../../src/sheets/decimals.js';

describe('a weight as it is written', () => {
  test.each([
    ['2,50', '2.50'],
    ['6,00%', '6.00'],
    [' 100 ', '100'],
    ['0', '0'],
  ])('%s is %s', (written, weight) => expect(readWeight(written)).toBe(weight));

  test.each(['1.500', '1.5', '2.5%', '-1', '100,01', '600', 'sei', ''])('«%s» is none', (written) =>
    expect(readWeight(written)).toBeUndefined(),
  );
});

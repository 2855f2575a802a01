import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, sampleOf } from '../../../src/domain/oiv/sample.js';

const candidate = (indicator: string, over: Partial<Candidate> = {}): Candidate => ({
  indicator,
  weight: '1',
  light: 'green',
  overridden: false,
  returned: false,
  ...over,
});

test('what an act changed comes first, then what came back, what is red, and what weighs most', () => {
  const candidates = [
    candidate('a'),
    candidate('b', { weight: '9' }),
    candidate('c', { light: 'red' }),
    candidate('d', { returned: true }),
    candidate('e', { overridden: true, light: 'red' }),
    candidate('f', { weight: undefined }),
  ];
  expect(sampleOf(candidates, 5)).toEqual([
    { indicator: 'e', why: 'overridden' },
    { indicator: 'd', why: 'returned' },
    { indicator: 'c', why: 'red' },
    { indicator: 'b', why: 'weight' },
    { indicator: 'a', why: 'weight' },
  ]);
});

const candidates = fc.uniqueArray(
  fc.record({
    indicator: fc.string({ minLength: 1, maxLength: 4 }),
    weight: fc.option(fc.nat(100).map(String), { nil: undefined }),
    light: fc.constantFrom('green', 'yellow', 'red', 'none' as const),
    overridden: fc.boolean(),
    returned: fc.boolean(),
  }),
  { selector: ({ indicator }) => indicator },
);

test('nobody chooses it: it is the same in whatever order results come, none twice, and never more than asked', () => {
  fc.assert(
    fc.property(candidates, fc.nat(12), fc.nat(), (found, most, turn) => {
      const turned = [...found.slice(turn % (found.length + 1)), ...found.slice(0, turn % (found.length + 1))];
      const sample = sampleOf(found, most);
      expect(sampleOf(turned, most)).toEqual(sample);
      expect(sample).toHaveLength(Math.min(most, found.length));
      expect(new Set(sample.map(({ indicator }) => indicator)).size).toBe(sample.length);
      expect(sample.every(({ indicator }) => found.some((one) => one.indicator === indicator))).toBe(true);
    }),
  );
});

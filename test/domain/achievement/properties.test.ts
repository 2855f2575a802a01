import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAssessor } from '../../../src/domain/achievement/assess.js';
import type { Actual } from '../../../src/domain/achievement/types.js';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import type { Policy } from '../../../src/domain/policy.js';
import { compare, rational } from '../../../src/domain/rational.js';
import type { Reading } from '../../../src/domain/targets/types.js';
import { policyWith, seedPolicy, withFormulas, YEAR_END } from './policy-fixture.js';
import { threshold } from './readings.js';

const decimal = fc
  .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 3 }))
  .map(([n, places]) => (places === 0 ? String(n) : (n / 10 ** places).toFixed(places)));
const day = fc.integer({ min: -400, max: 800 }).map((n): CivilDate => addDays('2016-01-01', n));
const operator = fc.constantFrom('>=', '>', '<=', '<', '=' as const);
const direction = fc.constantFrom('more-is-better', 'less-is-better' as const);
const unit = fc.constantFrom<Extract<Reading, { kind: 'threshold' }>['unit']>(
  { kind: 'number' },
  { kind: 'percent' },
  { kind: 'euro' },
  { kind: 'score', outOf: '6' },
);

const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc.record({ kind: fc.constant('threshold' as const), operator, value: decimal, unit, direction }),
  fc.record({ kind: fc.constant('range' as const), from: decimal, to: decimal, unit }),
  fc.record({ kind: fc.constant('by-date' as const), by: day, strict: fc.boolean() }),
  fc.record({
    kind: fc.constant('within-period' as const),
    amount: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom('working-days', 'hours', 'days', 'weeks', 'months' as const),
    event: fc.constant('evento'),
  }),
  fc.record({ kind: fc.constant('throughout' as const), from: day, to: day }),
  fc.record({
    kind: fc.constant('relative' as const),
    operator,
    change: decimal,
    changeUnit: fc.constantFrom('percent', 'percentage-points', 'absolute' as const),
    baseline: fc.constant({ kind: 'unknown' as const }),
    direction,
    unit,
  }),
  fc.record({ kind: fc.constant('yes-no' as const), expected: fc.boolean() }),
  fc.record({
    kind: fc.constant('bands' as const),
    unit,
    bands: fc.array(
      fc.record(
        { from: decimal, fromInclusive: fc.boolean(), to: decimal, toInclusive: fc.boolean(), score: decimal },
        { requiredKeys: ['fromInclusive', 'toInclusive', 'score'] },
      ),
      { maxLength: 4 },
    ),
  }),
);

const actual: fc.Arbitrary<Actual> = fc.oneof(
  fc.record({ kind: fc.constant('number' as const), value: decimal }),
  fc.record({ kind: fc.constant('ratio' as const), numerator: decimal, denominator: decimal }),
  fc.record({ kind: fc.constant('date' as const), on: day }),
  fc.record({ kind: fc.constant('yes-no' as const), value: fc.boolean() }),
  fc.constant<Actual>({ kind: 'not-yet' }),
  fc.constant<Actual>({ kind: 'missing' }),
  fc.constant<Actual>({ kind: 'not-assessable', reason: 'r' }),
);

const policies: readonly Policy[] = [
  seedPolicy(),
  policyWith({ cap: '120', strictEquality: 'met', targetZero: 'not-assessable' }),
  withFormulas({
    increasing: { formula: 'linear', floorPercent: '40' },
    decreasing: { formula: 'decreasing-symmetric' },
    byDate: { formula: 'by-date-degrading', pointsPerDay: '1.5' },
    withinPeriod: { formula: 'within-period-degrading', pointsPerUnit: '3' },
    range: { formula: 'range-proportional' },
    relative: { formula: 'relative-progress' },
  }),
];

describe('whatever the target, the value, the day and the policy', () => {
  test('an assessment never throws, has a figure exactly when assessed, and keeps it within floor and cap', () => {
    fc.assert(
      fc.property(
        reading,
        actual,
        day,
        fc.option(decimal, { nil: undefined }),
        fc.option(day, { nil: undefined }),
        fc.constantFrom('accumulates', 'level', undefined),
        fc.constantFrom(...policies),
        (r, value, at, baseline, eventOn, accumulation, policy) => {
          const a = createAssessor(policy).assess({
            indicator: 'x',
            reading: r,
            actual: value,
            period: { exercise: 2016, at },
            baseline,
            eventOn,
            accumulation,
          });
          expect(a.achievement === undefined).toBe(a.state !== 'assessed');
          expect(a.light === 'none').toBe(a.state !== 'assessed');
          expect(a.trace.every((line) => line.label !== '' && line.value !== '')).toBe(true);
          if (a.achievement === undefined || a.exact === undefined) return;
          expect(a.achievement).toMatch(/^\d{1,3}\.\d{2}$/);
          for (const figure of [a.achievement, a.exact]) {
            expect(compare(rational(figure), rational(policy.floor))).toBeGreaterThanOrEqual(0);
            expect(compare(rational(figure), rational(policy.cap))).toBeLessThanOrEqual(0);
          }
          if (a.uncapped !== undefined && compare(rational(a.uncapped), rational(policy.cap)) < 0) {
            expect(a.achievement).toBe(rational(a.uncapped).n < 0n ? '0.00' : a.uncapped);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('a missing value never has a figure', () => {
    fc.assert(
      fc.property(reading, day, fc.constantFrom(...policies), (r, at, policy) => {
        const a = createAssessor(policy).assess({
          indicator: 'x',
          reading: r,
          actual: { kind: 'missing' },
          period: { exercise: 2016, at },
        });
        expect(a.state).toBe('missing');
        expect(a.achievement).toBeUndefined();
      }),
    );
  });
});

describe('thresholds', () => {
  const figure = (policy: Policy, r: Reading, value: string): ReturnType<typeof rational> | undefined => {
    const { exact } = createAssessor(policy).assess({
      indicator: 'x',
      reading: r,
      actual: { kind: 'number', value },
      period: YEAR_END,
    });
    return exact === undefined ? undefined : rational(exact);
  };

  test.each([
    ['>=', 1],
    ['>', 1],
    ['<=', -1],
    ['<', -1],
  ] as const)('with %s a better value never scores less', (sign, better) => {
    fc.assert(
      fc.property(decimal, decimal, decimal, fc.constantFrom(...policies), (target, a, b, policy) => {
        const [x, y] = [figure(policy, threshold(sign, target), a), figure(policy, threshold(sign, target), b)];
        if (x === undefined || y === undefined) return;
        const order = compare(rational(a), rational(b)) * better;
        if (order > 0) expect(compare(x, y)).toBeGreaterThanOrEqual(0);
        if (order === 0) expect(compare(x, y)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('by a ratio, 100 is reached exactly when the promise is kept', () => {
    const hundred = rational('100');
    fc.assert(
      fc.property(operator, decimal, decimal, (sign, target, value) => {
        const score = figure(seedPolicy(), threshold(sign, target), value);
        const side = compare(rational(value), rational(target)) * (sign.startsWith('<') ? -1 : 1);
        const kept = sign === '>' || sign === '<' ? side > 0 : side >= 0;
        expect(score !== undefined && compare(score, hundred) >= 0).toBe(kept);
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bandScore,
  type ExactBand,
  inBand,
  rangeProportional,
  relativeThreshold,
  shareOfChange,
} from '../../../src/domain/achievement/formulas/interval.js';
import {
  allOrNothing,
  decreasingRatio,
  decreasingSymmetric,
  floorAtPercent,
  increasingRatio,
  linearBetween,
  onSteps,
  type RawScore,
} from '../../../src/domain/achievement/formulas/ratio.js';
import { degradingByDelay, shareElapsed } from '../../../src/domain/achievement/formulas/schedule.js';
import { compare, fractionText, type Rational, rational } from '../../../src/domain/rational.js';

const text = (score: RawScore | string | Rational): string => (typeof score === 'string' ? score : fractionText(score));

describe('more is better: actual ÷ target', () => {
  test.each([
    ['20', '25', '80'],
    ['25', '25', '100'],
    ['30', '25', '120'],
    ['0', '25', '0'],
    ['-5', '25', '-20'],
    ['2', '3', '200/3'],
    // A loss of 3 against an expected loss of 5 is better than promised, one of 10 is far worse.
    ['-3', '-5', '140'],
    ['-10', '-5', '0'],
    ['5', '-5', '300'],
    ['7', '0', 'undefined-at-zero'],
  ])('%s against %s is %s', (actual, target, expected) => {
    expect(text(increasingRatio(rational(actual), rational(target)))).toBe(expected);
  });
});

describe('less is better', () => {
  test.each([
    // actual, target, target ÷ actual, (2·target − actual) ÷ target
    ['15', '10', '200/3', '50'],
    ['10', '10', '100', '100'],
    ['5', '10', '200', '150'],
    ['20', '10', '50', '0'],
    ['40', '10', '25', '-200'],
    ['0', '10', 'unbounded', '200'],
    ['-2', '10', 'unbounded', '220'],
    // Payments promised 5 days early: earlier is better, and the two formulas agree.
    ['-10', '-5', '200', '200'],
    ['-5', '-5', '100', '100'],
    ['-2', '-5', '40', '40'],
    ['0', '-5', '0', '0'],
    ['3', '-5', '-60', '-60'],
    ['1', '0', 'undefined-at-zero', 'undefined-at-zero'],
  ])('%s against %s is %s by ratio and %s symmetric', (actual, target, ratio, symmetric) => {
    expect(text(decreasingRatio(rational(actual), rational(target)))).toBe(ratio);
    expect(text(decreasingSymmetric(rational(actual), rational(target)))).toBe(symmetric);
  });
});

test('15 days against 10 is 66.67% or 50%, as the published systems disagree', () => {
  expect(text(decreasingRatio(rational('15'), rational('10')))).toBe('200/3');
  expect(text(decreasingSymmetric(rational('15'), rational('10')))).toBe('50');
});

describe('linear between floor and target', () => {
  test.each([
    ['40', '80', '40', '0'],
    ['60', '80', '40', '50'],
    ['80', '80', '40', '100'],
    ['100', '80', '40', '150'],
    ['20', '80', '40', '-50'],
    // Less is better: the floor is the worst that still counts, above the target.
    ['20', '10', '20', '0'],
    ['15', '10', '20', '50'],
    ['10', '10', '20', '100'],
    ['10', '10', '10', 'undefined-at-zero'],
  ])('%s with target %s and floor %s is %s', (actual, target, floor, expected) => {
    expect(text(linearBetween(rational(actual), rational(target), rational(floor)))).toBe(expected);
  });

  test.each([
    ['80', '50', '40'],
    ['10', '200', '20'],
    ['-5', '50', '-15/2'],
    ['-5', '200', '0'],
    ['0', '50', '0'],
  ])('the floor of a target of %s at %s%% is %s', (target, percent, expected) => {
    expect(text(floorAtPercent(rational(target), rational(percent)))).toBe(expected);
  });
});

describe('steps', () => {
  const steps = [
    ['0', '0'],
    ['50', '50'],
    ['80', '75'],
    ['100', '100'],
  ].map(([from = '', score = '']) => ({ from: rational(from), score: rational(score) }));

  test.each([
    ['-10', '0'],
    ['0', '0'],
    ['49.999', '0'],
    ['50', '50'],
    ['79.99', '50'],
    ['80', '75'],
    ['100', '100'],
    ['300', '100'],
  ])('a ratio of %s%% scores %s', (ratio, expected) => {
    expect(text(onSteps(rational(ratio), steps))).toBe(expected);
  });
});

test('all or nothing', () => {
  expect(text(allOrNothing(true))).toBe('100');
  expect(text(allOrNothing(false))).toBe('0');
});

describe('degrading with delay', () => {
  test.each([
    ['0', '2', '100'],
    ['-30', '2', '100'],
    ['1', '2', '98'],
    ['10', '2.5', '75'],
    ['50', '2', '0'],
    ['51', '2', '0'],
  ])('%s days late at %s points a day is %s', (delay, points, expected) => {
    expect(text(degradingByDelay(rational(delay), rational(points)))).toBe(expected);
  });
});

test('the share of a year elapsed counts both ends and stays within the year', () => {
  expect(text(shareElapsed(121, 366))).toBe('121/366');
  expect(text(shareElapsed(0, 366))).toBe('0');
  expect(text(shareElapsed(-3, 366))).toBe('0');
  expect(text(shareElapsed(400, 366))).toBe('1');
});

describe('bands', () => {
  const band = (from: string | undefined, to: string | undefined, score: string, ends = '[)'): ExactBand => ({
    from: from === undefined ? undefined : rational(from),
    fromInclusive: ends.startsWith('['),
    to: to === undefined ? undefined : rational(to),
    toInclusive: ends.endsWith(']'),
    score: rational(score),
  });
  const bands = [band(undefined, '60', '0'), band('60', '90', '50'), band('90', undefined, '100')];

  test.each([
    ['59.99', '0'],
    ['60', '50'],
    ['89.999', '50'],
    ['90', '100'],
    ['1000', '100'],
  ])('%s scores %s', (value, expected) => {
    expect(text(bandScore(rational(value), bands))).toBe(expected);
  });

  test('a value in no band or in two that disagree has no score', () => {
    expect(bandScore(rational('60'), [band('0', '60', '10')])).toBe('in-no-band');
    expect(bandScore(rational('60'), [band('0', '60', '10', '[]'), band('60', '90', '20')])).toBe('in-several-bands');
    expect(text(bandScore(rational('60'), [band('0', '60', '20', '[]'), band('60', '90', '20')]))).toBe('20');
  });

  test('ends are in or out as written', () => {
    expect(inBand(rational('60'), band('60', '90', '1', '()'))).toBe(false);
    expect(inBand(rational('60'), band('60', '90', '1', '[)'))).toBe(true);
    expect(inBand(rational('90'), band('60', '90', '1', '[)'))).toBe(false);
    expect(inBand(rational('90'), band('60', '90', '1', '(]'))).toBe(true);
  });
});

describe('range, proportional', () => {
  test.each([
    ['5', '100'],
    ['7', '100'],
    ['6', '100'],
    ['4', '80'],
    ['0', '0'],
    ['14', '0'],
    ['8', '600/7'],
    ['-5', '-100'],
  ])('%s against 5–7 is %s', (value, expected) => {
    expect(text(rangeProportional(rational(value), rational('5'), rational('7')))).toBe(expected);
  });

  test('outside an end at zero nothing is left', () => {
    expect(text(rangeProportional(rational('-1'), rational('0'), rational('7')))).toBe('0');
  });

  test('a negative end has its distance on its size', () => {
    expect(text(rangeProportional(rational('-12'), rational('-10'), rational('-5')))).toBe('80');
  });
});

describe('relative to a baseline', () => {
  test.each([
    ['200', '5', true, '210'],
    ['200', '-10', true, '180'],
    ['-100', '5', true, '-95'],
    ['200', '3', false, '203'],
    ['82.5', '-2.5', false, '80'],
  ])('from %s, %s (percent: %s) comes to %s', (baseline, change, asPercent, expected) => {
    expect(text(relativeThreshold(rational(baseline), rational(change), asPercent))).toBe(expected);
  });

  test.each([
    ['205', '200', '210', '50'],
    ['200', '200', '210', '0'],
    ['215', '200', '210', '150'],
    ['190', '200', '180', '50'],
    ['200', '200', '200', 'no-change'],
  ])('%s from %s to %s is %s of the change', (actual, baseline, threshold, expected) => {
    expect(text(shareOfChange(rational(actual), rational(baseline), rational(threshold)))).toBe(expected);
  });
});

describe('better values never score less', () => {
  const number = fc.integer({ min: -1000, max: 1000 }).map((n): Rational => ({ n: BigInt(n), d: 7n }));
  const target = number.filter((t) => t.n !== 0n);
  const value = (score: RawScore): Rational => (typeof score === 'string' ? { n: 10n ** 9n, d: 1n } : score);

  test.each([
    ['increasingRatio', increasingRatio, 1],
    ['decreasingRatio', decreasingRatio, -1],
    ['decreasingSymmetric', decreasingSymmetric, -1],
  ] as const)('%s', (_name, formula, sign) => {
    fc.assert(
      fc.property(number, number, target, (a, b, t) => {
        const better = compare(a, b) * sign >= 0 ? [a, b] : [b, a];
        const [high = a, low = b] = better;
        expect(compare(value(formula(high, t)), value(formula(low, t)))).toBeGreaterThanOrEqual(0);
        expect(text(formula(t, t))).toBe('100');
      }),
    );
  });
});

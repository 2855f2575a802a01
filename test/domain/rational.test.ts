import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  absolute,
  add,
  ceiling,
  compare,
  decimalPlaces,
  divide,
  exactText,
  floor,
  fractionText,
  isZero,
  larger,
  multiply,
  ofNumber,
  parseRational,
  type Rational,
  rational,
  reduce,
  roundedText,
  roundedUnits,
  significant,
  smaller,
  subtract,
  unitsText,
  ZERO,
} from '../../src/domain/rational.js';

const arbitrary = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]): Rational => ({ n, d }));
const equal = (a: Rational, b: Rational): boolean => compare(a, b) === 0;

describe('exact numbers', () => {
  test.each([
    ['12', 12n, 1n],
    ['-0.825', -825n, 1000n],
    ['+3.50', 350n, 100n],
    ['200/3', 200n, 3n],
    ['-4/6', -4n, 6n],
  ])('%s is read exactly', (text, n, d) => {
    expect(parseRational(text)).toEqual({ ok: true, value: { n, d } });
  });

  test.each(['', '1,5', '1.', '.5', '1e3', 'NaN', '1/0', '1/-2', ' 1', '1'.repeat(61), '--1', '12 giorni'])(
    '«%s» is not a number',
    (text) => {
      const parsed = parseRational(text);
      expect(parsed.ok).toBe(false);
      expect(() => rational(text)).toThrow(RangeError);
    },
  );

  test('sixty characters are the longest number read', () => {
    expect(parseRational('1'.repeat(60)).ok).toBe(true);
  });

  test('a refusal says what is wrong in Italian', () => {
    expect(parseRational('1/0')).toEqual({ ok: false, error: '«1/0» ha denominatore zero' });
    expect(parseRational('x')).toEqual({ ok: false, error: '«x» non è un numero decimale scritto con il punto' });
    expect(parseRational('1'.repeat(61))).toEqual({ ok: false, error: 'il numero ha più di 60 caratteri' });
  });

  test('a tenth and two tenths are three tenths', () => {
    expect(compare(add(rational('0.1'), rational('0.2')), rational('0.3'))).toBe(0);
  });

  test('two thirds lose nothing', () => {
    const thirds = divide(rational('2'), rational('3'));
    expect(compare(multiply(thirds, rational('3')), rational('2'))).toBe(0);
    expect(fractionText(thirds)).toBe('2/3');
  });

  test('the laws of arithmetic hold', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, arbitrary, (a, b, c) => {
        expect(equal(add(a, b), add(b, a))).toBe(true);
        expect(equal(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
        expect(equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(equal(add(subtract(a, b), b), a)).toBe(true);
        if (!isZero(b)) expect(equal(multiply(divide(a, b), b), a)).toBe(true);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(smaller(a, b), larger(a, b))).toBeLessThanOrEqual(0);
        expect(absolute(a).n >= 0n && (equal(absolute(a), a) || equal(absolute(a), subtract(ZERO, a)))).toBe(true);
      }),
    );
  });

  test('denominators stay above zero, also when dividing by a negative', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (a, b) => {
        fc.pre(!isZero(b));
        expect(divide(a, b).d > 0n).toBe(true);
      }),
    );
    expect(() => divide(rational('1'), ZERO)).toThrow('division by zero');
  });

  test('a fraction written and read again is the same number, in lowest terms', () => {
    fc.assert(
      fc.property(arbitrary, (a) => {
        const parsed = parseRational(fractionText(a));
        expect(parsed.ok && equal(parsed.value, a)).toBe(true);
        expect(parsed.ok && parsed.value).toEqual(reduce(a));
      }),
    );
    expect(fractionText({ n: 50n, d: 2n })).toBe('25');
  });
});

describe('rounding', () => {
  test.each([
    ['66.665', 'half-up', '66.67'],
    ['66.665', 'half-even', '66.66'],
    ['66.675', 'half-even', '66.68'],
    ['66.665', 'down', '66.66'],
    ['66.6649', 'half-up', '66.66'],
    ['66.6651', 'half-even', '66.67'],
    ['66.669', 'down', '66.66'],
    ['-66.665', 'half-up', '-66.67'],
    ['-66.665', 'half-even', '-66.66'],
    ['-66.675', 'half-even', '-66.68'],
    ['-66.665', 'down', '-66.66'],
    ['-0.001', 'half-up', '0.00'],
    ['5', 'half-up', '5.00'],
    ['0.05', 'half-up', '0.05'],
  ] as const)('%s with two decimals, %s, is %s', (text, mode, expected) => {
    expect(roundedText(rational(text), { decimals: 2, mode })).toBe(expected);
  });

  test.each([
    ['2/3', 0, '1'],
    ['2/3', 1, '0.7'],
    ['2/3', 6, '0.666667'],
    ['-1/2', 0, '-1'],
  ] as const)('%s with %i decimals is %s', (text, decimals, expected) => {
    expect(roundedText(rational(text), { decimals, mode: 'half-up' })).toBe(expected);
  });

  test('a rounded value is never further than half a unit, and cutting never goes away from zero', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 0, max: 6 }), (a, decimals) => {
        const unit = 10n ** BigInt(decimals);
        for (const mode of ['half-up', 'half-even'] as const) {
          const near = { n: roundedUnits(a, decimals, mode), d: unit };
          expect(compare(absolute(subtract(near, a)), { n: 1n, d: 2n * unit })).toBeLessThanOrEqual(0);
        }
        const cut = { n: roundedUnits(a, decimals, 'down'), d: unit };
        expect(compare(absolute(cut), absolute(a))).toBeLessThanOrEqual(0);
        expect(compare(absolute(subtract(a, cut)), { n: 1n, d: unit })).toBeLessThan(0);
      }),
    );
  });

  test('units of the last decimal are written with all their decimals', () => {
    expect(unitsText(6600n, 2)).toBe('66.00');
    expect(unitsText(-5n, 2)).toBe('-0.05');
    expect(unitsText(7n, 0)).toBe('7');
  });
});

describe('in decimals', () => {
  test.each([
    ['25', '25', 0],
    ['12.50', '12.5', 1],
    ['-1/8', '-0.125', 3],
    ['0', '0', 0],
    ['200/3', '66.66666666666666666667', undefined],
    ['-1/3', '-0.33333333333333333333', undefined],
  ])('%s is written %s', (text, written, places) => {
    expect([exactText(rational(text)), decimalPlaces(rational(text))]).toEqual([written, places]);
  });

  test('what is written as long as it takes is read back as it was', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(12), (n, decimals) => {
        const value = { n, d: 10n ** BigInt(decimals) };
        expect(compare(rational(exactText(value)), value)).toBe(0);
      }),
    );
  });

  test.each([
    ['7/2', 3n, 4n],
    ['-7/2', -4n, -3n],
    ['6', 6n, 6n],
    ['-6', -6n, -6n],
    ['-1/3', -1n, 0n],
  ])('%s stands between two whole numbers', (text, below, above) => {
    expect([floor(rational(text)), ceiling(rational(text))]).toEqual([below, above]);
  });
});

describe('binary numbers', () => {
  test.each([
    [0.1, '0.1'],
    [-12.5, '-12.5'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [0, '0'],
  ])('%d is %s', (value, text) => {
    expect(exactText(ofNumber(value))).toBe(text);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (value) => {
    expect(() => ofNumber(value)).toThrow(RangeError);
  });

  test.each([
    ['0.30000000000000004', 15, '0.3'],
    ['123456', 3, '123000'],
    ['-0.0012345', 2, '-0.0012'],
    ['99.96', 3, '100'],
    ['0.00995', 2, '0.01'],
    ['1', 15, '1'],
    ['0', 5, '0'],
  ])('%s to %d significant digits is %s', (text, digits, rounded) => {
    expect(exactText(significant(rational(text), digits))).toBe(rounded);
  });
});

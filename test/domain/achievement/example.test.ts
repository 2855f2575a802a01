import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workedExamples } from '../../../src/domain/achievement/example.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import type { Reading } from '../../../src/domain/targets/types.js';
import { seedPolicy } from './policy-fixture.js';
import { byDate, relative, threshold, withinPeriod } from './readings.js';

const OF = { indicator: 'x', exercise: 2016 };
const percent = { kind: 'percent' } as const;
const brief = (reading: Reading) =>
  workedExamples(reading, seedPolicy(), OF).map(({ actual, achievement, light }) => [
    'value' in actual ? actual.value : 'on' in actual ? actual.on : actual.kind,
    achievement,
    light,
  ]);

describe('an example of how a target is read', () => {
  test.each<[string, Reading, readonly unknown[]]>([
    [
      'a share to reach',
      threshold('>=', '80', { unit: percent }),
      [
        ['60', '75.00', 'yellow'],
        ['100', '100.00', 'green'],
      ],
    ],
    [
      'all of it',
      threshold('>=', '100', { unit: percent }),
      [
        ['75', '75.00', 'yellow'],
        ['100', '100.00', 'green'],
      ],
    ],
    [
      'a share not to exceed',
      threshold('<=', '40', { unit: percent }),
      [
        ['50', '80.00', 'yellow'],
        ['30', '100.00', 'green'],
      ],
    ],
    [
      'a count',
      threshold('>=', '5'),
      [
        ['3', '60.00', 'yellow'],
        ['7', '100.00', 'green'],
      ],
    ],
    [
      'one thing',
      threshold('>=', '1'),
      [
        ['0', '0.00', 'red'],
        ['2', '100.00', 'green'],
      ],
    ],
    [
      'nothing at all',
      threshold('<=', '0'),
      [
        ['1', '0.00', 'red'],
        ['0', '100.00', 'green'],
      ],
    ],
    [
      'a mark',
      threshold('>=', '5', { unit: { kind: 'score', outOf: '5' } }),
      [
        ['3', '60.00', 'yellow'],
        ['5', '100.00', 'green'],
      ],
    ],
    [
      'a date',
      byDate('2016-06-30'),
      [
        ['2016-07-30', '0.00', 'red'],
        ['2016-06-15', '100.00', 'green'],
      ],
    ],
    [
      'the last day of the year',
      byDate('2016-12-31'),
      [
        ['not-yet', '0.00', 'red'],
        ['2016-12-16', '100.00', 'green'],
      ],
    ],
    [
      'a term',
      withinPeriod(30, 'days'),
      [
        ['45', '0.00', 'red'],
        ['30', '100.00', 'green'],
      ],
    ],
    [
      'yes',
      { kind: 'yes-no', expected: true },
      [
        [false, '0.00', 'red'],
        [true, '100.00', 'green'],
      ],
    ],
    [
      'no',
      { kind: 'yes-no', expected: false },
      [
        [true, '0.00', 'red'],
        [false, '100.00', 'green'],
      ],
    ],
    [
      'a range',
      { kind: 'range', from: '10', to: '20', unit: { kind: 'number' } },
      [
        ['25', '0.00', 'red'],
        ['15', '100.00', 'green'],
      ],
    ],
  ])('begins on the wrong side: %s', (_, reading, expected) => {
    expect(brief(reading)).toEqual(expected);
  });

  test('of a change says where it starts: from what is known, or from a supposed value', () => {
    const change = relative('>=', '10');
    expect(workedExamples(change, seedPolicy(), OF)[0]).toMatchObject({ start: '100', actual: { value: '100' } });
    expect(workedExamples(change, seedPolicy(), { ...OF, baseline: '40' })[1]).toMatchObject({
      start: '40',
      actual: { value: '44' },
      achievement: '100.00',
    });
  });

  test('tells a reading from its opposite: the same value is green in one and is not in the other', () => {
    const [more, less] = [threshold('>=', '95', { unit: percent }), threshold('<=', '95', { unit: percent })];
    const below = workedExamples(more, seedPolicy(), OF)[0];
    const same = workedExamples(less, seedPolicy(), OF)[1];
    expect(below?.actual).toEqual(same?.actual);
    expect([below?.light, same?.light]).toEqual(['yellow', 'green']);
  });

  test('is of the reading, not invented: a contradiction has none', () => {
    expect(brief(threshold('>=', '5', { direction: 'less-is-better' }))).toEqual([]);
  });

  test('of any number keeps its sides: the first never reaches the target, the second does', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('>=' as const, '<=' as const),
        (digits, decimals, operator) => {
          const text = digits.toString().padStart(decimals + 1, '0');
          const whole = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
          const value = whole.includes('.') ? whole.replace(/\.?0+$/, '') : whole;
          const [wrong, right] = workedExamples(threshold(operator, value === '' ? '1' : value), seedPolicy(), OF);
          expect(Number(wrong?.achievement)).toBeLessThan(100);
          expect(right?.achievement).toBe('100.00');
        },
      ),
    );
  });

  test('of every seed-like target, has two sides', () => {
    for (const text of [
      'almeno 25',
      '≥ 75%',
      'entro il 30/11/2016',
      'non oltre 4,2 giorni',
      '>=1.000',
      'tutto l’anno 2016',
    ]) {
      const outcome = parseTarget(text, { year: 2016 });
      if (outcome.outcome !== 'parsed') throw new Error(`${text}: ${outcome.outcome}`);
      expect(workedExamples(outcome.reading, seedPolicy(), OF)).toHaveLength(2);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { targetText } from '../../../src/domain/findings/walk.js';
import type { Plan } from '../../../src/domain/plan.js';
import { indicatorLists, nodesOf } from '../../../src/domain/plan-lists.js';
import { readDropped } from '../../../src/domain/rolling/read-dropped.js';
import { type Dropped, nameable, rollOver } from '../../../src/domain/rolling/roll-over.js';
import { bodiesOnFile } from '../../setup/bodies.js';

const seed = bodiesOnFile().plan('ccms', 2016) as Plan;
const results = new Map([
  ['1.1.1-01', '31'],
  ['3.2.1-01', '84'],
]);
const roll = (dropped: readonly Dropped[] = [], plan: Plan = seed) =>
  rollOver({ plan, version: 2, results }, 'Piano 2017-2019', dropped);
const all = (plan: Plan) => [...indicatorLists(plan).values()].flat();
const one = (plan: Plan, code: string) => all(plan).find((indicator) => indicator.code === code);

describe('next year’s plan', () => {
  const next = roll();

  test('has the tree and the weights of this year’s', () => {
    expect(nodesOf(next)).toEqual(nodesOf(seed));
    expect(all(next).map(({ code, weight }) => [code, weight])).toEqual(
      all(seed).map(({ code, weight }) => [code, weight]),
    );
    expect([next.exercise, next.title]).toEqual([2017, 'Piano 2017-2019']);
  });

  test('keeps the targets already approved for the years to come, word by word, and none of this year’s', () => {
    for (const indicator of all(next)) {
      const before = one(seed, indicator.code);
      expect(indicator.targets.map(({ year }) => year).every((year) => year > 2016)).toBe(true);
      for (const year of [2017, 2018])
        expect(targetText(indicator, year)).toBe(before === undefined ? '' : targetText(before, year));
    }
    expect(targetText(one(next, '3.2.1-01') ?? fail(), 2017)).toBe('90');
  });

  test('has no reading confirmed: also one that was', () => {
    const confirmed = {
      ...seed,
      areas: seed.areas.map((area) => ({
        ...area,
        objectives: area.objectives.map((objective) => ({
          ...objective,
          programmes: objective.programmes.map((programme) => ({
            ...programme,
            indicators: programme.indicators.map((indicator) => ({
              ...indicator,
              targets: indicator.targets.map((target) => ({
                ...target,
                confirmed: { kind: 'yes-no' as const, expected: true },
                confirmedBy: 'ada',
              })),
            })),
          })),
        })),
      })),
    };
    expect(JSON.stringify(roll([], confirmed))).not.toContain('confirmed');
  });

  test('has this year’s results to start from, also in the rows that repeat an indicator', () => {
    const result = (code: string) => one(next, code)?.results?.find(({ year }) => year === 2016)?.text;
    expect([result('1.1.1-01'), result('3.2.1-01'), result('3.2.1-s01')]).toEqual(['31', '84', '84']);
  });

  test('takes over no amount and no act: they are of their own year', () => {
    expect([next.budget, next.resources, next.approval, next.acts]).toEqual([
      { lines: [], totals: [] },
      undefined,
      undefined,
      undefined,
    ]);
    expect(new Set(next.sheets.map(({ resources }) => resources.planned))).toEqual(new Set(['0']));
  });

  test('says from which plan it was begun', () => {
    expect(next.startedFrom).toEqual({ exercise: 2016, version: 2, dropped: [] });
  });
});

test('what is dropped leaves with all it has and the rows that repeat it, and is told with its reason', () => {
  const next = roll([
    { code: '3.2.1', reason: 'passa alla Regione' },
    { code: '1.1.1-01', reason: 'non misura più nulla' },
  ]);
  expect(all(next).filter(({ code, repeats = '' }) => `${code} ${repeats}`.includes('3.2.1-'))).toEqual([]);
  expect(one(next, '1.1.1-01')).toBeUndefined();
  expect(nodesOf(next).some(({ code }) => code === '3.2.1')).toBe(false);
  expect(next.startedFrom?.dropped).toEqual([
    { code: '3.2.1', name: expect.stringContaining('giustizia alternativa'), reason: 'passa alla Regione' },
    { code: '1.1.1-01', name: expect.stringContaining('presenze sulla stampa'), reason: 'non misura più nulla' },
  ]);
});

describe('what is to be dropped', () => {
  const known = new Set(nameable(seed).map(([code]) => code));
  test.each([
    ['', []],
    [
      '1.1.1-01: concluso\n\n 3.2.1 ; passa alla Regione ',
      [
        { code: '1.1.1-01', reason: 'concluso' },
        { code: '3.2.1', reason: 'passa alla Regione' },
      ],
    ],
  ])('%j is read line by line', (text, dropped) => {
    expect(readDropped(text, known)).toEqual({ ok: true, value: dropped });
  });

  test.each([
    ['1.1.1-01', 'no-reason'],
    ['9.9.9: x', 'unknown'],
    ['3.2.1: a\n3.2.1: b', 'twice'],
  ])('%j is refused', (text, why) => {
    const read = readDropped(text, known);
    expect(read.ok ? [] : read.error.map((problem) => problem.why)).toEqual([why]);
  });
});

function fail(): never {
  throw new Error('the indicator is not there');
}

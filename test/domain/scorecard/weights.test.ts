import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/plan.js';
import { compare, rational } from '../../../src/domain/rational.js';
import { prepareCard } from '../../../src/domain/scorecard/card.js';
import { effectiveWeights } from '../../../src/domain/scorecard/effective-weights.js';
import { scaled } from '../../../src/domain/scorecard/weights.js';
import { flattenCard, indicator, planOf, programme } from './fixtures.js';

/** Effective weights of a plan's leaves as decimal numbers, by code. */
function weights(
  plan: Plan,
  out: readonly string[],
  rule: 'leaves-card' | 'leaves-to-siblings',
): Record<string, number> {
  const card = prepareCard(plan);
  const left = effectiveWeights(
    card,
    card.leaves.map((l) => out.includes(l.code)),
    rule,
  );
  return Object.fromEntries(card.leaves.map((l, i) => [l.code, Number(left.units[i]) / Number(left.scale)]));
}

const objective = (
  code: string,
  role: string,
  weight: string,
  codes: readonly string[],
): Plan['individual'][number] => ({
  code,
  role,
  area: '1',
  weight,
  programme: '1.1.1',
  indicators: codes.map((c) => indicator(c)),
  source: 'prova',
});

const sheet = (code: string, codes: readonly string[]): Plan['sheets'][number] => ({
  programme: code,
  title: `Scheda ${code}`,
  offices: ['ufficio-a'],
  resources: { total: '0', parts: [], planned: '0' },
  indicators: codes.map((c) => indicator(c)),
  source: 'prova',
});

const PLAN = planOf(
  [
    programme('1.1.1', [indicator('a', { weight: '20' }), indicator('b', { weight: '10' })]),
    programme('1.1.2', [indicator('c', { weight: '30' }), indicator('d', { weight: '40', perspective: 'processi' })]),
  ],
  {
    individual: [
      objective('P-1', 'p', '30', ['p1', 'p2']),
      objective('P-2', 'p', '70', ['p3']),
      objective('Q-1', 'q', '100', ['q1']),
    ],
    sheets: [sheet('1.1.1', ['s1', 's2']), sheet('1.1.2', ['t1'])],
  },
);

describe('what leaves for its siblings', () => {
  test('goes to the programme first', () => {
    expect(weights(PLAN, ['a'], 'leaves-to-siblings')).toMatchObject({ a: 0, b: 30, c: 30, d: 40 });
  });

  test('then to the objective within the perspective', () => {
    expect(weights(PLAN, ['a', 'b'], 'leaves-to-siblings')).toMatchObject({ a: 0, b: 0, c: 60, d: 40 });
  });

  test('then to the whole card', () => {
    expect(weights(PLAN, ['a', 'b', 'c'], 'leaves-to-siblings')).toMatchObject({ a: 0, b: 0, c: 0, d: 100 });
  });

  test('inside a person, to the objective and then to the person, never to another', () => {
    expect(weights(PLAN, ['p1'], 'leaves-to-siblings')).toMatchObject({ p1: 0, p2: 30, p3: 70, q1: 100 });
    expect(weights(PLAN, ['p1', 'p2'], 'leaves-to-siblings')).toMatchObject({ p3: 100, q1: 100, d: 40 });
    expect(weights(PLAN, ['p1', 'p2', 'p3'], 'leaves-to-siblings')).toMatchObject({ p3: 0, q1: 100, a: 20, s1: 50 });
  });

  test('inside a sheet, to the sheet, never to another', () => {
    expect(weights(PLAN, ['s1'], 'leaves-to-siblings')).toMatchObject({ s1: 0, s2: 100, t1: 100 });
    expect(weights(PLAN, ['s1', 's2'], 'leaves-to-siblings')).toMatchObject({ s1: 0, s2: 0, t1: 100, q1: 100 });
  });

  test('with everything gone nothing is left to weigh', () => {
    expect(weights(PLAN, ['a', 'b', 'c', 'd'], 'leaves-to-siblings')).toMatchObject({ a: 0, b: 0, c: 0, d: 0 });
  });
});

test('what leaves the card goes nowhere', () => {
  expect(weights(PLAN, ['a', 'p1'], 'leaves-card')).toMatchObject({ a: 0, b: 10, c: 30, d: 40, p1: 0, p2: 15, p3: 70 });
});

test('with nothing out both rules leave the plan as it is', () => {
  expect(weights(PLAN, [], 'leaves-to-siblings')).toEqual(weights(PLAN, [], 'leaves-card'));
});

test('weights on one denominator keep their values', () => {
  const given = ['1/3', '2.5', '7/8', '0', '6'].map(rational);
  const { units, scale } = scaled(given);
  expect(scale).toBe(120n);
  given.forEach((weight, i) => {
    expect(compare({ n: units[i] ?? -1n, d: scale }, weight)).toBe(0);
  });
});

describe('weights a plan leaves out', () => {
  const weightOf = (plan: Plan, id: string): string => {
    const card = prepareCard(plan);
    const node = [card.entity, ...card.individual].flatMap(flattenCard).find((n) => n.id === id);
    return `${node?.weight.n}/${node?.weight.d}`;
  };
  const notesOf = (plan: Plan, id: string): readonly string[] =>
    flattenCard(prepareCard(plan).entity).find((n) => n.id === id)?.notes ?? [];
  const undeclared = (plan: Plan): Plan => ({
    ...plan,
    areas: plan.areas.map((a) => ({ ...a, objectives: a.objectives.map((o) => ({ ...o, weights: [] })) })),
  });

  test('with no weight at any level indicators weigh nothing', () => {
    const plan = undeclared(planOf([programme('1.1.1', [indicator('a')])]));
    expect(weightOf(plan, 'indicator:a')).toBe('0/1');
  });

  test('an objective that declares none has nothing to contradict', () => {
    const plan = undeclared(planOf([programme('1.1.1', [indicator('a', { weight: '10' })])]));
    expect(notesOf(plan, 'objective:1.1')).toEqual([]);
  });

  test('a programme without indicators counts with the weight it declares', () => {
    const empty = programme('1.1.1', [], { weight: '40' });
    const plan = planOf([empty, programme('1.1.2', [indicator('b')])]);
    expect(weightOf(plan, 'indicator:b')).toBe('60/1');
    expect(weightOf(plan, 'programme:1.1.1')).toBe('0/1');
    expect(notesOf(plan, 'programme:1.1.1')).toEqual([]);
  });

  test('a programme all of whose indicators have weights counts with their sum', () => {
    const plan = planOf([
      programme('1.1.1', [indicator('a', { weight: '25' })], { weight: '40' }),
      programme('1.1.2', [indicator('b')]),
    ]);
    expect(weightOf(plan, 'indicator:b')).toBe('75/1');
  });

  test('objectives of a person whose indicators all weigh zero have no weight to share', () => {
    const plan = planOf([], {
      individual: [{ ...objective('P-1', 'p', '30', []), indicators: [indicator('x', { weight: '0' })] }],
    });
    expect(weightOf(plan, 'indicator:x')).toBe('0/1');
  });
});

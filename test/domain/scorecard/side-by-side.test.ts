import { describe, expect, test } from 'vitest';
import type { IndicatorAssessment, Rollup } from '../../../src/domain/achievement/types.js';
import type { Indicator, StrategicObjective } from '../../../src/domain/plan.js';
import {
  indicatorsSideBySide,
  pointsBetween,
  type Side,
  totalsSideBySide,
} from '../../../src/domain/scorecard/side-by-side.js';

const rollup = (node: string, achievement: string, children: readonly Rollup[] = []): Rollup => ({
  node,
  title: node.replace(/^\w+:/, ''),
  weight: '100',
  achievement,
  coverage: '80',
  worst: achievement,
  best: '100',
  light: 'green',
  trace: [],
  children,
});

const indicator = (code: string, name: string): Indicator => ({
  code,
  name,
  office: 'ragioneria',
  targets: [{ year: 2016, text: 'almeno 5' }],
  source: 'cap. 4',
});

const objective = (code: string, title: string, indicators: readonly Indicator[]): StrategicObjective => ({
  code,
  title,
  weights: [],
  programmes: [{ code: `${code}.1`, title: 'Programma', indicators, source: 'cap. 4' }],
  source: 'cap. 4',
});

const assessed = (code: string, achievement: string): IndicatorAssessment => ({
  indicator: code,
  state: 'assessed',
  achievement,
  light: 'green',
  trace: [],
});

function side(exercise: number, objectives: readonly StrategicObjective[], perspective: string): Side {
  const below = objectives.map(({ code }, i) => rollup(`objective:${code}`, String(70 + i)));
  return {
    exercise,
    tree: { areas: [{ code: '1', title: 'Area', objectives, source: 'cap. 4' }] },
    rollups: [
      rollup('entity', '90', [rollup('area:1', '90', below)]),
      rollup(`perspective:${perspective}`, '60'),
      rollup('individual:SG-1', '10'),
    ],
    indicators: objectives.flatMap((one) =>
      one.programmes.flatMap((programme) => programme.indicators.map(({ code }) => assessed(code, '88'))),
    ),
    overrides: [],
  };
}

const BEFORE = side(
  2015,
  [
    objective('1.1', 'Servizi alle imprese', [indicator('1.1-01', 'Incontri'), indicator('1.1-02', 'Pratiche')]),
    objective('1.2', 'Conti in ordine', [indicator('1.2-01', 'Tempi')]),
  ],
  'Processi Interni',
);
const NOW = side(
  2016,
  [
    objective('1.1', 'Servizi alle Imprese.', [indicator('1.1-01', 'Incontri '), indicator('1.1-02', 'Bandi')]),
    objective('1.2', 'Trasparenza', [indicator('1.3-01', 'Tempi')]),
  ],
  'processi interni',
);

const said = ({ first, second }: { first?: { title: string } | undefined; second?: { title: string } | undefined }) => [
  first?.title,
  second?.title,
];

describe('two sides', () => {
  test('of one body have the same objective where code and title are the same, and what is of one alone stays', () => {
    const pairs = totalsSideBySide(BEFORE, NOW, 'exercises');
    expect(pairs.map(said)).toEqual([
      ['', ''],
      ['Processi Interni', 'processi interni'],
      ['Servizi alle imprese', 'Servizi alle Imprese.'],
      ['Conti in ordine', undefined],
      [undefined, 'Trasparenza'],
    ]);
    expect(pairs.map(({ first }) => first?.figures?.achievement)).toEqual(['90', '60', '70', '71', undefined]);
  });

  test('of two bodies have the same objective where the title is the same, whatever its code', () => {
    const other = side(2016, [objective('4.7', 'Trasparenza', [])], 'Utenti');
    expect(totalsSideBySide(NOW, other, 'bodies').map(said)).toEqual([
      ['', ''],
      ['processi interni', undefined],
      [undefined, 'Utenti'],
      ['Servizi alle Imprese.', undefined],
      ['Trasparenza', 'Trasparenza'],
    ]);
  });

  test('have nothing of single persons', () => {
    const nodes = totalsSideBySide(BEFORE, NOW, 'exercises').flatMap(({ first, second }) => [
      first?.figures?.node,
      second?.figures?.node,
    ]);
    expect(nodes.filter((node) => node?.startsWith('individual:'))).toEqual([]);
  });

  test('have the same indicator where code and name are the same', () => {
    const pairs = indicatorsSideBySide(BEFORE, NOW);
    expect(pairs.map(({ first, second }) => [first?.indicator.name, second?.indicator.name])).toEqual([
      ['Incontri', 'Incontri '],
      ['Pratiche', undefined],
      ['Tempi', undefined],
      [undefined, 'Bandi'],
      [undefined, 'Tempi'],
    ]);
    expect(pairs[0]?.first?.target).toBe('');
    expect(pairs[0]?.second).toMatchObject({ target: 'almeno 5', assessment: { achievement: '88' } });
  });
});

test('a figure is so many points above the other, and not where one is missing', () => {
  expect(pointsBetween('90', '92.5')).toBe('2.50');
  expect(pointsBetween('92.5', '90')).toBe('-2.50');
  expect(pointsBetween(undefined, '90')).toBeUndefined();
});

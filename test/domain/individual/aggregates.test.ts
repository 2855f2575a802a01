import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Aggregates, aggregatesOf, type Ended, FEWEST } from '../../../src/domain/individual/aggregates.js';
import type { EvaluatedGroup, PayBand } from '../../../src/domain/individual/types.js';
import { exactText, fromInteger } from '../../../src/domain/rational.js';

const BANDS: readonly PayBand[] = [
  { id: 'prima', title: 'Prima fascia', from: '90', pay: '100' },
  { id: 'seconda', title: 'Seconda fascia', from: '60', pay: '70' },
  { id: 'terza', title: 'Terza fascia', from: '0', pay: '0' },
];

const group = (id: string, bands = BANDS): EvaluatedGroup => ({
  id,
  title: id,
  who: { kind: 'everybody-else' },
  evaluator: { kind: 'superior' },
  secondInstance: 'segretario-generale',
  conciliation: 'comitato-conciliazione',
  parts: [],
  bands,
  inPlan: false,
  terms: { acceptance: 5, selfEvaluation: 45, observations: 5, secondInstance: 10, conciliation: 10 },
});

const bandOf = (score: number): string => BANDS.find(({ from }) => score >= Number(from))?.id ?? '';
const people = (of: string, ...scores: readonly number[]): readonly Ended[] =>
  scores.map((score, i) => ({ person: `${of}.${i}`, group: of, score: fromInteger(score), band: bandOf(score) }));

const told = (aggregates: Aggregates): Extract<Aggregates, { kind: 'told' }> => {
  if (aggregates.kind !== 'told') throw new Error('nothing was told');
  return aggregates;
};

describe('what is said of how people were evaluated', () => {
  test('counts the people of each band and their mean', () => {
    const { rows, total } = told(aggregatesOf([group('staff')], people('staff', 95, 92, 80, 70, 63)));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.bands?.map((one) => one.people)).toEqual([2, 3, 0]);
    expect(exactText(rows[0]?.mean ?? fromInteger(0))).toBe('80');
    expect(total).toEqual(rows[0]);
  });

  test('tells small groups together', () => {
    const { rows } = told(
      aggregatesOf(
        [group('vertice'), group('dirigenti'), group('posizioni'), group('staff')],
        [
          ...people('vertice', 95),
          ...people('dirigenti', 95, 80),
          ...people('posizioni', 70, 70, 70),
          ...people('staff', 90, 90, 90, 60, 60, 60),
        ],
      ),
    );
    expect(rows.map(({ groups, people: n }) => [groups.join('+'), n])).toEqual([
      ['vertice+dirigenti+posizioni', 6],
      ['staff', 6],
    ]);
  });

  test('takes the smallest of the others in where the small ones are still too few together', () => {
    const { rows } = told(
      aggregatesOf(
        [group('vertice'), group('posizioni'), group('staff')],
        [...people('vertice', 95), ...people('posizioni', 70, 70, 70, 70, 70), ...people('staff', 9, 9, 9, 9, 9, 9)],
      ),
    );
    expect(rows.map(({ groups }) => groups.join('+'))).toEqual(['vertice+posizioni', 'staff']);
  });

  test('says nothing of fewer than five people', () => {
    expect(aggregatesOf([group('staff')], people('staff', 95, 92, 80, 70))).toEqual({ kind: 'too-few' });
    expect(aggregatesOf([group('staff')], [])).toEqual({ kind: 'too-few' });
  });

  test('gives no distribution where each group has bands of its own', () => {
    const own = [{ id: 'unica', title: 'Unica', from: '0', pay: '100' }];
    const { rows } = told(
      aggregatesOf(
        [group('vertice', own), group('staff')],
        [
          { person: 'ada', group: 'vertice', score: fromInteger(95), band: 'unica' },
          ...people('staff', 90, 90, 90, 60, 60),
        ],
      ),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.bands).toBeUndefined();
  });

  test('gives amounts only where those of every group of a row are on record', () => {
    const groups = [group('vertice'), group('staff'), group('altri')];
    const ended = [
      ...people('vertice', 95),
      ...people('staff', 90, 90, 90, 60, 60),
      ...people('altri', 5, 5, 5, 5, 5, 5),
    ];
    const staff = { group: 'staff', allocated: '1000.50', paid: '800' };
    const altri = { group: 'altri', allocated: '10', paid: '10' };
    const without = told(aggregatesOf(groups, ended, [staff, altri]));
    expect(without.rows.map(({ amounts }) => amounts !== undefined)).toEqual([false, true]);
    expect(without.total.amounts).toBeUndefined();
    const all = told(
      aggregatesOf(groups, ended, [staff, altri, { group: 'vertice', allocated: '500', paid: '450.25' }]),
    );
    expect(exactText(all.rows[0]?.amounts?.allocated ?? fromInteger(0))).toBe('1500.5');
    expect(exactText(all.rows[0]?.amounts?.paid ?? fromInteger(0))).toBe('1250.25');
  });

  test('says whether the limit on the first band was held, only of a group told by itself', () => {
    const limit = { group: 'staff', band: 'prima', atMost: '30' };
    const groups = [group('vertice'), group('staff')];
    const staff = people('staff', 95, 95, 80, 70, 63);
    expect(told(aggregatesOf(groups, staff, [], limit)).differentiation).toMatchObject({ held: false });
    expect(told(aggregatesOf(groups, staff, [], { ...limit, atMost: '40' })).differentiation).toMatchObject({
      held: true,
    });
    expect(told(aggregatesOf(groups, [...people('vertice', 95), ...staff], [], limit)).differentiation).toBeUndefined();
  });

  test('refuses a person counted twice and a band the rules do not have', () => {
    expect(() => aggregatesOf([group('staff')], [...people('staff', 1), ...people('staff', 2)])).toThrow('twice');
    const [one] = people('staff', 1);
    expect(() => aggregatesOf([group('staff')], one === undefined ? [] : [{ ...one, band: 'quarta' }])).toThrow(
      'quarta',
    );
  });
});

describe('whatever the groups', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const anyPeople = fc
    .array(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 }), { minLength: 1, maxLength: names.length })
    .map((scores) => scores.flatMap((of, i) => people(names[i] ?? '', ...of)));
  const groups = names.map((name) => group(name));

  test('every figure, and what is left when others are taken from it, is of nobody or of at least five people', () => {
    fc.assert(
      fc.property(anyPeople, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (ended, taken) => {
        const aggregates = aggregatesOf(groups, ended);
        if (aggregates.kind === 'too-few') return ended.length < FEWEST;
        const { rows, total } = aggregates;
        const left = rows.filter((_, i) => taken[i]).reduce((n, row) => n - row.people, total.people);
        return rows.every((row) => row.people >= FEWEST) && (left === 0 || left >= FEWEST);
      }),
    );
  });

  test('each group with people is in one row, and rows make the total', () => {
    fc.assert(
      fc.property(anyPeople, (ended) => {
        const aggregates = aggregatesOf(groups, ended);
        if (aggregates.kind === 'too-few') return;
        const { rows, total } = aggregates;
        const there = groups.map(({ id }) => id).filter((id) => ended.some((one) => one.group === id));
        expect(rows.flatMap((row) => row.groups).toSorted()).toEqual(there);
        expect(rows.reduce((n, row) => n + row.people, 0)).toBe(ended.length);
        expect(total.people).toBe(ended.length);
        for (const { bands, people: n } of [...rows, total])
          expect(bands?.reduce((sum, one) => sum + one.people, 0)).toBe(n);
      }),
    );
  });

  test('what is told does not depend on the order in which people come', () => {
    fc.assert(
      fc.property(anyPeople, (ended) => {
        expect(aggregatesOf(groups, ended.toReversed())).toEqual(aggregatesOf(groups, ended));
      }),
    );
  });
});

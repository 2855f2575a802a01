import { describe, expect, test } from 'vitest';
import { type FactorRevision, factorsOf, nextPlace } from '../../../src/domain/context/factors.js';

const said = (id: number, factor: number, exercise: number, rest: Partial<FactorRevision> = {}): FactorRevision => ({
  id,
  factor,
  exercise,
  kind: 'strength',
  text: `fattore ${factor}`,
  ordinal: factor,
  standing: id === factor ? 'new' : 'confirmed',
  reason: null,
  actor: 'carla',
  actingFor: null,
  at: '2016-05-10T10:00:00Z',
  ...rest,
});

const numbers = (list: readonly FactorRevision[]) => list.map(({ factor }) => factor);

describe('the factors of an exercise', () => {
  test('those of the year before wait until somebody looks at them, and hold nothing by themselves', () => {
    const { held, toReview } = factorsOf([said(1, 1, 2016), said(2, 2, 2016)], 2017);
    expect([numbers(held), numbers(toReview)]).toEqual([[], [1, 2]]);
  });

  test('confirmed, changed and dropped: the last word counts and none waits any more', () => {
    const all = [
      said(1, 1, 2016),
      said(2, 2, 2016),
      said(3, 3, 2016),
      said(4, 1, 2017),
      said(5, 2, 2017, { standing: 'changed', text: 'altro' }),
      said(6, 3, 2017, { standing: 'dropped', reason: 'non più' }),
    ];
    const { held, dropped, toReview } = factorsOf(all, 2017);
    expect(held.map(({ text }) => text)).toEqual(['fattore 1', 'altro']);
    expect([numbers(dropped), numbers(toReview)]).toEqual([[3], []]);
    expect(factorsOf(all, 2016).held.map(({ text }) => text)).toEqual(['fattore 1', 'fattore 2', 'fattore 3']);
  });

  test('what was dropped is not carried over; a year without a word is passed over', () => {
    const all = [said(1, 1, 2015), said(2, 2, 2015), said(3, 1, 2015, { standing: 'dropped', reason: 'superato' })];
    expect(numbers(factorsOf(all, 2017).toReview)).toEqual([2]);
  });

  test('what was dropped by mistake holds again when it is confirmed', () => {
    const all = [said(1, 1, 2016), said(2, 1, 2017, { standing: 'dropped', reason: 'errore' }), said(3, 1, 2017)];
    expect(numbers(factorsOf(all, 2017).held)).toEqual([1]);
  });

  test('stand by kind, then by their place', () => {
    const all = [
      said(1, 1, 2016, { kind: 'threat' }),
      said(2, 2, 2016, { ordinal: 2 }),
      said(3, 3, 2016, { ordinal: 1 }),
    ];
    expect(numbers(factorsOf(all, 2016).held)).toEqual([3, 2, 1]);
    expect([nextPlace(all, 'strength'), nextPlace(all, 'opportunity')]).toEqual([3, 1]);
  });
});

import { describe, expect, test } from 'vitest';
import {
  byEngagement,
  current,
  engagementOf,
  type Stakeholder,
  stakeholderRegister,
} from '../../../src/domain/voices/stakeholder.js';

const described = (id: string, more: Partial<Stakeholder> = {}): Stakeholder => ({
  id,
  name: id,
  category: '',
  expects: '',
  influence: null,
  interest: null,
  services: '',
  involvement: '',
  ended: false,
  described: true,
  ...more,
});

describe('the field of the matrix somebody stands in', () => {
  test.each([
    [5, 5, 'manage'],
    [3, 3, 'manage'],
    [5, 2, 'satisfy'],
    [3, 1, 'satisfy'],
    [2, 3, 'inform'],
    [1, 5, 'inform'],
    [2, 2, 'monitor'],
    [1, 1, 'monitor'],
    [null, 4, undefined],
    [4, null, undefined],
  ] as const)('with influence %s and interest %s is %s', (influence, interest, engagement) => {
    expect(engagementOf({ influence, interest })).toBe(engagement);
  });

  test('nobody without influence or interest stands in one', () => {
    const fields = byEngagement([described('a', { influence: 4, interest: 4 }), described('b', { influence: 4 })]);
    expect(fields.map(({ engagement, members }) => [engagement, members.map(({ id }) => id)])).toEqual([
      ['manage', ['a']],
      ['satisfy', []],
      ['inform', []],
      ['monitor', []],
    ]);
  });
});

describe('the register', () => {
  const named = ['Imprese', 'Associazioni di categoria'];

  test('begins from those the data files name, under their names alone', () => {
    expect(stakeholderRegister(named, []).map(({ id, name, described }) => [id, name, described])).toEqual([
      ['imprese', 'Imprese', false],
      ['associazioni-di-categoria', 'Associazioni di categoria', false],
    ]);
  });

  test('has each as it stands on record in the place of its name, then those that were added', () => {
    const onRecord = [described('comuni'), described('imprese', { name: 'Imprese', influence: 5 })];
    const register = stakeholderRegister(named, onRecord);
    expect(register.map(({ id }) => id)).toEqual(['imprese', 'associazioni-di-categoria', 'comuni']);
    expect(register[0]).toMatchObject({ influence: 5, described: true });
  });

  test('one of the data files that ended stays ended, and is not current', () => {
    const register = stakeholderRegister(named, [described('imprese', { ended: true })]);
    expect(current(register).map(({ id }) => id)).toEqual(['associazioni-di-categoria']);
  });
});
